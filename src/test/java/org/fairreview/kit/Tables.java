package org.fairreview.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that stands in a set of tables, column by column: texts as they are, bytes in every encoding and unpacked. */
public final class Tables {

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GBK"));

    private static final Set<Integer> WORDLESS = Set.of(
            Types.BOOLEAN,
            Types.SMALLINT,
            Types.INTEGER,
            Types.BIGINT,
            Types.DOUBLE,
            Types.DATE,
            Types.TIMESTAMP,
            Types.TIMESTAMP_WITH_TIMEZONE);

    private final JdbcClient jdbc;
    private final List<String> names;

    private Tables(JdbcClient jdbc, List<String> names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** The engine's own tables. */
    public static Tables engine(JdbcClient jdbc) {
        Tables tables = all(jdbc, name -> name.startsWith("act_"));
        if (tables.names.size() < 40 || !tables.names.contains("act_ge_bytearray")) {
            throw new AssertionError("These are not all of the engine's tables: " + tables.names);
        }
        return tables;
    }

    /** The tables of our features. */
    public static Tables ours(JdbcClient jdbc) {
        return all(jdbc, name -> !name.startsWith("act_") && !name.startsWith("flyway"));
    }

    private static Tables all(JdbcClient jdbc, Predicate<String> wanted) {
        return new Tables(
                jdbc,
                jdbc
                        .sql(
                                """
                                select lower(table_name) from information_schema.tables
                                where lower(table_schema) = 'public' and table_type in ('BASE TABLE', 'TABLE')
                                """)
                        .query(String.class)
                        .list()
                        .stream()
                        .filter(wanted)
                        .sorted()
                        .toList());
    }

    public Tables without(String table) {
        return new Tables(
                jdbc, names.stream().filter(name -> !name.equals(table)).toList());
    }

    public Tables only(String table) {
        return new Tables(jdbc, List.of(table));
    }

    public boolean contain(String text) {
        return !whereAny(text).isEmpty();
    }

    /** The columns, as {@code table.column}, in which one of the texts stands. */
    public Set<String> whereAny(String... texts) {
        Set<String> places = new TreeSet<>();
        List<String> encoded = Arrays.stream(texts)
                .flatMap(text -> CHARSETS.stream()
                        .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1)))
                .distinct()
                .toList();
        read((place, value, bytes) -> {
            if ((bytes ? encoded.stream() : Arrays.stream(texts)).anyMatch(value::contains)) {
                places.add(place);
            }
        });
        return places;
    }

    /** What stands in angle brackets behind a mark, wherever it stands. */
    public Set<String> marks(String mark) {
        Set<String> marks = new TreeSet<>();
        read((place, value, bytes) -> marks.addAll(marksIn(mark, value)));
        return marks;
    }

    public static Set<String> marksIn(String mark, String value) {
        Set<String> marks = new TreeSet<>();
        var matcher = Pattern.compile(mark + "<([^>]+)>").matcher(value);
        while (matcher.find()) {
            marks.add(matcher.group(1));
        }
        return marks;
    }

    /** A value of a column; bytes come as one character each. */
    private interface Reader {
        void read(String place, String value, boolean bytes);
    }

    private void read(Reader reader) {
        for (String table : names) {
            jdbc.sql("select * from " + table).query((ResultSetExtractor<Boolean>) rows -> {
                List<Column> columns = columns(table, rows.getMetaData());
                while (rows.next()) {
                    for (Column column : columns) {
                        column.read(rows, reader);
                    }
                }
                return true;
            });
        }
    }

    /** The columns that can hold text. */
    private static List<Column> columns(String table, ResultSetMetaData row) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int number = 1; number <= row.getColumnCount(); number++) {
            if (!WORDLESS.contains(row.getColumnType(number))) {
                columns.add(new Column(
                        number, table + "." + row.getColumnName(number).toLowerCase(Locale.ROOT)));
            }
        }
        return columns;
    }

    private record Column(int number, String place) {

        void read(ResultSet row, Reader reader) throws SQLException {
            Object value = row.getObject(number);
            if (value instanceof byte[] || value instanceof Blob) {
                for (byte[] bytes : unpacked(row.getBytes(number))) {
                    reader.read(place, new String(bytes, StandardCharsets.ISO_8859_1), true);
                }
            } else if (value != null) {
                reader.read(place, row.getString(number), false);
            }
        }
    }

    /** The bytes as they are and, where they are compressed, what is in them. */
    private static List<byte[]> unpacked(byte[] bytes) {
        if (bytes.length > 2 && bytes[0] == (byte) 0x1f && bytes[1] == (byte) 0x8b) {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return List.of(bytes, in.readAllBytes());
            } catch (IOException e) {
                // not compressed after all
            }
        }
        return List.of(bytes);
    }
}
