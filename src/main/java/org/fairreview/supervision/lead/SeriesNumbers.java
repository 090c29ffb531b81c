package org.fairreview.supervision.lead;

import org.fairreview.identity.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers per series, region and year: none twice, no gap. The region's row is locked until the act is over. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class SeriesNumbers {

    private final JdbcClient jdbc;

    SeriesNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else allot a number of the region until the transaction is over. */
    public void await(String regionId) {
        jdbc.sql("select id from region where id = ? for update")
                .param(regionId)
                .query(String.class)
                .single();
    }

    /**
     * The next number.
     *
     * @param mark the letters that tell the series apart in the number, e.g. {@code XS}
     */
    public String next(String series, String mark, String regionId, int year) {
        await(regionId);
        int updated = jdbc.sql("update number_series set last_number = last_number + 1"
                        + " where series = ? and region_id = ? and series_year = ?")
                .params(series, regionId, year)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into number_series (series, region_id, series_year, last_number) values (?, ?, ?, 1)")
                    .params(series, regionId, year)
                    .update();
        }
        int number = jdbc.sql("select last_number from number_series"
                        + " where series = ? and region_id = ? and series_year = ?")
                .params(series, regionId, year)
                .query(Integer.class)
                .single();
        return "%s-%s-%d-%04d".formatted(Region.codeOf(regionId), mark, year, number);
    }
}
