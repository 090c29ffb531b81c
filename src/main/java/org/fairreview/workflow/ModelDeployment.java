package org.fairreview.workflow;

import java.io.IOException;
import java.io.InputStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Deploys everything under {@code bpmn/} as one deployment, when anything in it has changed.
 *
 * <p>The starter's own deployment names resources by absolute path outside of a jar, and embedded forms are then not
 * found.
 */
@Component
@Order(1)
class ModelDeployment implements ApplicationRunner {

    private final RepositoryService repository;
    private final ModelFiles models;

    ModelDeployment(RepositoryService repository, ModelFiles models) {
        this.repository = repository;
        this.models = models;
    }

    @Override
    public void run(ApplicationArguments args) throws IOException {
        DeploymentBuilder deployment =
                repository.createDeployment().name("fair-competition-review").enableDuplicateFiltering(false);
        for (ModelFile file : models.all()) {
            try (InputStream in = file.open()) {
                deployment.addInputStream(file.name(), in);
            }
        }
        deployment.deploy();
    }
}
