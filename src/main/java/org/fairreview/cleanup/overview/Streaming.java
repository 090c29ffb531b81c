package org.fairreview.cleanup.overview;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads long lists in portions, so that the driver does not hold all of it at once. */
final class Streaming {

    private static final int PORTION = 500;

    private Streaming() {}

    static JdbcClient over(DataSource dataSource) {
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(PORTION);
        return JdbcClient.create(template);
    }
}
