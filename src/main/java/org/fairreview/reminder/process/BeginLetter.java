package org.fairreview.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterProcess;
import org.fairreview.reminder.Letters;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.stereotype.Component;

/** A feature wants a letter: its file begins, and with its number the process. */
@Component("beginLetter")
class BeginLetter implements ExecutionListener {

    private final Letters letters;

    BeginLetter(Letters letters) {
        this.letters = letters;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Letter letter = letters.begin(new ReminderWanted(
                CaseVariables.REGION.in(execution),
                Reminders.SOURCE.in(execution),
                Reminders.SUBJECT.in(execution),
                Reminders.ADDRESSEE.in(execution),
                Reminders.KIND.in(execution),
                Reminders.findingIds(Reminders.FINDINGS.in(execution))));
        execution.setProcessBusinessKey(letter.number());
        CaseVariables.CASE_NUMBER.set(execution, letter.number());
        execution.setVariables(LetterProcess.variables(letter, letters.card(letter)));
    }
}
