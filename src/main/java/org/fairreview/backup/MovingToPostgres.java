package org.fairreview.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fairreview.workflow.EngineSchema;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Moves the rows of a stopped product from the H2 database in its folder to an empty PostgreSQL.
 *
 * <p>Tables and engine make their schemas themselves. All rows are copied, read back and compared in one transaction; where
 * anything differs, PostgreSQL is left as empty as it was. The files stay in the data folder.
 */
final class MovingToPostgres {

    /** Where the rows go. */
    private record Target(String url, String user, String password) {

        FluentConfiguration flyway() {
            return Flyway.configure().dataSource(url, user, password);
        }
    }

    /** What was moved. */
    record Moved(int tables, long rows) {}

    private static final String HISTORY_OF_MIGRATIONS = "flyway_schema_history";

    private final Path data;

    MovingToPostgres(Path data) {
        this.data = data;
    }

    /**
     * Moves all rows.
     *
     * @throws BackupRefused where the product runs, the target is not empty, or a table does not arrive as it was
     */
    Moved to(String url, String user, String password) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new BackupRefused(
                    "目标地址 %s 不正确，应当形如 jdbc:postgresql://主机:5432/数据库名。 The target is not a jdbc:postgresql address."
                            .formatted(url));
        }
        Target target = new Target(url, user, password);
        try (Connection from = openStopped();
                Connection to = openEmpty(target)) {
            try {
                target.flyway()
                        .locations("classpath:db/migration", "classpath:db/vendor/postgresql")
                        .load()
                        .migrate();
                EngineSchema.create(url, user, password);
                return move(from, to);
            } catch (SQLException | RuntimeException e) {
                try {
                    to.rollback();
                } finally {
                    empty(target);
                }
                throw e;
            }
        } catch (BackupRefused refused) {
            throw refused;
        } catch (SQLException | RuntimeException e) {
            throw new BackupRefused(
                    "没有迁移（%s）。请按提示排除后重试；目标数据库已不为空的，请新建一个。 Nothing was moved; if the target is not empty now, make a new one."
                            .formatted(String.valueOf(e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")));
        }
    }

    /** Opening it keeps the product from being started meanwhile. */
    private Connection openStopped() {
        if (!Files.exists(data.resolve(DatabaseCopy.DATABASE_FILE))) {
            throw new BackupRefused(
                    "数据目录 %s 里没有 H2 数据库，请检查环境变量 FAIRREVIEW_DATA。 There is no H2 database in the data folder."
                            .formatted(data));
        }
        try {
            return DriverManager.getConnection(
                    "jdbc:h2:file:" + data.resolve(DatabaseCopy.DATABASE) + ";IFEXISTS=TRUE;WRITE_DELAY=0",
                    "fairreview",
                    Files.readString(data.resolve("db.secret")).strip());
        } catch (SQLException | IOException e) {
            throw new BackupRefused(
                    "数据库正在使用或者无法打开，请先停止产品。 The database is in use or cannot be opened; stop the product first.");
        }
    }

    private static Connection openEmpty(Target target) throws SQLException {
        Connection connection;
        try {
            connection = DriverManager.getConnection(target.url(), target.user(), target.password());
        } catch (SQLException e) {
            throw new BackupRefused("无法连接目标数据库（%s）。 The target cannot be reached.".formatted(e.getMessage()));
        }
        try {
            if (!"UTF8".equals(text(connection, "show server_encoding"))) {
                throw new BackupRefused("目标数据库的编码不是 UTF8，请以 UTF8 编码新建数据库。 The encoding of the target is not UTF8.");
            }
            if (number(connection, "select count(*) from pg_class where relnamespace = current_schema()::regnamespace")
                    > 0) {
                throw new BackupRefused("目标数据库不是空的，请新建一个数据库。 The target is not empty; make a new database.");
            }
            connection.setAutoCommit(false);
            return connection;
        } catch (BackupRefused | SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static void empty(Target target) {
        target.flyway().cleanDisabled(false).load().clean();
    }

    private static Moved move(Connection from, Connection to) throws SQLException {
        Map<String, MovedTable> tables = tables(from, to);
        refuseOtherVersion(from, to);
        Map<String, String> references = dropReferences(to);
        List<String> guarded = guardedTables(to);
        for (String table : guarded) {
            run(to, "alter table " + table + " disable trigger user");
        }
        run(
                to,
                "truncate table "
                        + tables.values().stream().map(MovedTable::target).collect(Collectors.joining(", ")));
        long rows = 0;
        for (MovedTable table : tables.values()) {
            TableDigest sent = table.copy(from, to);
            TableDigest arrived = table.read(to);
            if (!sent.equals(arrived)) {
                throw new BackupRefused("表 %s 迁移前后不一致，没有迁移任何内容。 A table did not arrive as it was; nothing was moved."
                        .formatted(table.name()));
            }
            table.continueIdentities(to);
            rows += sent.rows();
        }
        for (String reference : references.values()) {
            run(to, reference);
        }
        for (String table : guarded) {
            run(to, "alter table " + table + " enable trigger user");
        }
        to.commit();
        return new Moved(tables.size(), rows);
    }

    /** The tables of both databases, which must be the same with the same columns. */
    private static Map<String, MovedTable> tables(Connection from, Connection to) throws SQLException {
        Map<String, List<String>> there = columns(
                from,
                "select c.table_name, c.column_name, '' from information_schema.columns c"
                        + " join information_schema.tables t on t.table_schema = c.table_schema"
                        + " and t.table_name = c.table_name and t.table_type = 'BASE TABLE'"
                        + " where c.table_schema = 'PUBLIC' order by c.ordinal_position");
        Map<String, List<String>> here = columns(
                to,
                "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
                        + " join information_schema.tables t on t.table_schema = c.table_schema"
                        + " and t.table_name = c.table_name and t.table_type = 'BASE TABLE'"
                        + " where c.table_schema = current_schema() order by c.ordinal_position");
        Map<String, MovedTable> tables = new TreeMap<>();
        here.forEach((name, columns) -> tables.put(name, MovedTable.of(name, columns)));
        boolean same = there.keySet().equals(here.keySet())
                && here.keySet().stream().allMatch(name -> tables.get(name).hasColumns(there.get(name)));
        if (!same) {
            throw otherVersion();
        }
        return tables;
    }

    /** Columns as "name type", by table; names in small letters. */
    private static Map<String, List<String>> columns(Connection connection, String sql) throws SQLException {
        Map<String, List<String>> found = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                String table = row.getString(1).toLowerCase(Locale.ROOT);
                if (!table.equals(HISTORY_OF_MIGRATIONS)) {
                    found.computeIfAbsent(table, name -> new ArrayList<>())
                            .add(row.getString(2).toLowerCase(Locale.ROOT) + " " + row.getString(3));
                }
            }
        }
        return found;
    }

    private static void refuseOtherVersion(Connection from, Connection to) throws SQLException {
        String migrations =
                """
                select "version", case when "script" like '%%vendor.sql' then null else "checksum" end from "%s"
                where "version" is not null order by "installed_rank\""""
                        .formatted(HISTORY_OF_MIGRATIONS);
        if (!pairs(from, migrations).equals(pairs(to, migrations))) {
            throw otherVersion();
        }
    }

    private static BackupRefused otherVersion() {
        return new BackupRefused("H2 数据库由另一个版本的产品写成。请先用现在的版本在 H2 上启动一次，停止后再迁移。 "
                + "The H2 database is of another version; start this version on it once, stop it, and try again.");
    }

    /** The tables that refuse changes by triggers, which would refuse to be emptied. */
    private static List<String> guardedTables(Connection to) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery(
                        "select distinct t.tgrelid::regclass::text from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                                + " where not t.tgisinternal and c.relnamespace = current_schema()::regnamespace")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    /** Takes the references between rows away, and gives back how they are made again; that checks every row. */
    private static Map<String, String> dropReferences(Connection to) throws SQLException {
        Map<String, String> references = new LinkedHashMap<>();
        try (Statement statement = to.createStatement();
                ResultSet row = statement.executeQuery(
                        "select conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)"
                                + " from pg_constraint where contype = 'f'"
                                + " and connamespace = current_schema()::regnamespace order by conname")) {
            while (row.next()) {
                String table = "alter table " + row.getString(1);
                references.put(
                        table + " drop constraint " + row.getString(2),
                        table + " add constraint " + row.getString(2) + " " + row.getString(3));
            }
        }
        for (String drop : references.keySet()) {
            run(to, drop);
        }
        return references;
    }

    private static Map<String, String> pairs(Connection connection, String sql) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        return Long.parseLong(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
