package org.fairreview.reminder.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.fairreview.reminder.LetterReplies;
import org.springframework.stereotype.Component;

/** The limit for the reply has passed. */
@Component("noteLetterOverdue")
class NoteLetterOverdue implements JavaDelegate {

    private final LetterReplies replies;

    NoteLetterOverdue(LetterReplies replies) {
        this.replies = replies;
    }

    @Override
    public void execute(DelegateExecution execution) {
        replies.noteOverdue(execution.getProcessBusinessKey());
    }
}
