package org.fairreview.supervision.complaint;

import org.fairreview.identity.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of complaints, e.g. 420600-JB-2026-0001: drawn in the transaction of the act, no gap, none twice. */
@Component
class ComplaintNumbers {

    private static final String SERIES = "complaint";

    private final JdbcClient jdbc;

    ComplaintNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    String next(String regionId, int year) {
        jdbc.sql("select id from region where id = ? for update")
                .param(regionId)
                .query(String.class)
                .single();
        int updated = jdbc.sql("update number_series set last_number = last_number + 1"
                        + " where series = ? and region_id = ? and series_year = ?")
                .params(SERIES, regionId, year)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into number_series (series, region_id, series_year, last_number) values (?, ?, ?, 1)")
                    .params(SERIES, regionId, year)
                    .update();
        }
        int number = jdbc.sql("select last_number from number_series"
                        + " where series = ? and region_id = ? and series_year = ?")
                .params(SERIES, regionId, year)
                .query(Integer.class)
                .single();
        return "%s-JB-%d-%04d".formatted(Region.codeOf(regionId), year, number);
    }
}
