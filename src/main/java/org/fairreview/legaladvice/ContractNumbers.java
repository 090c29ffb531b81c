package org.fairreview.legaladvice;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Consecutive numbers of contracts per region and year, drawn in the transaction of the act and falling back with it. */
@Component
class ContractNumbers {

    private final JdbcClient jdbc;

    ContractNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    int next(String regionId, int year) {
        jdbc.sql("select id from region where id = ? for update")
                .param(regionId)
                .query(String.class)
                .single();
        int updated = jdbc.sql("update contract_series set last_number = last_number + 1"
                        + " where region_id = ? and series_year = ?")
                .params(regionId, year)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into contract_series (region_id, series_year, last_number) values (?, ?, 1)")
                    .params(regionId, year)
                    .update();
        }
        return jdbc.sql("select last_number from contract_series where region_id = ? and series_year = ?")
                .params(regionId, year)
                .query(Integer.class)
                .single();
    }
}
