package org.fairreview.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.fairreview.audit.AuditableEvent;
import org.fairreview.audit.Chains;
import org.fairreview.audit.CheckpointFolder;
import org.fairreview.audit.CheckpointRefused;
import org.fairreview.audit.Checkpoints;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.audit.SigningKeys;
import org.fairreview.audit.Snapshot;
import org.fairreview.audit.WholeCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Verifies and exports the record while the product runs; who does so is on record before it is given. */
@Service
public class LiveRecord {

    private record Asked(String subject, String act, Map<String, ?> details) implements AuditableEvent {}

    private final DataSource database;
    private final Path data;
    private final Checkpoints checkpoints;
    private final SeparateRecord separate;
    private final Clock clock;
    private volatile WholeCheck.@Nullable Report last;

    LiveRecord(
            DataSource database,
            @Value("${fairreview.data}") Path data,
            Checkpoints checkpoints,
            SeparateRecord separate,
            Clock clock) {
        this.database = database;
        this.data = data.toAbsolutePath().normalize();
        this.checkpoints = checkpoints;
        this.separate = separate;
        this.clock = clock;
    }

    /** Verifies everything: entries, checkpoints and their files, documents, models. */
    public WholeCheck.Report verify() {
        separate.record(new Asked("-", "read.verified", Map.of()));
        try (Connection connection = database.getConnection()) {
            WholeCheck.Report report = new WholeCheck(connection, keys(), clock)
                    .check(folder(), List.of(), new ContentCheck(connection, new KeptFiles(data)));
            last = report;
            return report;
        } catch (SQLException e) {
            throw new IllegalStateException("The record cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CheckpointFolder folder() throws IOException {
        CheckpointFolder folder = checkpoints.folder();
        return checkpoints.newest().isEmpty() && folder.numbers().isEmpty() ? null : folder;
    }

    /** The last verification since the start of this node. */
    public Optional<WholeCheck.Report> last() {
        return Optional.ofNullable(last);
    }

    /** What a verification covered and what it found, in sentences. */
    public List<String> words(WholeCheck.Report report) {
        return RecordWords.of(report);
    }

    /**
     * Writes the package of a case, after a checkpoint where something of it stands that none has signed.
     *
     * @return why it was not written; empty where it was
     */
    public Optional<String> export(String caseNumber, OutputStream target) {
        separate.record(new Asked(caseNumber, "read.packaged", Map.of()));
        try {
            if (!checkpoints.cover(Chains.of(caseNumber), Chains.of("models"))) {
                checkpoints.make();
            }
        } catch (CheckpointRefused refused) {
            return Optional.of(refused.sentence());
        }
        try (Connection connection = database.getConnection()) {
            Snapshot.read(connection, moment -> {
                try {
                    return new EvidencePackage(moment, new KeptFiles(data), keys(), clock).write(caseNumber, target);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return Optional.empty();
        } catch (CommandRefused refused) {
            return Optional.of(refused.inChinese());
        } catch (SQLException e) {
            throw new IllegalStateException("The record cannot be read", e);
        }
    }

    private SigningKeys keys() {
        return SigningKeys.in(data);
    }
}
