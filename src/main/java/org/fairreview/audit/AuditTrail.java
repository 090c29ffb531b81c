package org.fairreview.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The record of everything that was done: written in the transaction of the act, read by case. */
@Service
public class AuditTrail {

    /** The subject of the entries about backups; no account or unit can have this id. */
    public static final String BACKUPS = "data-folder";

    private static final String COLUMNS =
            """
            select chain, seq, subject, occurred_at, act, actor_id, session, automatic, adopted, details, payload, previous
              from audit_entry where chain = :chain""";

    /** The subjects of what the person of the parameter did, reads left out: a part of queries over many cases. */
    public static final String SUBJECTS_OF_PERSON =
            "select y.subject from audit_entry y where y.actor_id = :person and y.act not like 'read.%'"
                    + " and y.act not like 'refusal.%'";

    private static final String RECORDED =
            """
            select e.id, e.subject, e.occurred_at, e.act, e.actor_id, p.plain, substring(e.details, 1, :kept) beginning
              from audit_entry e
              left join audit_personal p on p.chain = e.chain and p.seq = e.seq and p.name = 'actor'
             where e.occurred_at >= :from and e.occurred_at < :until
               and (e.actor_id is not null or e.act in ('login.failed', 'login.unknown')) and e.act not like 'trace.%'""";

    private static final String ACTS = " and act not like 'read.%' and act not like 'trace.%'";

    /** An entry before its erasable values are put to it. */
    private record Row(ChainEntry link, @Nullable String details) {}

    /** Who did something last, and when; no name where it was the product. */
    public record LastAct(@Nullable String name, Instant at) {}

    private final FeatureRows rows;
    private final RecordWriter writer;
    private final Recording recording;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AuditTrail(FeatureRows rows, RecordWriter writer, Recording recording, JdbcClient jdbc, ObjectMapper json) {
        this.rows = rows;
        this.writer = writer;
        this.recording = recording;
        this.jdbc = jdbc;
        this.json = json;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditableEvent event) {
        PendingRecord.current(rows, writer).add(recording.entry(event));
    }

    /** The acts about one subject, oldest first; without reads, and without what the product notes beside the acts. */
    @Transactional(readOnly = true)
    public List<AuditEntry> of(String subject) {
        return read(Chains.of(subject), COLUMNS + ACTS + " order by chain, seq", Map.of());
    }

    /** Everything on the chain of one subject: acts, tasks taken, automatic steps, timers, decisions, files; oldest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> everythingOf(String subject) {
        return read(Chains.of(subject), COLUMNS + " order by chain, seq", Map.of());
    }

    /** Who read, printed or took away what of one subject, oldest first: acts whose key begins with {@code read.}. */
    @Transactional(readOnly = true)
    public List<AuditEntry> readsOf(String subject) {
        return read(
                Chains.readsOf(subject),
                COLUMNS + " and subject = :subject order by chain, seq",
                Map.of("subject", subject));
    }

    /** The newest act about one subject; no read. */
    @Transactional(readOnly = true)
    public Optional<AuditEntry> lastOf(String subject) {
        return read(
                        Chains.of(subject),
                        COLUMNS + ACTS + " order by chain desc, seq desc fetch first 1 rows only",
                        Map.of())
                .stream()
                .findFirst();
    }

    /** Who did the newest act about each of the subjects, and when; those about which there is none are left out. */
    @Transactional(readOnly = true)
    public Map<String, LastAct> lastOfEach(Collection<String> subjects) {
        Map<String, LastAct> byChain = new HashMap<>();
        if (!subjects.isEmpty()) {
            jdbc.sql(
                            """
                            select e.chain, e.occurred_at, e.actor_id, p.plain from audit_entry e
                              left join audit_personal p on p.chain = e.chain and p.seq = e.seq and p.name = 'actor'
                             where e.chain in (:chains) and e.seq = (select max(n.seq) from audit_entry n where n.chain = e.chain
                               and n.act not like 'read.%' and n.act not like 'trace.%')""")
                    .param("chains", subjects.stream().map(Chains::of).toList())
                    .query((ResultSet row) -> {
                        String who = row.getString("plain");
                        byChain.put(
                                row.getString("chain"),
                                new LastAct(
                                        who == null ? row.getString("actor_id") : textOf(tree(who), "name"),
                                        row.getObject("occurred_at", OffsetDateTime.class)
                                                .toInstant()));
                    });
        }
        Map<String, LastAct> last = new HashMap<>();
        subjects.forEach(subject ->
                Optional.ofNullable(byChain.get(Chains.of(subject))).ifPresent(act -> last.put(subject, act)));
        return last;
    }

