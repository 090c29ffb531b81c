package org.fairreview.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fairreview.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings every running case to the newest model of its process, after the deployment of a release.
 *
 * <p>In batches, and where a batch is refused each case by itself; a case that cannot be brought over stays on its model,
 * is named in the log and on record, and runs on.
 */
@Component
@Order(6)
class CaseMigration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(CaseMigration.class);
    private static final int ATTEMPTS = 3;

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Map<String, MigrationDefaults> defaults;
    private final int batchSize;

    CaseMigration(
            RepositoryService repository,
            RuntimeService runtime,
            AuditTrail trail,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            List<MigrationDefaults> defaults,
            @Value("${fairreview.migration-batch:100}") int batchSize) {
        this.repository = repository;
        this.runtime = runtime;
        this.trail = trail;
        this.events = events;
        this.batchSize = batchSize;
        this.transaction = new TransactionTemplate(transactions);
        this.defaults =
                defaults.stream().collect(Collectors.toMap(MigrationDefaults::processKey, defaulted -> defaulted));
    }

    @Override
    public void run(ApplicationArguments args) {
        for (ProcessDefinition newest :
                repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(newest.getKey())
                    .orderByProcessDefinitionVersion()
                    .asc()
                    .list()
                    .stream()
                    .filter(older -> older.getVersion() < newest.getVersion())
                    .forEach(older -> bring(older, newest));
        }
    }

    private void bring(ProcessDefinition older, ProcessDefinition newest) {
        List<ProcessInstance> running = runtime.createProcessInstanceQuery()
                .processDefinitionId(older.getId())
                .list();
        if (running.isEmpty()) {
            return;
        }
        int brought = 0;
        for (int from = 0; from < running.size(); from += batchSize) {
            List<ProcessInstance> batch = running.subList(from, Math.min(from + batchSize, running.size()));
            if (refusal(batch, older, newest) == null) {
                brought += batch.size();
                continue;
            }
            for (ProcessInstance one : batch) {
                RuntimeException refusal = patiently(one, older, newest);
                if (refusal == null) {
                    brought++;
                } else {
                    keep(one, older, newest, refusal);
                }
            }
        }
        LOG.info(
                "{}: {} of {} running cases brought from model {} to {}",
                newest.getKey(),
                brought,
                running.size(),
                older.getVersion(),
                newest.getVersion());
    }

    /** People and jobs are at work meanwhile: a case that moved under the hand is looked at again. */
    private @Nullable RuntimeException patiently(
            ProcessInstance one, ProcessDefinition older, ProcessDefinition newest) {
        RuntimeException refusal = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            refusal = refusal(List.of(one), older, newest);
            if (refusal == null || isOver(one)) {
                return null;
            }
        }
        return refusal;
    }

    private boolean isOver(ProcessInstance one) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(one.getId())
                        .count()
                == 0;
    }

    /** Brings the cases over together, or not at all and says why. */
    private @Nullable RuntimeException refusal(
            List<ProcessInstance> cases, ProcessDefinition older, ProcessDefinition newest) {
        try {
            transaction.executeWithoutResult(status -> {
                cases.forEach(one -> complete(one, newest.getKey()));
                MigrationPlan plan = runtime.createMigrationPlan(older.getId(), newest.getId())
                        .mapEqualActivities()
                        .build();
                runtime.newMigration(plan)
                        .processInstanceIds(
                                cases.stream().map(ProcessInstance::getId).toList())
                        .execute();
            });
            return null;
        } catch (RuntimeException refused) {
            return refused;
        }
    }

    private void complete(ProcessInstance one, String key) {
        MigrationDefaults missing = defaults.get(key);
        if (missing == null) {
            return;
        }
        Map<String, Object> absent = new HashMap<>(missing.missing(one.getBusinessKey()));
        absent.keySet()
                .removeAll(runtime.getVariables(one.getId(), new ArrayList<>(absent.keySet()))
                        .keySet());
        runtime.setVariables(one.getId(), absent);
    }

    private void keep(
            ProcessInstance one, ProcessDefinition older, ProcessDefinition newest, RuntimeException refusal) {
        LOG.warn(
                "Case {} stays on model {} of {}: {}",
                one.getBusinessKey(),
                older.getVersion(),
                newest.getKey(),
                refusal instanceof ProcessEngineException ? refusal.getMessage() : refusal.toString());
        CaseKeptOnModel kept =
                new CaseKeptOnModel(one.getBusinessKey(), newest.getName(), older.getVersion(), newest.getVersion());
        boolean known = trail.of(kept.subject()).stream()
                .filter(entry -> entry.act().equals(CaseKeptOnModel.ACT))
                .anyMatch(entry -> entry.details().contains("\"newestVersion\":" + newest.getVersion())
                        && entry.details().contains('"' + newest.getName() + '"'));
        if (!known) {
            transaction.executeWithoutResult(status -> events.publishEvent(kept));
        }
    }
}
