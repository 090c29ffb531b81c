package org.fairreview.kit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.fairreview.review.CaseFile;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.springframework.boot.test.context.TestComponent;

/** Waits for the screening of a case's version, which comes after the submission by itself. */
@TestComponent
public class Screened {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CaseFile cases;
    private final Screenings screenings;

    Screened(CaseFile cases, Screenings screenings) {
        this.cases = cases;
        this.screenings = screenings;
    }

    /** The screening of the case's present version, once it is over. */
    public VersionScreening version(String caseNumber) {
        return of(cases.get(caseNumber).versionId());
    }

    public VersionScreening of(String versionId) {
        return Awaitility.await()
                .atMost(LONGEST)
                .until(
                        () -> screenings.of(versionId).orElseThrow(),
                        screening -> screening.state().isOver());
    }
}
