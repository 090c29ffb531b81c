package org.fairreview.workflow;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Indexes on the engine's tables that the engine does not bring, each for a question that it asks at every task. */
final class EngineIndexes {

    private static final List<String> INDEXES = List.of(
            // the variables of an execution that are no task's: by an index on one of both, H2 read those of all cases
            "create index if not exists FAIR_IDX_VARIABLE_EXECUTION on ACT_RU_VARIABLE (EXECUTION_ID_, TASK_ID_)",
            // the subtasks of a task that is completed: there are none, and all open tasks were read for it
            "create index if not exists FAIR_IDX_TASK_PARENT on ACT_RU_TASK (PARENT_TASK_ID_)");

    private EngineIndexes() {}

    static void create(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        INDEXES.forEach(jdbc::execute);
    }
}
