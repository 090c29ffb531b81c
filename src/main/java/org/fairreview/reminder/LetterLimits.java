package org.fairreview.reminder;

import java.time.Instant;
import java.util.List;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.WorkingDaysChanged;
import org.fairreview.workflow.CaseDays;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts the limits of replies anew when a notice on holidays has changed days that they count, as the due dates of tasks
 * are; a day that the regulator named stays.
 */
@Component
class LetterLimits {

    private final LetterRows rows;
    private final LetterIssuing issuing;
    private final DueDates dueDates;
    private final CaseDays days;

    LetterLimits(LetterRows rows, LetterIssuing issuing, DueDates dueDates, CaseDays days) {
        this.rows = rows;
        this.issuing = issuing;
        this.dueDates = dueDates;
        this.days = days;
    }

    @EventListener
    void renew(WorkingDaysChanged changed) {
        if (changed.days().isEmpty()) {
            return;
        }
        List<Letter> waiting = rows.findByState(LetterState.AWAITING_REPLY);
        waiting.stream().filter(Letter::isLimitCounted).forEach(this::count);
    }

    private void count(Letter letter) {
        Instant until = dueDates.due(
                String.valueOf(issuing.replyLimit(letter)),
                letter.regionId(),
                null,
                letter.delivery().orElseThrow().on());
        letter.countLimit(until);
        days.set(letter.number(), LetterProcess.REPLY_UNTIL, until);
    }
}
