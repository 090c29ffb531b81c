package org.fairreview.replay;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fairreview.replay.RecordedRun.Visit;
import org.fairreview.replay.Stimulus.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An engine with none of our code that carries the processes of a recorded year along their paths: what came from outside comes
 * again, in its order, one transaction for each, at the moments of that year.
 */
final class BareYear implements AutoCloseable {

    private final BareModels models;
    private final RecordedPath path = new RecordedPath();
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final IdentityService identities;
    private final Map<Kind, Integer> carried = new EnumMap<>(Kind.class);
    private final List<Stimulus> missed = new ArrayList<>();
    private int jobs;

    BareYear(DataSource database, BareModels models) throws IOException {
        this.models = models;
        StandaloneProcessEngineConfiguration settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("bare");
        settings.setDataSource(database);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        settings.setAuthorizationEnabled(true);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setJobExecutorActivate(false);
        settings.setMetricsEnabled(false);
        settings.setHistoryCleanupEnabled(false);
        settings.setBeans(Map.of("recorded", path));
        engine = settings.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
        identities = engine.getIdentityService();
        models.deploy(engine.getRepositoryService());
        letEverybodyWork();
        // the indexes that the product gives the engine's tables
        JdbcClient tables = JdbcClient.create(database);
        tables.sql("create index VARIABLE_EXECUTION on ACT_RU_VARIABLE (EXECUTION_ID_, TASK_ID_)")
                .update();
        tables.sql("create index TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_)").update();
    }

    /** Carries the year; what could not be carried is in {@link #missed()}. */
    void carry(RecordedYear year) {
        List<Stimulus> stimuli = year.stimuli();
        for (int from = 0; from < stimuli.size(); ) {
            Instant moment = stimuli.get(from).moment();
            int until = from;
            while (until < stimuli.size() && stimuli.get(until).moment().equals(moment)) {
                until++;
            }
            ClockUtil.setCurrentTime(Date.from(moment));
            askForTimers(moment);
            carry(new ArrayList<>(stimuli.subList(from, until)));
            from = until;
        }
    }

    /** What came from outside at one moment: in its order, but what finds nothing that waits for it later. */
    private void carry(List<Stimulus> waiting) {
        int before;
        do {
            before = waiting.size();
            for (Iterator<Stimulus> all = waiting.iterator(); all.hasNext(); ) {
                Stimulus next = all.next();
                if (isCarried(next)) {
                    carried.merge(next.kind(), 1, Integer::sum);
                    all.remove();
                }
            }
            work();
        } while (!waiting.isEmpty() && waiting.size() < before);
        missed.addAll(waiting);
    }

    private boolean isCarried(Stimulus next) {
        if (next.user() != null) {
            identities.setAuthentication(next.user(), groups(next), null);
        }
        try {
            return switch (next.kind()) {
                case START -> start(next.run());
                case CLAIM ->
                    path.task(next.visit()).map(task -> claim(task, next)).orElse(false);
                case ASSIGN ->
                    path.task(next.visit()).map(task -> assign(task, next)).orElse(false);
                case COMPLETE ->
                    path.task(next.visit()).map(task -> complete(task, next)).orElse(false);
                case MESSAGE ->
                    path.instance(next.run()).map(in -> tell(in, next)).orElse(false);
                case TIMER ->
                    path.instance(next.run()).map(in -> fire(in, next)).orElse(false);
                case VARIABLES ->
                    path.instance(next.run()).map(in -> set(in, next)).orElse(false);
            };
        } finally {
            identities.clearAuthentication();
        }
    }

    private static List<String> groups(Stimulus next) {
        Visit visit = next.visit();
        return visit == null || visit.task == null ? List.of() : visit.task.groups;
    }

    private boolean start(RecordedRun run) {
        path.startsNext(run);
        ProcessInstance started = models.startMessage(run.key, run.startedAt)
                .map(message -> runtime.startProcessInstanceByMessage(message, run.businessKey, run.variables))
                .orElseGet(() -> runtime.startProcessInstanceByKey(run.key, run.businessKey, run.variables));
        path.carries(started.getId(), run);
        return true;
    }

    private boolean claim(String task, Stimulus next) {
        tasks.claim(task, next.user());
        return true;
    }

    private boolean assign(String task, Stimulus next) {
        tasks.setAssignee(task, next.user());
        return true;
    }

    private boolean complete(String task, Stimulus next) {
        tasks.complete(task, next.variables());
        return true;
    }

    private boolean tell(String instance, Stimulus next) {
        List<EventSubscription> waiting = runtime.createEventSubscriptionQuery()
                .processInstanceId(instance)
                .activityId(next.visit().element)
                .list();
        if (waiting.isEmpty()) {
            return false;
        }
        EventSubscription event = waiting.get(0);
        runtime.messageEventReceived(event.getEventName(), event.getExecutionId(), next.variables());
        return true;
    }

    private boolean fire(String instance, Stimulus next) {
        List<Job> timers = management
                .createJobQuery()
                .timers()
                .processInstanceId(instance)
                .activityId(next.visit().element)
                .list();
        if (timers.isEmpty()) {
            return false;
        }
        management.executeJob(timers.get(0).getId());
        return true;
    }

    private boolean set(String instance, Stimulus next) {
        runtime.setVariables(instance, next.variables());
        return true;
    }

    /** The question that the replay asks before each step, in place of the engine's job executor. */
    private void askForTimers(Instant moment) {
        management
                .createJobQuery()
                .timers()
                .active()
                .withRetriesLeft()
                .duedateLowerThan(Date.from(moment))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
    }

    /** Does what waits behind asynchronous boundaries, as the replay does. */
    private void work() {
        for (List<Job> waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
            jobs += waiting.size();
            waiting.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> waiting() {
        return management
                .createJobQuery()
                .messages()
                .active()
                .withRetriesLeft()
                .executable()
                .list();
    }

    private void letEverybodyWork() {
        AuthorizationService authorizations = engine.getAuthorizationService();
        for (Resources resource : Resources.values()) {
            Authorization all = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
            all.setResource(resource);
            all.setResourceId(Authorization.ANY);
            all.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(all);
        }
    }

    /** How many transactions there were of each kind. */
    Map<Kind, Integer> carried() {
        return carried;
    }

    int jobs() {
        return jobs;
    }

    /** What found nothing that waited for it. */
    List<Stimulus> missed() {
        return missed;
    }

    @Override
    public void close() {
        engine.close();
        ClockUtil.reset();
    }
}