    /** The newest entries of a chain such as {@link Chains#LOGINS}, the newest first. */
    @Transactional(readOnly = true)
    public List<AuditEntry> newestIn(String chain, int most) {
        return read(
                chain, COLUMNS + " order by chain desc, seq desc fetch first :most rows only", Map.of("most", most));
    }

    /** What people did between two moments, reads included, the newest first; the system's own acts are left out. */
    @Transactional(readOnly = true)
    public List<RecordedAct> acts(Instant from, Instant until, int most) {
        return recorded("", Map.of(), from, until, most);
    }

    /** What one person did between two moments, reads included, the newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> actsOfPerson(String userId, Instant from, Instant until, int most) {
        return recorded(" and e.actor_id = :person", Map.of("person", userId), from, until, most);
    }

    /** What the people of a unit did between two moments, by the name that the unit had then, the newest first. */
    @Transactional(readOnly = true)
    public List<RecordedAct> actsOfUnit(String unitName, Instant from, Instant until, int most) {
        return recorded(
                " and p.plain like :unit escape '!'", Map.of("unit", "%" + inJson(unitName) + "%"), from, until, most);
    }

    private List<RecordedAct> recorded(String which, Map<String, ?> parameters, Instant from, Instant until, int most) {
        return jdbc.sql(RECORDED + which + " order by e.id desc fetch first :most rows only")
                .params(parameters)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("kept", RecordedAct.KEPT)
                .query((row, line) -> recorded(row))
                .list();
    }

    private RecordedAct recorded(ResultSet row) throws SQLException {
        String actor = row.getString("actor_id");
        String who = row.getString("plain");
        JsonNode named = who == null ? null : tree(who);
        return new RecordedAct(
                row.getLong("id"),
                row.getString("subject"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                actor,
                named == null ? actor : textOf(named, "name"),
                named == null ? null : textOf(named, "unit"),
                Objects.requireNonNullElse(row.getString("beginning"), ""));
    }

    private String inJson(String unitName) {
        try {
            return ("\"unit\":" + json.writeValueAsString(unitName)).replaceAll("[!%_]", "!$0");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AuditEntry> read(String chain, String sql, Map<String, ?> parameters) {
        List<Row> found = jdbc.sql(sql)
                .param("chain", chain)
                .params(parameters)
                .query((row, line) -> row(row))
                .list();
        Map<Long, Map<String, String>> personal = personal(chain, found);
        return found.stream()
                .map(row -> entry(row, personal.getOrDefault(row.link().seq(), Map.of())))
                .toList();
    }

    private Map<Long, Map<String, String>> personal(String chain, List<Row> found) {
        Map<Long, Map<String, String>> personal = new HashMap<>();
        LongSummaryStatistics places =
                found.stream().mapToLong(row -> row.link().seq()).summaryStatistics();
        jdbc.sql("select seq, name, plain from audit_personal where chain = ? and seq between ? and ?"
                        + " and plain is not null")
                .params(chain, places.getMin(), places.getMax())
                .query((ResultSet row) -> {
                    personal.computeIfAbsent(row.getLong(1), seq -> new HashMap<>())
                            .put(row.getString(2), row.getString(3));
                });
        return personal;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new ChainEntry(
                        row.getString("chain"),
                        row.getLong("seq"),
                        row.getString("subject"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getString("act"),
                        row.getString("actor_id"),
                        row.getString("session"),
                        row.getBoolean("automatic"),
                        row.getBoolean("adopted"),
                        row.getString("payload"),
                        Map.of(),
                        row.getString("previous")),
                row.getString("details"));
    }

    private AuditEntry entry(Row row, Map<String, String> values) {
        return new AuditEntry(row.link(), actor(row.link(), values), details(row.details(), values));
    }

    private ActingPerson actor(ChainEntry link, Map<String, String> values) {
        String who = values.get(NewEntry.ACTOR);
        if (who == null) {
            return new ActingPerson(link.actor(), link.actor(), null);
        }
        JsonNode read = tree(who);
        return new ActingPerson(link.actor(), textOf(read, "name"), textOf(read, "unit"));
    }

    private String details(@Nullable String details, Map<String, String> values) {
        if (details == null) {
            return "{}";
        }
        if (values.keySet().stream().noneMatch(name -> name.startsWith(NewEntry.DETAIL))) {
            return details;
        }
        ObjectNode whole = (ObjectNode) tree(details);
        values.forEach((name, value) -> {
            if (name.startsWith(NewEntry.DETAIL)) {
                whole.put(name.substring(NewEntry.DETAIL.length()), value);
            }
        });
        return whole.toString();
    }

    private static @Nullable String textOf(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : null;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry cannot be read", e);
        }
    }
}
