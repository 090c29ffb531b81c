package org.fairreview.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends entries to their chains, in the transaction of the caller; from then on the chains' heads are locked. */
@Component
class RecordWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcTemplate jdbc;
    private final SecureRandom random = new SecureRandom();
    private final String create;

    RecordWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        boolean postgres = "PostgreSQL".equals(jdbc.execute((ConnectionCallback<String>)
                (Connection connection) -> connection.getMetaData().getDatabaseProductName()));
        this.create = "insert into audit_chain (id, length, head) values (?, 0, ?)"
                + (postgres ? " on conflict do nothing" : "");
    }

    /** Where a chain ends. */
    private record Head(long length, String hash) {}

    /** Appends the entries in their order; chains are locked in the order of their names, so that nobody waits in a ring. */
    void append(List<NewEntry> entries) {
        Map<String, List<NewEntry>> byChain =
                entries.stream().collect(Collectors.groupingBy(NewEntry::chain, TreeMap::new, Collectors.toList()));
        byChain.forEach(this::append);
    }

    private void append(String chain, List<NewEntry> entries) {
        Head head = lock(chain);
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> values = new ArrayList<>();
        for (NewEntry entry : entries) {
            long seq = head.length() + 1;
            Map<String, String> digests = new TreeMap<>();
            entry.personal().forEach((name, value) -> {
                byte[] salt = new byte[16];
                random.nextBytes(salt);
                digests.put(name, Digest.of(salt, value.getBytes(StandardCharsets.UTF_8)));
                values.add(new Object[] {chain, seq, name, HEX.formatHex(salt), value});
            });
            ChainEntry link = new ChainEntry(
                    chain,
                    seq,
                    entry.subject(),
                    entry.at(),
                    entry.act(),
                    entry.actor(),
                    entry.session(),
                    entry.automatic(),
                    entry.adopted(),
                    Digest.of(entry.details()),
                    digests,
                    head.hash());
            head = new Head(seq, link.hash());
            rows.add(row(link, entry.details(), head.hash()));
        }
        jdbc.batchUpdate(
                """
                insert into audit_entry (chain, seq, subject, occurred_at, act, actor_id, session, automatic, adopted,
                  details, payload, personal, previous, hash)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rows);
        if (!values.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into audit_personal (chain, seq, name, salt, plain) values (?, ?, ?, ?, ?)", values);
        }
        jdbc.update("update audit_chain set length = ?, head = ? where id = ?", head.length(), head.hash(), chain);
    }

    private static Object[] row(ChainEntry link, String details, String hash) {
        return new Object[] {
            link.chain(),
            link.seq(),
            link.subject(),
            link.at().atOffset(ZoneOffset.UTC),
            link.act(),
            link.actor(),
            link.session(),
            link.automatic(),
            link.adopted(),
            details,
            link.payload(),
            link.personalText(),
            link.previous(),
            hash
        };
    }

    private Head lock(String chain) {
        List<Head> found = find(chain);
        if (found.isEmpty()) {
            try {
                jdbc.update(create, chain, Digest.NOTHING);
            } catch (DuplicateKeyException e) {
                // another act began the chain at the same moment
            }
            found = find(chain);
        }
        return found.get(0);
    }

    private List<Head> find(String chain) {
        return jdbc.query(
                "select length, head from audit_chain where id = ? for update",
                (row, line) -> new Head(row.getLong(1), Objects.requireNonNull(row.getString(2))),
                chain);
    }
}
