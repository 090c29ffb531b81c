package org.fairreview.conference.process;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.fairreview.conference.Canvass;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.RunningCanvass;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Adds to a canvass that runs. While members are asked, one more instance of the multi-instance step begins beside the
 * others; while the answers are summed up, the step begins once more with the new one alone.
 */
@Component
class CanvassInEngine implements RunningCanvass {

    private static final String ASK = "CallActivity_AskMember";
    private static final String ASK_ALL = ASK + "#multiInstanceBody";
    private static final String SUMMARISE = "Task_SummariseOpinions";
    private static final String DECIDE = "Task_DecideQuorum";

    private final RuntimeService runtime;
    private final ManagementService management;

    CanvassInEngine(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public boolean isRunning(Canvass canvass) {
        return find(canvass)
                .map(process -> runtime.getActivityInstance(process.getId()))
                .filter(tree -> isAt(tree, ASK_ALL) || isAt(tree, SUMMARISE) || isAt(tree, DECIDE))
                .isPresent();
    }

    @Override
    public void waitFor(Canvass canvass, Consultation asked, Instant due) {
        String process = find(canvass).orElseThrow().getId();
        try {
            ActivityInstance tree = runtime.getActivityInstance(process);
            if (isAt(tree, ASK_ALL)) {
                runtime.createProcessInstanceModification(process)
                        .startBeforeActivity(ASK, tree.getActivityInstances(ASK_ALL)[0].getId())
                        .setVariableLocal(ConsultationProcesses.CONSULTATION_ID.name(), asked.id())
                        .execute();
                waitLonger(process, due);
            } else {
                runtime.setVariable(process, ConsultationProcesses.CONSULT_UNTIL.name(), Date.from(due));
                runtime.createProcessInstanceModification(process)
                        .startBeforeActivity(ASK_ALL)
                        .cancelAllForActivity(isAt(tree, SUMMARISE) ? SUMMARISE : DECIDE)
                        .execute();
            }
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("Case %s was acted on".formatted(canvass.caseNumber()), e);
        }
    }

    /** The limit of all is not over before that of the newest. */
    private void waitLonger(String process, Instant due) {
        Job limit =
                management.createJobQuery().timers().processInstanceId(process).singleResult();
        if (limit.getDuedate().toInstant().isBefore(due)) {
            management.setJobDuedate(limit.getId(), Date.from(due));
        }
    }

    private Optional<ProcessInstance> find(Canvass canvass) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(canvass.caseNumber())
                .processDefinitionKey(ConsultationProcesses.CANVASS)
                .variableValueEquals(ConsultationProcesses.CANVASS_ID.name(), canvass.id())
                .singleResult());
    }

    private static boolean isAt(ActivityInstance tree, String activity) {
        return Arrays.stream(tree.getChildActivityInstances())
                .anyMatch(child -> child.getActivityId().equals(activity));
    }
}
