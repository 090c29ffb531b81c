package org.fairreview.reporting;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts figures from the ledger as it is today. */
@Service
@Transactional(readOnly = true)
public class Counting extends Reading {

    private final Clock clock;

    Counting(JdbcClient jdbc, DataSource dataSource, Clock clock) {
        super(jdbc, dataSource);
        this.clock = clock;
    }

    @Override
    protected String source(Figure figure) {
        return figure.source().rows(clock.getZone().getId(), clock.instant());
    }

    @Override
    protected String condition(Figure figure, Slice slice) {
        return slice.condition(figure);
    }
}
