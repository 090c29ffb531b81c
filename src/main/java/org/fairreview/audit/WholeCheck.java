package org.fairreview.audit;

import java.io.IOException;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the whole record, or some chains of it: every entry, every checkpoint of the database, and where a folder with
 * copies of the checkpoints is given, those too. It reads one moment of the database and keeps a head for each chain in
 * memory, however many entries there are.
 */
public final class WholeCheck {

    /**
     * What was found.
     *
     * @param emptied of how many entries the details were destroyed under a list
     * @param newest the newest checkpoint that was proven
     * @param unsigned how many entries are younger than what a checkpoint has signed
     * @param faults the first thing that does not fit, and others of other chains; none where everything fits
     */
    public record Report(
            long chains,
            long entries,
            long adopted,
            long erased,
            long emptied,
            @Nullable Checkpoint newest,
            long unsigned,
            List<Fault> faults,
            Instant checkedAt) {

        public boolean isWhole() {
            return faults.isEmpty();
        }
    }

    private static final int MOST_FAULTS = 100;

    private final Connection database;
    private final SigningKeys keys;
    private final Clock clock;

    /** A check over a connection that nobody else uses meanwhile. */
    public WholeCheck(Connection database, SigningKeys keys, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Verifies.
     *
     * @param copies the folder with copies of the checkpoints, if there is one
     * @param chains the chains to verify; all where none is named
     * @param visitor who looks at each entry that fits
     */
    public Report check(@Nullable CheckpointFolder copies, List<String> chains, ChainCheck.Visitor visitor)
            throws SQLException, IOException {
        List<Fault> faults = new ArrayList<>();
        SortedSet<Long> filed = copies == null ? new TreeSet<>() : copies.numbers();
        try {
            return Snapshot.read(database, connection -> {
                try {
                    return check(copies, filed, chains, visitor, faults);
                } catch (IOException e) {
                    throw new SQLException(e);
                }
            });
        } catch (SQLException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** @param filed the numbers of the copies, listed before the database was read: later ones it cannot know */
    private Report check(
            @Nullable CheckpointFolder copies,
            SortedSet<Long> filed,
            List<String> named,
            ChainCheck.Visitor visitor,
            List<Fault> faults)
            throws SQLException, IOException {
        CheckpointFold signed = foldDatabase(copies, faults);
        if (copies != null) {
            CheckpointFold copied = foldCopies(copies, filed, faults);
            if (numberOf(copied) > numberOf(signed)) {
                signed = copied;
            }
        }
        ChainCheck check = new ChainCheck(database, clock);
        TreeSet<String> all = new TreeSet<>(named);
        if (named.isEmpty()) {
            all.addAll(check.chains());
            all.addAll(signed.chains());
        }
        long entries = 0;
        long adopted = 0;
        long erased = 0;
        long emptied = 0;
        long unsigned = 0;
        for (String chain : all) {
            Verdict verdict = check.check(chain, signed, visitor);
            entries += verdict.entries();
            adopted += verdict.adopted();
            erased += verdict.erased();
            emptied += verdict.emptied();
            unsigned += Math.max(
                    0,
                    verdict.entries() - signed.headOf(chain).map(Leaf::length).orElse(0L));
            if (verdict.fault() != null && faults.size() < MOST_FAULTS) {
                faults.add(verdict.fault());
            }
        }
        return new Report(
                all.size(),
                entries,
                adopted,
                erased,
                emptied,
                signed.newest().orElse(null),
                unsigned,
                List.copyOf(faults),
                clock.instant());
    }

    private CheckpointFold foldDatabase(@Nullable CheckpointFolder copies, List<Fault> faults) throws SQLException {
        Map<String, PublicKey> trusted = new HashMap<>(PublicKeys.in(keys.folder()));
        if (copies != null) {
            trusted.putAll(copies.keys());
        }
        return new CheckpointTable(database).fold(trusted, faults::add);
    }

    /** The copies by themselves, and each beside the one in the database. */
    private CheckpointFold foldCopies(CheckpointFolder copies, SortedSet<Long> numbers, List<Fault> faults)
            throws SQLException, IOException {
        Map<String, PublicKey> trusted = copies.keys();
        if (trusted.isEmpty()) {
            trusted = PublicKeys.in(keys.folder());
        }
        CheckpointFold fold = new CheckpointFold(trusted);
        if (numbers.isEmpty()) {
            faults.add(
                    Fault.ofCheckpoint(0, Fault.Kind.FOLDER_EMPTY, copies.path().toString()));
            return fold;
        }
        CheckpointTable table = new CheckpointTable(database);
        boolean folding = true;
        for (long number : numbers) {
            CheckpointFolder.Filed filed;
            try {
                filed = copies.read(number);
            } catch (IOException unreadable) {
                faults.add(Fault.ofCheckpoint(
                        number, Fault.Kind.FILE_UNREADABLE, copies.path().toString()));
                return fold;
            }
            Optional<Fault> fault = folding ? fold.accept(filed.checkpoint(), filed.grown()) : Optional.empty();
            fault.ifPresent(faults::add);
            folding &= fault.isEmpty();
            Optional<Checkpoint> stored = table.after(number - 1).filter(found -> found.number() == number);
            if (stored.isEmpty()) {
                faults.add(Fault.ofCheckpoint(number, Fault.Kind.DATABASE_OLDER));
                return foldRest(fold, copies, numbers.tailSet(number + 1), folding);
            }
            if (!stored.get().equals(filed.checkpoint())) {
                faults.add(Fault.ofCheckpoint(number, Fault.Kind.CHECKPOINT_DIFFERS));
                return fold;
            }
        }
        return fold;
    }

    /** What the copies know beyond the database shows what it lacks. */
    private static CheckpointFold foldRest(
            CheckpointFold fold, CheckpointFolder copies, Iterable<Long> rest, boolean folding) throws IOException {
        for (long number : rest) {
            CheckpointFolder.Filed filed = copies.read(number);
            if (!folding || fold.accept(filed.checkpoint(), filed.grown()).isPresent()) {
                return fold;
            }
        }
        return fold;
    }

    private static long numberOf(CheckpointFold fold) {
        return fold.newest().map(Checkpoint::number).orElse(0L);
    }
}
