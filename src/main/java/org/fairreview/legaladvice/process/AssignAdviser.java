package org.fairreview.legaladvice.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.LegalAdviceProcess;
import org.fairreview.legaladvice.LegalAdvices;
import org.springframework.stereotype.Component;

/** Sees to it that an adviser is asked, as long as one is left. */
@Component("assignAdviser")
class AssignAdviser implements JavaDelegate {

    private final LegalAdvices advices;

    AssignAdviser(LegalAdvices advices) {
        this.advices = advices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String id = LegalAdviceProcess.ADVICE_ID.in(execution);
        Optional<Adviser> adviser = advices.assign(id);
        LegalAdviceProcess.ASKING_UNIT.set(execution, advices.get(id).askingUnitId());
        LegalAdviceProcess.ADVISER.set(execution, adviser.map(Adviser::userId).orElse(null));
        LegalAdviceProcess.ADVISER_UNIT.set(
                execution, adviser.map(Adviser::unitId).orElse(null));
        LegalAdviceProcess.ASSIGNED.set(execution, adviser.isPresent());
        LegalAdviceProcess.DECLINED.set(execution, false);
    }
}
