package org.fairreview.backup;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table on its way from H2 to PostgreSQL; each column travels as the Java type that fits PostgreSQL's. */
final class MovedTable {

    private static final int BATCH = 500;

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("character varying", String.class),
            Map.entry("text", String.class),
            Map.entry("integer", Integer.class),
            Map.entry("bigint", Long.class),
            Map.entry("double precision", Double.class),
            Map.entry("numeric", BigDecimal.class),
            Map.entry("boolean", Boolean.class),
            Map.entry("date", LocalDate.class),
            Map.entry("timestamp without time zone", LocalDateTime.class),
            Map.entry("timestamp with time zone", OffsetDateTime.class),
            Map.entry("bytea", byte[].class));

    private final String name;
    private final Map<String, Class<?>> columns;

    private MovedTable(String name, Map<String, Class<?>> columns) {
        this.name = name;
        this.columns = columns;
    }

    /**
     * The table with the columns that PostgreSQL has.
     *
     * @param columns each as "name type"
     */
    static MovedTable of(String name, List<String> columns) {
        Map<String, Class<?>> typed = new LinkedHashMap<>();
        for (String column : columns) {
            String[] parts = column.split(" ", 2);
            Class<?> type = TYPES.get(parts[1]);
            if (type == null) {
                throw new IllegalStateException("No way for %s.%s".formatted(name, column));
            }
            typed.put(parts[0], type);
        }
        return new MovedTable(name, typed);
    }

    String name() {
        return name;
    }

    String target() {
        return quoted(name);
    }

    boolean hasColumns(List<String> others) {
        return others.stream()
                .map(other -> other.split(" ", 2)[0])
                .collect(Collectors.toSet())
                .equals(columns.keySet());
    }

    /** Copies all rows, and says what was sent. */
    TableDigest copy(Connection from, Connection to) throws SQLException {
        TableDigest sent = TableDigest.NONE;
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (Statement select = from.createStatement();
                ResultSet row = select.executeQuery(
                        "select %s from %s".formatted(names(true), quoted(name.toUpperCase(Locale.ROOT))));
                PreparedStatement insert = to.prepareStatement("insert into %s (%s) overriding system value values (%s)"
                        .formatted(target(), names(false), places))) {
            while (row.next()) {
                List<@Nullable Object> values = values(row);
                for (int place = 0; place < values.size(); place++) {
                    insert.setObject(place + 1, values.get(place));
                }
                insert.addBatch();
                sent = sent.plus(values);
                if (sent.rows() % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return sent;
    }

    /** What stands in PostgreSQL. */
    TableDigest read(Connection to) throws SQLException {
        TableDigest read = TableDigest.NONE;
        try (Statement select = to.createStatement()) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery("select %s from %s".formatted(names(false), target()))) {
                while (row.next()) {
                    read = read.plus(values(row));
                }
            }
        }
        return read;
    }

    /** New rows get ids behind those that are there. */
    void continueIdentities(Connection to) throws SQLException {
        Set<String> identities = new TreeSet<>();
        try (PreparedStatement select = to.prepareStatement("select column_name from information_schema.columns"
                + " where table_schema = current_schema() and table_name = ? and is_identity = 'YES'")) {
            select.setString(1, name);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    identities.add(row.getString(1));
                }
            }
        }
        for (String column : identities) {
            try (PreparedStatement set = to.prepareStatement(
                    "select setval(pg_get_serial_sequence(?, ?), coalesce(max(%s), 0) + 1, false) from %s"
                            .formatted(quoted(column), target()))) {
                set.setString(1, target());
                set.setString(2, column);
                set.execute();
            }
        }
    }

    private List<@Nullable Object> values(ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        int place = 1;
        for (Class<?> type : columns.values()) {
            values.add(type == byte[].class ? row.getBytes(place) : row.getObject(place, type));
            place++;
        }
        return values;
    }

    /** The columns in the order of PostgreSQL, in its letters or in H2's. */
    private String names(boolean capitals) {
        return columns.keySet().stream()
                .map(column -> quoted(capitals ? column.toUpperCase(Locale.ROOT) : column))
                .collect(Collectors.joining(", "));
    }

    private static String quoted(String identifier) {
        return '"' + identifier + '"';
    }
}
