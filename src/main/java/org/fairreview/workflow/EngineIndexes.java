package org.fairreview.workflow;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Indexes on the engine's tables that the engine does not bring, each for a question that it asks at every task. They are made by
 * the first start of a version, which the owner of the tables does; an account that only works with them finds them there.
 */
final class EngineIndexes {

    private record Index(String name, String table, String columns) {}

    private static final List<Index> INDEXES = List.of(
            // the variables of an execution that are no task's: by an index on one of both, H2 read those of all cases
            new Index("FAIR_IDX_VARIABLE_EXECUTION", "ACT_RU_VARIABLE", "EXECUTION_ID_, TASK_ID_"),
            // the subtasks of a task that is completed: there are none, and all open tasks were read for it
            new Index("FAIR_IDX_TASK_PARENT", "ACT_RU_TASK", "PARENT_TASK_ID_"));

    private EngineIndexes() {}

    static void create(DataSource dataSource) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        for (Index index : INDEXES) {
            Set<String> present = jdbc.execute((ConnectionCallback<Set<String>>) connection -> of(connection, index));
            if (!present.contains(index.name())) {
                jdbc.execute("create index if not exists %s on %s (%s)"
                        .formatted(index.name(), index.table(), index.columns()));
            }
        }
    }

    /** The names of the indexes that its table has, in capitals. */
    private static Set<String> of(Connection connection, Index index) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String table = database.storesLowerCaseIdentifiers() ? index.table().toLowerCase(Locale.ROOT) : index.table();
        Set<String> names = new HashSet<>();
        try (ResultSet row = database.getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (row.next()) {
                String name = row.getString("INDEX_NAME");
                if (name != null) {
                    names.add(name.toUpperCase(Locale.ROOT));
                }
            }
        }
        return names;
    }
}
