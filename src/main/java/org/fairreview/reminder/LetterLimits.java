package org.fairreview.reminder;

import java.util.List;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.WorkingDaysChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Counts the limits of replies anew when a notice on holidays has changed days that they count, as the due dates of tasks
 * are; a day that the regulator named stays.
 */
@Component
class LetterLimits {

    private final LetterRows rows;
    private final LetterKinds kinds;
    private final DueDates dueDates;

    LetterLimits(LetterRows rows, LetterKinds kinds, DueDates dueDates) {
        this.rows = rows;
        this.kinds = kinds;
        this.dueDates = dueDates;
    }

    @EventListener
    void renew(WorkingDaysChanged changed) {
        if (changed.days().isEmpty()) {
            return;
        }
        List<Letter> waiting = rows.findByState(LetterState.AWAITING_REPLY);
        waiting.stream()
                .filter(Letter::isLimitCounted)
                .forEach(letter -> letter.countLimit(dueDates.due(
                        String.valueOf(kinds.get(letter.kind()).reply()),
                        letter.regionId(),
                        null,
                        letter.delivery().orElseThrow().on())));
    }
}
