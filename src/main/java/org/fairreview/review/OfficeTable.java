package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an office has set for itself: the signers of a conclusion, the prefix of its document numbers. */
@Component
class OfficeTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    OfficeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The signing chain in force today, one to three steps; the region's own, or the one for all regions. */
    List<SigningStep> signingChain(String regionId) {
        List<SigningStep> own = chainOf(regionId);
        return own.isEmpty() ? chainOf("*") : own;
    }

    /** The chain of a unit's own review: its review body checks, its head signs (Measures 5, 29). */
    List<SigningStep> ownReviewChain() {
        return chainOf("own");
    }

    /** The prefix of document numbers (发文机关代字), e.g. 襄市监公竞审. */
    String documentPrefix(String regionId) {
        return value("document.prefix", regionId, LocalDate.now(clock));
    }

    /** What an office has set under the name, in force on the day; the region's own, or that for all regions. */
    String value(String name, String regionId, LocalDate day) {
        return jdbc.sql(
                        """
                        select setting from office_value
                        where name = ? and region_id in (?, '*') and valid_from <= ?
                        order by case when region_id = '*' then 1 else 0 end, valid_from desc
                        """)
                .params(name, regionId, day)
                .query(String.class)
                .list()
                .get(0);
    }

    private List<SigningStep> chainOf(String regionId) {
        return jdbc.sql(
                        """
                        select label, role from office_signing_step
                        where region_id = ? and valid_from =
                          (select max(valid_from) from office_signing_step where region_id = ? and valid_from <= ?)
                        order by place
                        """)
                .params(regionId, regionId, LocalDate.now(clock))
                .query((row, line) -> new SigningStep(row.getString("label"), Role.valueOf(row.getString("role"))))
                .list();
    }
}
