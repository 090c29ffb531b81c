package org.fairreview.review.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.fairreview.calendar.DueDates;
import org.fairreview.review.CaseFile;
import org.fairreview.review.ReviewProcess;
import org.fairreview.workflow.MigrationDefaults;
import org.fairreview.workflow.Var;
import org.springframework.stereotype.Component;

/** What a review that began with the first release lacks: nobody but an adviser could be asked, and nothing was overdue. */
@Component
class ReviewsInProgress implements MigrationDefaults {

    private final TaskService tasks;
    private final DueDates dueDates;
    private final CaseFile cases;

    ReviewsInProgress(TaskService tasks, DueDates dueDates, CaseFile cases) {
        this.tasks = tasks;
        this.dueDates = dueDates;
        this.cases = cases;
    }

    @Override
    public String processKey() {
        return ReviewProcess.KEY;
    }

    @Override
    public Map<String, Object> missing(String caseNumber) {
        Map<String, Object> missing = new HashMap<>();
        put(missing, ReviewProcess.IN_SCOPE, true);
        put(missing, ReviewProcess.ON_BEHALF, false);
        put(missing, ReviewProcess.CONSULTATION_WANTED, false);
        put(missing, ReviewProcess.HIGHER_WANTED, false);
        put(missing, ReviewProcess.EVALUATION_WANTED, false);
        put(missing, ReviewProcess.CHANGE_WANTED, false);
        put(missing, ReviewProcess.EXCEPTED, false);
        put(missing, ReviewProcess.SUPPLEMENT_UNTIL, supplementUntil(caseNumber));
        return missing;
    }

    /** The day that the drafting unit was told, or a full term from now. */
    private Instant supplementUntil(String caseNumber) {
        return tasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .taskDefinitionKey("Task_SupplementMaterials")
                .list()
                .stream()
                .map(Task::getDueDate)
                .filter(due -> due != null)
                .map(Date::toInstant)
                .findFirst()
                .orElseGet(() ->
                        dueDates.dueFromNow("supplement", cases.get(caseNumber).regionId()));
    }

    private static <T> void put(Map<String, Object> missing, Var<T> variable, T value) {
        missing.put(variable.name(), variable.store().apply(value));
    }
}
