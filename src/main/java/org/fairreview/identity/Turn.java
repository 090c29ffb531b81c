package org.fairreview.identity;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets rare changes that look before they write wait for one another, on all nodes: each until its transaction ends. The
 * row that they lock is nobody else's.
 */
@Component
public class Turn {

    private final JdbcClient jdbc;

    Turn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void await() {
        jdbc.sql("select id from turn for update").query(Integer.class).list();
    }
}
