package org.fairreview.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consecutive numbers per series, region and year: none twice, no gap.
 *
 * <p>A number is drawn in the transaction of the act that needs it and falls back with it. The region's row is locked
 * until then, so that two acts of a region wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class NumberSeries {

    private final JdbcClient jdbc;

    NumberSeries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lets nobody else draw a number of the region until the transaction is over. */
    public void await(String regionId) {
        jdbc.sql("select id from region where id = ? for update")
                .param(regionId)
                .query(String.class)
                .single();
    }

    /** The next number of the series, from 1. */
    public int next(String series, String regionId, int year) {
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
        return jdbc.sql("select last_number from number_series where series = ? and region_id = ? and series_year = ?")
                .params(series, regionId, year)
                .query(Integer.class)
                .single();
    }

    /**
     * The next number of a file, e.g. 420600-JB-2026-0001.
     *
     * @param mark the letters that tell the series apart in the number
     */
    public String ofFile(String series, String mark, String regionId, int year) {
        return "%s-%s-%d-%04d".formatted(Region.codeOf(regionId), mark, year, next(series, regionId, year));
    }
}
