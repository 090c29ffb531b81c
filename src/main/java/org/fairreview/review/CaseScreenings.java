package org.fairreview.review;

import java.util.Map;
import org.fairreview.screening.Screenings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks for a new screening of the version under review; while one is on its way, nothing more is made or recorded. */
@Service
@Transactional
public class CaseScreenings {

    private final Screenings screenings;
    private final ApplicationEventPublisher events;

    CaseScreenings(Screenings screenings, ApplicationEventPublisher events) {
        this.screenings = screenings;
        this.events = events;
    }

    public void again(ReviewCase review) {
        if (screenings.again(review.versionId())) {
            events.publishEvent(new CaseRecorded(review.number(), "case.screenedAgain", Map.of()));
        }
    }
}
