package org.fairreview.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads chains from the database and verifies them, entry by entry: the canonical form is built anew from the columns that
 * the pages read. It holds a few hundred entries at a time, however long a chain is.
 *
 * <p>The caller's connection must show one moment of the database (repeatable read).
 */
public final class ChainCheck {

    /** Who looks at each entry after it was found to fit, e.g. at the documents that it names. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Gives back what does not fit about it.
         *
         * @param details absent where they were destroyed
         */
        Optional<Fault> visit(ChainEntry entry, @Nullable String details) throws SQLException;

        /** Gives back what does not fit once a whole chain was read. */
        default Optional<Fault> end(String chain) throws SQLException {
            return Optional.empty();
        }
    }

    private static final int PAGE = 200;

    private static final String ENTRIES =
            """
            select seq, subject, occurred_at, act, actor_id, session, automatic, adopted, details, payload, personal, previous,
              hash from audit_entry where chain = ? and seq > ? order by chain, seq fetch first %d rows only"""
                    .formatted(PAGE);

    private final Connection database;
    private final Clock clock;

    public ChainCheck(Connection database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An entry with what the row says besides. */
    private record Row(ChainEntry link, boolean readable, @Nullable String details, String hash) {}

    /** A value that can be erased; both are absent when it was. */
    private record Personal(@Nullable String salt, @Nullable String plain) {

        boolean isErased() {
            return salt == null && plain == null;
        }

        boolean fits(String digest) {
            return salt != null
                    && plain != null
                    && salt.matches("([0-9a-f]{2})+")
                    && Digest.of(HexFormat.of().parseHex(salt), plain.getBytes(StandardCharsets.UTF_8))
                            .equals(digest);
        }
    }

    /** Verifies one chain, against the heads that were signed if there are any. */
    public Verdict check(String chain, CheckpointFold signed, Visitor visitor) throws SQLException {
        return new Reading(chain, signed, visitor).verdict();
    }

    /** The names of all chains that have a head or an entry. */
    public List<String> chains() throws SQLException {
        List<String> chains = new ArrayList<>();
        try (PreparedStatement query = database.prepareStatement(
                        "select id from audit_chain union select distinct chain from audit_entry order by 1");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                chains.add(row.getString(1));
            }
        }
        return chains;
    }

    /** One chain while it is read. */
    private final class Reading {

        private final String chain;
        private final Visitor visitor;
        private final @Nullable Leaf leaf;
        private final Verdict.@Nullable Seal seal;
        private final String signedBy;
        private final EmptiedEntries emptied;
        private long entries;
        private long adopted;
        private long erased;
        private String previous = Digest.NOTHING;

        Reading(String chain, CheckpointFold signed, Visitor visitor) {
            this.chain = chain;
            this.visitor = visitor;
            this.emptied = new EmptiedEntries(chain);
            this.leaf = signed.headOf(chain).orElse(null);
            this.seal = leaf == null
                    ? null
                    : signed.newest()
                            .map(newest -> new Verdict.Seal(newest.number(), newest.at(), leaf.length()))
                            .orElse(null);
            this.signedBy = signed.signerOf(chain)
                    .map(checkpoint -> String.valueOf(checkpoint.number()))
                    .orElse("");
        }

        Verdict verdict() throws SQLException {
            Fault fault = fault();
            Verdict.State state = fault != null
                    ? Verdict.State.BROKEN
                    : seal == null ? Verdict.State.NOT_PROVEN : Verdict.State.WHOLE;
            return new Verdict(chain, state, entries, fault, seal, adopted, erased, emptied.count(), clock.instant());
        }

        private @Nullable Fault fault() throws SQLException {
            List<Row> page = page();
            while (!page.isEmpty()) {
                Map<Long, Map<String, Personal>> personal = personal(page);
                for (Row row : page) {
                    Fault fault = fault(row, personal.getOrDefault(row.link().seq(), Map.of()));
                    if (fault != null) {
                        return fault;
                    }
                }
                page = page.size() < PAGE ? List.of() : page();
            }
            Fault fault = endFault();
            if (fault != null) {
                return fault;
            }
            Optional<Fault> gone = emptied.end();
            return (gone.isPresent() ? gone : visitor.end(chain)).orElse(null);
        }

        private @Nullable Fault fault(Row row, Map<String, Personal> personal) throws SQLException {
            ChainEntry link = row.link();
            if (link.seq() != entries + 1) {
                return Fault.at(
                        chain, entries + 1, link.seq() > entries ? Fault.Kind.ENTRY_MISSING : Fault.Kind.ENTRY_SURPLUS);
            }
            if (!link.previous().equals(previous)) {
                return Fault.at(chain, link.seq(), Fault.Kind.ENTRY_ORDER);
            }
            if (row.details() != null && !Digest.of(row.details()).equals(link.payload())) {
                return Fault.at(chain, link.seq(), Fault.Kind.ENTRY_DETAILS);
            }
            if (!row.readable() || !hashOf(link).equals(row.hash())) {
                return Fault.at(chain, link.seq(), Fault.Kind.ENTRY_FIELDS);
            }
            for (Map.Entry<String, String> digest : link.personal().entrySet()) {
                Personal value = personal.get(digest.getKey());
                if (value != null && value.isErased()) {
                    erased++;
                } else if (value == null || !value.fits(digest.getValue())) {
                    return Fault.at(chain, link.seq(), Fault.Kind.ENTRY_PERSONAL);
                }
            }
            if (personal.size() > link.personal().size()) {
                return Fault.at(chain, link.seq(), Fault.Kind.ENTRY_PERSONAL);
            }
            Fault emptiedFault =
                    emptied.accept(link.seq(), link.act(), row.details()).orElse(null);
            if (emptiedFault != null) {
                return emptiedFault;
            }
            entries = link.seq();
            previous = row.hash();
            adopted += link.adopted() ? 1 : 0;
            if (leaf != null && leaf.length() == entries && !leaf.head().equals(previous)) {
                return Fault.at(chain, entries, Fault.Kind.CHAIN_NOT_AS_SIGNED, signedBy);
            }
            return visitor.visit(link, row.details()).orElse(null);
        }

        private @Nullable Fault endFault() throws SQLException {
            Leaf head = head();
            if (leaf != null && leaf.length() > entries) {
                return Fault.at(
                        chain,
                        entries + 1,
                        Fault.Kind.CHAIN_SHORTER_THAN_SIGNED,
                        signedBy,
                        String.valueOf(leaf.length()),
                        String.valueOf(entries));
            }
            if (head == null) {
                return entries == 0 ? null : Fault.at(chain, 1, Fault.Kind.CHAIN_HEAD_MISSING);
            }
            return head.length() == entries && head.head().equals(previous)
                    ? null
                    : Fault.at(chain, entries + 1, Fault.Kind.CHAIN_END, String.valueOf(head.length()));
        }

        private @Nullable Leaf head() throws SQLException {
            try (PreparedStatement query =
                    database.prepareStatement("select length, head from audit_chain where id = ?")) {
                query.setString(1, chain);
                try (ResultSet row = query.executeQuery()) {
                    return row.next() ? new Leaf(chain, row.getLong(1), row.getString(2)) : null;
                }
            }
        }

        private List<Row> page() throws SQLException {
            List<Row> page = new ArrayList<>();
            try (PreparedStatement query = database.prepareStatement(ENTRIES)) {
                query.setString(1, chain);
                query.setLong(2, entries);
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        page.add(row(row));
                    }
                }
            }
            return page;
        }

        private Row row(ResultSet row) throws SQLException {
            Map<String, String> personal = ChainEntry.readPersonal(row.getString("personal"));
            return new Row(
                    new ChainEntry(
                            chain,
                            row.getLong("seq"),
                            row.getString("subject"),
                            row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                            row.getString("act"),
                            row.getString("actor_id"),
                            row.getString("session"),
                            row.getBoolean("automatic"),
                            row.getBoolean("adopted"),
                            row.getString("payload"),
                            Objects.requireNonNullElse(personal, Map.of()),
                            row.getString("previous")),
                    personal != null,
                    row.getString("details"),
                    row.getString("hash"));
        }

        private Map<Long, Map<String, Personal>> personal(List<Row> page) throws SQLException {
            Map<Long, Map<String, Personal>> found = new HashMap<>();
            try (PreparedStatement query = database.prepareStatement(
                    "select seq, name, salt, plain from audit_personal where chain = ? and seq between ? and ?")) {
                query.setString(1, chain);
                query.setLong(2, page.get(0).link().seq());
                query.setLong(3, page.get(page.size() - 1).link().seq());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        found.computeIfAbsent(row.getLong(1), seq -> new HashMap<>())
                                .put(row.getString(2), new Personal(row.getString(3), row.getString(4)));
                    }
                }
            }
            return found;
        }

        /** The hash that the columns give; nothing where a text in them is none. */
        private static String hashOf(ChainEntry link) {
            try {
                return link.hash();
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
    }
}
