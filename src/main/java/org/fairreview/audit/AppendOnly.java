package org.fairreview.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/**
 * The trigger by which H2 refuses that the record is changed: a chain's head only grows, personal data are only erased,
 * details only destroyed, everything else stays. PostgreSQL has functions of its own for it.
 */
public final class AppendOnly implements Trigger {

    private String table = "";
    private List<String> columns = List.of();

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type)
            throws SQLException {
        table = tableName.toLowerCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        try (ResultSet column = connection.getMetaData().getColumns(null, schema, tableName, null)) {
            while (column.next()) {
                names.add(column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        columns = names;
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] old, Object @Nullable [] changed) throws SQLException {
        boolean allowed = old != null
                && changed != null
                && switch (table) {
                    case "audit_chain" -> isSame("id", old, changed) && length(changed) > length(old);
                    case "audit_entry" -> isEmptied(old, changed);
                    case "audit_personal" -> isErased(old, changed);
                    default -> false;
                };
        if (!allowed) {
            throw new SQLException("The record is append-only: " + table);
        }
    }

    private long length(Object[] row) {
        return ((Number) row[columns.indexOf("length")]).longValue();
    }

    private boolean isEmptied(Object[] old, Object[] changed) {
        return columns.stream().allMatch(column -> column.equals("details") || isSame(column, old, changed))
                && changed[columns.indexOf("details")] == null;
    }

    private boolean isErased(Object[] old, Object[] changed) {
        return isSame("chain", old, changed)
                && isSame("seq", old, changed)
                && isSame("name", old, changed)
                && changed[columns.indexOf("salt")] == null
                && changed[columns.indexOf("plain")] == null;
    }

    private boolean isSame(String column, Object[] old, Object[] changed) {
        int place = columns.indexOf(column);
        return Objects.equals(old[place], changed[place]);
    }
}
