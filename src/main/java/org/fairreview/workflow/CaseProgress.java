package org.fairreview.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Where a case stands on its diagram. */
@Component
public class CaseProgress {

    /** Elements passed and elements where the case waits, by id. */
    public record Progress(Set<String> passed, Set<String> current) {}

    private final HistoryService history;
    private final RepositoryService repository;

    CaseProgress(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    public Progress of(ProcessContract process, String caseNumber) {
        Set<String> passed = new LinkedHashSet<>();
        Set<String> current = new LinkedHashSet<>();
        instance(process, caseNumber).ifPresent(instance -> {
            for (HistoricActivityInstance activity : history.createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .orderPartiallyByOccurrence()
                    .asc()
                    .list()) {
                (activity.getEndTime() == null ? current : passed).add(activity.getActivityId());
            }
            passed.removeAll(current);
        });
        return new Progress(passed, current);
    }

    /** The model, as XML, in the version on which the case runs. */
    public Optional<String> model(ProcessContract process, String caseNumber) {
        return instance(process, caseNumber).map(instance -> {
            try (InputStream in = repository.getProcessModel(instance.getProcessDefinitionId())) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException(
                        "The model of %s cannot be read".formatted(instance.getProcessDefinitionId()), e);
            }
        });
    }

    private Optional<HistoricProcessInstance> instance(ProcessContract process, String caseNumber) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(process.key())
                .processInstanceBusinessKey(caseNumber)
                .singleResult());
    }
}
