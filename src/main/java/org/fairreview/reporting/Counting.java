package org.fairreview.reporting;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts figures from the ledger as it is today. */
@Service
@Transactional(readOnly = true)
public class Counting extends Reading {

    private final OfficeDays days;
    private final Clock clock;

    Counting(JdbcClient jdbc, DataSource dataSource, Clock clock) {
        super(jdbc, dataSource);
        this.days = new OfficeDays(new JdbcTemplate(dataSource), clock);
        this.clock = clock;
    }

    @Override
    protected String source(Figure figure) {
        return figure.source().rows(days, clock.instant());
    }

    @Override
    protected String within(Figure figure) {
        return figure.countedBy().within();
    }

    @Override
    protected String counted(Figure figure) {
        return "(%s)".formatted(figure.condition());
    }

    @Override
    protected List<Figure> readWith(Figure figure) {
        return Figures.all().stream()
                .filter(each -> each.source() == figure.source() && each.countedBy() == figure.countedBy())
                .toList();
    }
}
