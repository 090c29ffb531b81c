package org.fairreview.workflow;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Tells of every task of every model, in whatever release it was deployed, who takes it, who gives it back, and its end; and
 * has the time written down that it takes.
 */
class TaskTaking extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;
    private final ObjectProvider<StepTimes> steps;

    TaskTaking(ApplicationEventPublisher events, ObjectProvider<StepTimes> steps) {
        this.events = events;
        this.steps = steps;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        TaskDefinition task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        task.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::assigned);
        task.addTaskListener(TaskListener.EVENTNAME_COMPLETE, this::ended);
        task.addTaskListener(TaskListener.EVENTNAME_DELETE, this::ended);
        task.addTaskListener(TaskListener.EVENTNAME_UPDATE, this::changed);
        task.addTaskListener(
                TaskListener.EVENTNAME_COMPLETE, done -> steps.getObject().done(done));
        task.addTaskListener(
                TaskListener.EVENTNAME_DELETE, gone -> steps.getObject().takenAway(gone));
    }

    private void changed(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
            steps.getObject().dueMoved(task);
        }
    }

    private void ended(DelegateTask task) {
        events.publishEvent(new TaskOver(task.getId()));
    }

    private void assigned(DelegateTask task) {
        String caseNumber = (String) task.getVariable(CaseVariables.CASE_NUMBER.name());
        if (caseNumber == null) {
            return;
        }
        String holder = task.getAssignee();
        Map<String, String> details = Map.of(
                "task", task.getTaskDefinitionKey(), "taskName", task.getName(), "holder", String.valueOf(holder));
        if (holder == null) {
            events.publishEvent(Trace.ofPerson(caseNumber, Trace.GIVEN_BACK, details));
        } else {
            events.publishEvent(Trace.ofPerson(caseNumber, Trace.TAKEN, details));
            events.publishEvent(new TaskTaken(caseNumber, holder));
        }
    }
}
