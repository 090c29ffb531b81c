package org.fairreview.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts rows into tables; a column that must have a value and is not told about gets some value that it takes. */
final class RandomRows {

    private static final LocalDate SOME_DAY = LocalDate.of(2010, 1, 1);

    private record Column(String name, String type) {}

    private final JdbcClient jdbc;
    private final Map<String, List<Column>> wanted = new HashMap<>();
    private int place;

    RandomRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A name that no other row has. */
    String name(String kind) {
        return "zq-%s-%d".formatted(kind, ++place);
    }

    /** @param pairs columns and their values in turn */
    void put(String table, Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            row.put((String) pairs[at], pairs[at + 1]);
        }
        wanted.computeIfAbsent(table, this::wanted).stream()
                .filter(column -> !row.containsKey(column.name()))
                .forEach(column -> row.put(column.name(), some(column)));
        jdbc.sql("insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", row.keySet()),
                                row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "))))
                .params(new ArrayList<>(row.values()))
                .update();
    }

    private List<Column> wanted(String table) {
        return jdbc.sql("select lower(column_name), upper(data_type) from information_schema.columns"
                        + " where lower(table_name) = ? and is_nullable = 'NO' and column_default is null"
                        + " and is_identity = 'NO'")
                .param(table.toLowerCase(Locale.ROOT))
                .query((row, line) -> new Column(row.getString(1), row.getString(2)))
                .list();
    }

    private Object some(Column column) {
        String type = column.type();
        if (type.startsWith("TIMESTAMP")) {
            return type.contains("ZONE")
                    ? OffsetDateTime.of(SOME_DAY.atStartOfDay(), ZoneOffset.UTC)
                    : SOME_DAY.atStartOfDay();
        }
        if (type.startsWith("DATE")) {
            return SOME_DAY;
        }
        if (type.startsWith("BOOL")) {
            return false;
        }
        return type.contains("INT") || type.startsWith("NUM") || type.startsWith("DEC") ? ++place : "z" + ++place;
    }
}
