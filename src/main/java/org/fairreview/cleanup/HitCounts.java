package org.fairreview.cleanup;

import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreened;
import org.fairreview.screening.VersionScreening;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with each case how many hits the newest screening of its text has, so that lists need not count them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HitCounts {

    private final Screenings screenings;
    private final JdbcClient jdbc;

    HitCounts(Screenings screenings, JdbcClient jdbc) {
        this.screenings = screenings;
        this.jdbc = jdbc;
    }

    @EventListener
    public void screened(VersionScreened version) {
        keep(version.versionId(), version.hits());
    }

    /** What was screened before the case came in. */
    void takeOver(LegacyCase legacy) {
        legacy.versionId().ifPresent(version -> screenings
                .of(version)
                .filter(VersionScreening::hasResults)
                .ifPresent(screening -> keep(version, screening.hits().size())));
    }

    private void keep(String versionId, int hits) {
        jdbc.sql("update legacy_case set hits = :hits where version_id = :version")
                .param("hits", hits)
                .param("version", versionId)
                .update();
    }
}
