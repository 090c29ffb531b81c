package org.fairreview.workflow;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.ApplicationEventPublisher;

/** Tells of every task of every model, in whatever release it was deployed, who takes it. */
class TaskTaking extends AbstractBpmnParseListener {

    private final ApplicationEventPublisher events;

    TaskTaking(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior())
                .getTaskDefinition()
                .addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, this::taken);
    }

    private void taken(DelegateTask task) {
        Object caseNumber = task.getVariable(CaseVariables.CASE_NUMBER.name());
        if (caseNumber != null && task.getAssignee() != null) {
            events.publishEvent(new TaskTaken((String) caseNumber, task.getAssignee()));
        }
    }
}
