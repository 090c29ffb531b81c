package org.fairreview.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets rare changes that look before they write wait for one another, on all nodes: each until its transaction ends. */
@Component
public class Turn {

    private final JdbcClient jdbc;

    Turn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void await() {
        jdbc.sql("select id from region order by id fetch first 1 rows only for update")
                .query(String.class)
                .list();
    }
}
