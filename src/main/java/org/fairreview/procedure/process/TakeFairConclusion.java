package org.fairreview.procedure.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.procedure.ProcedureHandling;
import org.springframework.stereotype.Component;

/** Takes what the linked fair-competition review says. */
@Component("takeFairConclusion")
class TakeFairConclusion implements JavaDelegate {

    private final ProcedureHandling handling;

    TakeFairConclusion(ProcedureHandling handling) {
        this.handling = handling;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handling.takeConclusion(execution.getProcessBusinessKey());
    }
}
