package org.fairreview.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The checkpoints of the running product: one a day after half past midnight, and one whenever somebody asks. */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final LocalTime DUE = LocalTime.of(0, 30);

    /** The subject of the entries about checkpoints. */
    private static final String SUBJECT = "checkpoints";

    private record Made(long number) implements AuditableEvent {

        @Override
        public String subject() {
            return SUBJECT;
        }

        @Override
        public String act() {
            return "checkpoint.made";
        }

        @Override
        public Map<String, ?> details() {
            return Map.of("number", number);
        }
    }

    private final DataSource database;
    private final SigningKeys keys;
    private final CheckpointFolder folder;
    private final CheckpointMaker maker;
    private final SeparateRecord separate;
    private final Clock clock;
    private volatile boolean filed = true;

    Checkpoints(
            DataSource database,
            @Value("${fairreview.data}") Path data,
            @Value("${fairreview.checkpoints}") Path folder,
            SeparateRecord separate,
            Clock clock) {
        this.database = database;
        this.keys = SigningKeys.in(data.toAbsolutePath().normalize());
        this.folder = new CheckpointFolder(folder.toAbsolutePath().normalize());
        this.maker = new CheckpointMaker(keys, this.folder, clock);
        this.separate = separate;
        this.clock = clock;
    }

    /** Makes a checkpoint for whoever acts in this thread, who goes on record with it. */
    public Checkpoint make() {
        Checkpoint made = makeNow();
        separate.record(new Made(made.number()));
        return made;
    }

    /** Makes the checkpoint of the day, unless this node or another has made one since half past midnight. */
    @Scheduled(
            initialDelayString = "${fairreview.checkpoint-check}",
            fixedDelayString = "${fairreview.checkpoint-check}")
    public void makeDaily() {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        ZonedDateTime today = now.with(DUE);
        Instant due = (now.isBefore(today) ? today.minusDays(1) : today).toInstant();
        if (newest().filter(made -> !made.at().isBefore(due)).isEmpty()) {
            makeNow();
        } else if (!filed) {
            writeMissing();
        }
    }

    /** Whether the files of all checkpoints that this node made could be written. */
    public boolean isFiled() {
        return filed;
    }

    private synchronized void writeMissing() {
        try (Connection connection = database.getConnection()) {
            maker.writeMissing(connection);
            filed = true;
        } catch (SQLException | IOException e) {
            LOG.error("The files of checkpoints still cannot be written into {}", folder.path(), e);
        }
    }

    /** The newest checkpoint. */
    public Optional<Checkpoint> newest() {
        return Snapshot.read(database, connection -> new CheckpointTable(connection).newest());
    }

    /** The public key in use, as a PEM file. */
    public String publicKey() {
        return keys.currentPublicKey();
    }

    /** Where the files of checkpoints are. */
    public CheckpointFolder folder() {
        return folder;
    }

    private synchronized Checkpoint makeNow() {
        try (Connection connection = database.getConnection()) {
            CheckpointMaker.Made made = maker.make(connection);
            if (made.restored() > 0) {
                LOG.warn(
                        "{} earlier checkpoints were not in {} and were written again; compare them with copies kept elsewhere",
                        made.restored(),
                        folder.path());
            }
            filed = made.unwritten() == null;
            if (!filed) {
                LOG.error("The files of checkpoints cannot be written into {}", folder.path(), made.unwritten());
            }
            LOG.info("Checkpoint {} made", made.checkpoint().number());
            return made.checkpoint();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("No checkpoint could be made", e);
        }
    }
}
