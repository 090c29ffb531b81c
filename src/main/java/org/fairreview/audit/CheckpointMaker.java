package org.fairreview.audit;

import java.io.IOException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes checkpoints: over the heads of all chains, signed, in the database first and then as a file. */
public final class CheckpointMaker {

    /**
     * What was made.
     *
     * @param late how many files of earlier checkpoints could be written only now
     * @param gone the checkpoints whose files were written earlier and are not there any more
     * @param unwritten why files could not be written; they are written with the next checkpoint that can
     */
    public record Made(Checkpoint checkpoint, int late, List<Long> gone, @Nullable IOException unwritten) {}

    /** How many files were written, and which were written earlier and are not there any more. */
    record Files(int written, List<Long> gone) {}

    private final SigningKeys keys;
    private final CheckpointFolder folder;
    private final Clock clock;

    public CheckpointMaker(SigningKeys keys, CheckpointFolder folder, Clock clock) {
        this.keys = keys;
        this.folder = folder;
        this.clock = clock;
    }

    /** Makes a checkpoint; of two nodes that do so at once, one does and both get it. */
    public Made make(Connection database) throws SQLException, IOException {
        return make(database, null);
    }

    /** Makes a new key and announces it in a checkpoint that the old one signs; from then on the new one signs. */
    public Made rotate(Connection database) throws SQLException, IOException {
        SigningKeys.Pair before = keys.current();
        SigningKeys.Pair next = keys.make();
        Made made = make(database, next.open());
        keys.use(next, before);
        return made;
    }

    private Made make(Connection database, @Nullable PublicKey nextKey) throws SQLException, IOException {
        Checkpoint newest = addAlone(database, nextKey);
        try {
            Files files = write(database, false);
            return new Made(newest, Math.max(0, files.written() - 1), files.gone(), null);
        } catch (IOException e) {
            return new Made(newest, 0, List.of(), e);
        }
    }

    private Checkpoint addAlone(Connection database, @Nullable PublicKey nextKey) throws SQLException, IOException {
        boolean single = database.getAutoCommit();
        database.setAutoCommit(false);
        try {
            CheckpointTable table = new CheckpointTable(database);
            try {
                add(table, nextKey);
                database.commit();
            } catch (SQLException e) {
                database.rollback();
                if (nextKey != null || !CheckpointTable.UNIQUE_VIOLATION.equals(e.getSQLState())) {
                    throw e;
                }
            }
            return table.newest().orElseThrow();
        } finally {
            database.rollback();
            database.setAutoCommit(single);
        }
    }

    /**
     * Writes the files that could not be written yet. Those that were, and are gone, somebody has taken away: they are
     * named, not written.
     *
     * @throws IOException where the folder takes none
     */
    Files writeMissing(Connection database) throws SQLException, IOException {
        return write(database, false);
    }

    /**
     * Writes all files that are not there, from the database; gives back how many those were.
     *
     * @throws IOException where the folder takes none
     */
    public int restore(Connection database) throws SQLException, IOException {
        return write(database, true).written();
    }

    private void add(CheckpointTable table, @Nullable PublicKey nextKey) throws SQLException, IOException {
        Optional<Checkpoint> before = table.newest();
        long number = before.map(Checkpoint::number).orElse(0L) + 1;
        refuseWhereCopiesAreNewer(table, number);
        List<Leaf> heads = table.heads();
        heads.sort(Comparator.comparing(Leaf::chain));
        Map<String, Long> signed = table.signedLengths();
        List<Leaf> grown = heads.stream()
                .filter(head -> head.length() > signed.getOrDefault(head.chain(), 0L))
                .toList();
        SigningKeys.Pair key = before.map(this::keyAfter).orElseGet(keys::current);
        Checkpoint made = new Checkpoint(
                number,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                heads.size(),
                HexFormat.of().formatHex(MerkleTree.root(heads.stream().map(Leaf::hash)::iterator)),
                before.map(Checkpoint::digest).orElse(Digest.NOTHING),
                key.id(),
                nextKey == null ? null : Base64.getEncoder().encodeToString(nextKey.getEncoded()),
                "");
        table.add(made.signed(key), grown);
    }

    /** A database that is older than its copies must not go on beside them: there would be two records. */
    private void refuseWhereCopiesAreNewer(CheckpointTable table, long number) throws SQLException, IOException {
        if (folder.numbers().ceiling(number) == null) {
            return;
        }
        if (table.newest().map(Checkpoint::number).orElse(0L) >= number) {
            throw new SQLException("Another node has made it", CheckpointTable.UNIQUE_VIOLATION);
        }
        throw new CheckpointRefused(AuditTexts.of("audit.refused.copies", folder.path(), number));
    }

    /** The key that has to sign after a checkpoint: the one that it announced, else its own. */
    private SigningKeys.Pair keyAfter(Checkpoint before) {
        String expected =
                before.nextKey() == null ? before.key() : PublicKeys.idOf(PublicKeys.ofBase64(before.nextKey()));
        SigningKeys.Pair key = keys.announced(expected);
        if (!key.id().equals(expected)) {
            throw new CheckpointRefused(AuditTexts.of("audit.refused.key", expected, keys.folder()));
        }
        return key;
    }

    private Files write(Connection database, boolean restoring) throws SQLException, IOException {
        CheckpointTable table = new CheckpointTable(database);
        Set<Long> present = folder.numbers();
        Set<Long> written = table.writtenInto(folder);
        Map<String, PublicKey> known = PublicKeys.in(keys.folder());
        List<Long> gone = new ArrayList<>();
        int now = 0;
        for (long number : table.numbers()) {
            if (!present.contains(number) && written.contains(number) && !restoring) {
                gone.add(number);
                continue;
            }
            if (!present.contains(number)) {
                Checkpoint checkpoint = table.after(number - 1).orElseThrow();
                folder.write(checkpoint, table.grownAt(number), known.get(checkpoint.key()));
                now++;
            }
            if (!written.contains(number)) {
                table.written(number, folder);
            }
        }
        return new Files(now, List.copyOf(gone));
    }
}
