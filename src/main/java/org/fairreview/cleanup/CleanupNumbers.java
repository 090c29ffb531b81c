package org.fairreview.cleanup;

import org.fairreview.identity.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of clean-ups, per region and year: none twice, no gap. The region's row is locked until the act is over. */
@Component
class CleanupNumbers {

    private static final String SERIES = "cleanup";

    private final JdbcClient jdbc;

    CleanupNumbers(JdbcClient jdbc) {
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
        return "%s-QL-%d-%04d".formatted(Region.codeOf(regionId), year, number);
    }
}
