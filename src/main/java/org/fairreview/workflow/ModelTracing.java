package org.fairreview.workflow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.fairreview.audit.Digest;
import org.springframework.context.ApplicationEventPublisher;

/** Records every deployment, by whichever way it came, with the digests of its models, decisions and forms. */
class ModelTracing implements Deployer {

    private final ApplicationEventPublisher events;

    ModelTracing(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            return;
        }
        Map<String, String> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, Digest.of(resource.getBytes())));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("deployment", deployment.getId());
        details.put("models", files);
        events.publishEvent(Trace.ofPerson(Trace.MODELS, Trace.DEPLOYED, details));
    }
}
