package org.fairreview.audit;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Verifies a chain while the product runs, for the seal that a page shows; at the first start it makes the signing key. */
@Service
public class RecordCheck {

    private final DataSource database;
    private final SigningKeys keys;
    private final Clock clock;
    private CheckpointFold signed;

    RecordCheck(DataSource database, @Value("${fairreview.data}") Path data, Clock clock) {
        this.database = database;
        this.keys = SigningKeys.in(data.toAbsolutePath().normalize());
        this.clock = clock;
        keys.currentId();
        this.signed = fold();
    }

    /** Verifies the chain of a case. */
    public Verdict verifyCase(String number) {
        return verify(Chains.of(number));
    }

    /**
     * Verifies a chain, every entry of it, against itself and the newest checkpoint; one after the other, so that no
     * chain is held against a checkpoint that is younger than what was read of it.
     */
    public synchronized Verdict verify(String chain) {
        return Snapshot.read(database, connection -> {
            CheckpointTable table = new CheckpointTable(connection);
            Fault broken = catchUp(table);
            Verdict verdict =
                    new ChainCheck(connection, clock).check(chain, signed, (entry, details) -> Optional.empty());
            return broken == null || verdict.isBroken() ? verdict : broken(verdict, broken);
        });
    }

    private static Verdict broken(Verdict verdict, Fault fault) {
        return new Verdict(
                verdict.chain(),
                Verdict.State.BROKEN,
                verdict.entries(),
                fault,
                verdict.seal(),
                verdict.adopted(),
                verdict.erased(),
                verdict.emptied(),
                verdict.checkedAt());
    }

    /** Checkpoints that were proven once are not read again; after a fault all of them are. */
    private @Nullable Fault catchUp(CheckpointTable table) throws SQLException {
        long known = signed.newest().map(Checkpoint::number).orElse(0L);
        for (Optional<Checkpoint> next = table.after(known); next.isPresent(); next = table.after(known)) {
            Optional<Fault> fault =
                    signed.accept(next.get(), table.grownAt(next.get().number()));
            if (fault.isPresent()) {
                signed = fold();
                return fault.get();
            }
            known = next.get().number();
        }
        return null;
    }

    private CheckpointFold fold() {
        return new CheckpointFold(PublicKeys.in(keys.folder()));
    }
}
