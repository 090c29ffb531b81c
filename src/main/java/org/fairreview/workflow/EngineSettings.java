package org.fairreview.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.fairreview.audit.RefusalRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** How the engine is set: evidence in its history, guards around its commands, slow password hashes, regions as tenants. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;
    private final List<ProcessContract> contracts;
    private final RefusalTexts texts;
    private final FormCatalogue forms;
    private final PasswordEncryptor passwords;

    EngineSettings(
            ApplicationContext context,
            List<ProcessContract> contracts,
            RefusalTexts texts,
            FormCatalogue forms,
            ObjectProvider<PasswordEncryptor> passwords) {
        this.context = context;
        this.contracts = contracts;
        this.texts = texts;
        this.forms = forms;
        this.passwords = passwords.getIfAvailable(SlowPasswordHash::new);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Set<String> declared = Stream.concat(
                        CaseVariables.ALL.stream(),
                        contracts.stream().flatMap(contract -> contract.variables().stream()))
                .map(Var::name)
                .collect(Collectors.toUnmodifiableSet());
        engine.setCustomHistoryLevels(List.of(new EvidenceHistoryLevel(declared)));
        engine.setHistory(EvidenceHistoryLevel.NAME);

        engine.setCustomSessionFactories(List.of(new OwnGroups.Factory()));
        engine.setExpressionManager(new GuardedExpressions(context));
        engine.setCustomPreCommandInterceptorsTxRequired(with(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new RefusalInterceptor(texts, context.getBeanProvider(RefusalRecord.class))));
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new TaskGuard(forms)));

        List<BpmnParseListener> listeners = engine.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(engine.getCustomPostBPMNParseListeners());
        listeners.add(new TaskTaking(context, context.getBeanProvider(StepTimes.class)));
        listeners.add(new StepTracing(context));
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setCustomHistoryEventHandlers(new ArrayList<>(List.of(new HistoryTracing(context))));
        engine.setCustomPostDeployers(new ArrayList<>(List.of(new ModelTracing(context))));

        engine.setPasswordEncryptor(passwords);
        engine.setEnablePasswordPolicy(true);
        engine.setLoginMaxAttempts(10);
        engine.setLoginDelayBase(3);
        engine.setLoginDelayMaxTime(300);

        engine.setTenantIdProvider(new RegionOfCase());
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setEnableCmdExceptionLogging(false);
        engine.setHistoryCleanupEnabled(false);
        engine.setDefaultNumberOfRetries(3);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        EngineIndexes.create(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDataSource());
    }

    private static List<CommandInterceptor> with(@Nullable List<CommandInterceptor> present, CommandInterceptor added) {
        List<CommandInterceptor> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }

    /** A case belongs to the tenant of its region; definitions are shared. */
    private static final class RegionOfCase implements TenantIdProvider {

        @Override
        public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext instance) {
            return (String) instance.getVariables().get(CaseVariables.REGION.name());
        }

        @Override
        public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext instance) {
            return null;
        }

        @Override
        public @Nullable String provideTenantIdForHistoricDecisionInstance(
                TenantIdProviderHistoricDecisionInstanceContext decision) {
            return decision.getExecution() == null
                    ? null
                    : (String) decision.getExecution().getVariable(CaseVariables.REGION.name());
        }
    }
}
