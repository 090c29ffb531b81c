package org.fairreview.cleanup.web;

import org.fairreview.cleanup.LegacyCases;
import org.fairreview.identity.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How far the screening of a measure's text is. */
@RestController
class LegacyScreeningController {

    /** Where the screening stands, for a form that waits. */
    record Standing(boolean over, String said) {}

    private final CurrentActor currentActor;
    private final LegacyCases cases;
    private final LegacyHitViews hits;

    LegacyScreeningController(CurrentActor currentActor, LegacyCases cases, LegacyHitViews hits) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.hits = hits;
    }

    @GetMapping("/cleanup/cases/{legacyCase}/screening")
    Standing standing(@PathVariable String legacyCase) {
        return cases.find(legacyCase, currentActor.get())
                .flatMap(hits::screening)
                .map(screening -> new Standing(screening.state().isOver(), hits.said(screening)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
