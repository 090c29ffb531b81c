package org.fairreview.supervision.spotcheck;

import org.fairreview.identity.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of spot checks and of their reports, per region and year: none twice, no gap. */
@Component
class SpotCheckNumbers {

    private static final String CHECKS = "spotcheck";
    private static final String REPORTS = "spotcheck-report:";

    private final JdbcClient jdbc;

    SpotCheckNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The number of a spot check, e.g. 420600-CC-2026-0001. */
    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        return "%s-CC-%d-%04d".formatted(Region.codeOf(regionId), year, next(CHECKS, regionId, year));
    }

    /** The 文号 of a report, e.g. 市监抽查报〔2026〕1号. */
    @Transactional(propagation = Propagation.MANDATORY)
    String ofReport(String series, String regionId, int year) {
        return "%s〔%d〕%d号".formatted(series, year, next(REPORTS + series, regionId, year));
    }

    private int next(String series, String regionId, int year) {
        jdbc.sql("select id from region where id = ? for update")
                .param(regionId)
                .query(String.class)
                .single();
        int updated = jdbc.sql("update number_series set last_number = last_number + 1"
                        + " where series = ? and region_id = ? and series_year = ?")
                .params(series, regionId, year)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into number_series (series, region_id, series_year, last_number) values (?, ?, ?, 1)")
                    .params(series, regionId, year)
                    .update();
        }
        return jdbc.sql("select last_number from number_series where series = ? and region_id = ? and series_year = ?")
                .params(series, regionId, year)
                .query(Integer.class)
                .single();
    }
}
