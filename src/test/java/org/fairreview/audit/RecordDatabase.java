package org.fairreview.audit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the tables of the record and nothing else, for whoever changes what must not be changed. */
public final class RecordDatabase implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T01:02:03.456789Z"), ZoneId.of("Asia/Shanghai"));

    private final DataSource source;
    private final AutoCloseable server;
    private final String vendor;
    private final Path data;
    private final JdbcClient jdbc;

    private RecordDatabase(DataSource source, AutoCloseable server, String vendor, Path data, String target) {
        this.source = source;
        this.server = server;
        this.vendor = vendor;
        this.data = data;
        this.jdbc = JdbcClient.create(source);
        migrate(target);
    }

    public static RecordDatabase h2(Path data) {
        return h2(data, "latest");
    }

    /** As a version without chains left it. */
    static RecordDatabase beforeChains(Path data) {
        return h2(data, "0100");
    }

    private static RecordDatabase h2(Path data, String target) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return new RecordDatabase(
                source, () -> JdbcClient.create(source).sql("shutdown").update(), "h2", data, target);
    }

    /** In a file, written through, as the product keeps it. */
    static RecordDatabase h2File(Path data) {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_DELAY=-1".formatted(data.resolve("record")));
        return new RecordDatabase(
                source, () -> JdbcClient.create(source).sql("shutdown").update(), "h2", data, "latest");
    }

    public static RecordDatabase postgres(Path data) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        return new RecordDatabase(server.getPostgresDatabase(), server, "postgresql", data, "latest");
    }

    /** The same database for another account of the server; it asks for no password. */
    static DataSource as(DataSource owner, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(((PGSimpleDataSource) owner).getURL());
        source.setUser(user);
        return source;
    }

    void migrate(String target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/audit", "classpath:db/vendor/" + vendor + "/audit")
                .target(target)
                .load()
                .migrate();
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Destroys what the record of a case says, as the act does. */
    void destroy(String caseNumber) {
        destroy(caseNumber, source);
    }

    /** The same by the account of the source. */
    void destroy(String caseNumber, DataSource source) {
        new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(status -> {
            List<NewEntry> entries = new ArrayList<>();
            new ContentErasure(new JdbcTemplate(source), event -> {
                        AuditableEvent said = (AuditableEvent) event;
                        entries.add(new NewEntry(
                                Chains.of(said.subject(), said.act()),
                                said.subject(),
                                CLOCK.instant(),
                                said.act(),
                                "wangmin",
                                null,
                                false,
                                false,
                                "{\"list\":\"%s\",\"emptied\":%s}"
                                        .formatted(
                                                said.details().get("list"),
                                                said.details().get("emptied")),
                                Map.of()));
                    })
                    .destroy(caseNumber, Map.of("list", "destruction-1"));
            new RecordWriter(new JdbcTemplate(source)).append(entries);
        });
    }

    /** Puts on record what was done with the list that names cases. */
    void list(String act, String actor, String details) {
        append(List.of(new NewEntry(
                Chains.of("destruction-1"),
                "destruction-1",
                CLOCK.instant(),
                act,
                actor,
                null,
                false,
                false,
                details,
                Map.of())));
    }

    /** Drafts and signs a list of one case, as it has to be. */
    void listSigned(String caseNumber) {
        list("destruction.drafted", "wangmin", "{\"reason\":\"期满\",\"cases\":[\"%s\"]}".formatted(caseNumber));
        list("destruction.signed", "liufang", "{\"role\":\"SECTIONHEAD\"}");
        list("destruction.signed", "zhangwei", "{\"role\":\"LEADER\"}");
    }

    /** Takes a subject's chain out of the PostgreSQL, as whoever owns it can. */
    void forget(String subject) {
        jdbc.sql(("set session_replication_role = replica; delete from audit_entry where chain = '%1$s';"
                                + " delete from audit_chain where id = '%1$s'; set session_replication_role = default")
                        .formatted(Chains.of(subject)))
                .update();
    }

    DataSource source() {
        return source;
    }

    Path data() {
        return data;
    }

    RecordWriter writer() {
        return new RecordWriter(new JdbcTemplate(source));
    }

    /** Takes away what refuses changes, as whoever owns the database can. */
    void dropTriggers() {
        if (vendor.equals("h2")) {
            for (String trigger : List.of(
                    "audit_entry_kept",
                    "audit_checkpoint_kept",
                    "audit_leaf_kept",
                    "audit_chain_grows",
                    "audit_personal_erased")) {
                jdbc.sql("drop trigger if exists " + trigger).update();
            }
        } else {
            for (String table :
                    List.of("audit_entry", "audit_checkpoint", "audit_leaf", "audit_chain", "audit_personal")) {
                jdbc.sql("alter table %s disable trigger user".formatted(table)).update();
            }
        }
    }

    /** Records so many acts of Zhao Lei on the subject. */
    void record(String subject, int acts) {
        List<NewEntry> entries = new ArrayList<>();
        for (int act = 0; act < acts; act++) {
            entries.add(act(subject, act));
        }
        append(entries);
    }

    /** Zhao Lei completes a task. */
    static NewEntry act(String subject, int second) {
        return new NewEntry(
                Chains.of(subject),
                subject,
                CLOCK.instant().plusSeconds(second),
                "task.completed",
                "zhaolei",
                "0123456789abcdef0123456789abcdef",
                false,
                false,
                "{\"task\":\"Task_ReviewMeasure\",\"answer\":{\"reason\":\"限制了外地经营者 %d\"}}".formatted(second),
                Map.of("actor", "{\"name\":\"赵磊\",\"unit\":\"市场监督管理局\"}"));
    }

    void append(List<NewEntry> entries) {
        new TransactionTemplate(new DataSourceTransactionManager(source))
                .executeWithoutResult(status -> writer().append(entries));
    }

    CheckpointMaker checkpoints() {
        return new CheckpointMaker(SigningKeys.in(data), new CheckpointFolder(data.resolve("checkpoints")), CLOCK);
    }

    Checkpoint checkpoint() throws SQLException, IOException {
        try (Connection connection = source.getConnection()) {
            return checkpoints().make(connection).checkpoint();
        }
    }

    /** Verifies a chain beside the checkpoints of the database. */
    Verdict verify(String chain) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return Snapshot.read(connection, database -> {
                CheckpointFold signed =
                        new CheckpointTable(database).fold(PublicKeys.in(data.resolve("keys")), fault -> {});
                return new ChainCheck(database, CLOCK).check(chain, signed, (entry, details) -> Optional.empty());
            });
        }
    }

    /** Computes a chain anew from some entry on, as whoever knows the format but has no key can. */
    void recompute(String chain) {
        JdbcTemplate template = new JdbcTemplate(source);
        String[] previous = {Digest.NOTHING};
        long[] length = {0};
        template.query(
                "select * from audit_entry where chain = ? order by seq",
                row -> {
                    ChainEntry link = new ChainEntry(
                            chain,
                            row.getLong("seq"),
                            row.getString("subject"),
                            row.getObject("occurred_at", java.time.OffsetDateTime.class)
                                    .toInstant(),
                            row.getString("act"),
                            row.getString("actor_id"),
                            row.getString("session"),
                            row.getBoolean("automatic"),
                            row.getBoolean("adopted"),
                            Digest.of(row.getString("details")),
                            ChainEntry.readPersonal(row.getString("personal")),
                            previous[0]);
                    previous[0] = link.hash();
                    length[0] = link.seq();
                    template.update(
                            "update audit_entry set payload = ?, previous = ?, hash = ? where chain = ? and seq = ?",
                            link.payload(),
                            link.previous(),
                            link.hash(),
                            chain,
                            link.seq());
                },
                chain);
        template.update("update audit_chain set length = ?, head = ? where id = ?", length[0], previous[0], chain);
    }

    @Override
    public void close() throws Exception {
        server.close();
    }
}
