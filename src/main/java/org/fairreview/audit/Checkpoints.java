package org.fairreview.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The checkpoints of the running product: one a day after half past midnight, and one whenever somebody asks. */
@Service
public class Checkpoints {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final LocalTime DUE = LocalTime.of(0, 30);

    /** As many missing files are named. */
    private static final int MOST_NAMED = 10;

    /** The subject of the entries about checkpoints. */
    public static final String SUBJECT = "checkpoints";

    /** The act of the entry about a checkpoint that somebody asked for. */
    public static final String MADE = "checkpoint.made";

    private record Made(long number) implements AuditableEvent {

        @Override
        public String subject() {
            return SUBJECT;
        }

        @Override
        public String act() {
            return MADE;
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
    private final CheckpointMail mail;
    private final Clock clock;
    private volatile boolean filed = true;
    private volatile List<Long> gone = List.of();

    Checkpoints(
            DataSource database,
            @Value("${fairreview.data}") Path data,
            @Value("${fairreview.checkpoints}") Path folder,
            SeparateRecord separate,
            CheckpointMail mail,
            Clock clock) {
        this.database = database;
        this.keys = SigningKeys.in(data.toAbsolutePath().normalize());
        this.folder = new CheckpointFolder(folder.toAbsolutePath().normalize());
        this.maker = new CheckpointMaker(keys, this.folder, clock);
        this.separate = separate;
        this.mail = mail;
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
        } else {
            writeMissing();
        }
        mail.send();
    }

    /** Writes the files, and sends the mails, that could not go before the product ended. */
    @EventListener
    public void atStart(ApplicationReadyEvent started) {
        writeMissing();
        mail.send();
    }

    /** Whether a checkpoint has signed all that stands on the chains. */
    public boolean cover(String... chains) {
        return Snapshot.read(database, connection -> {
            CheckpointTable table = new CheckpointTable(connection);
            Map<String, Long> signed = table.signedLengths();
            List<String> asked = List.of(chains);
            return table.newest().isPresent()
                    && table.heads().stream()
                            .filter(head -> asked.contains(head.chain()))
                            .allMatch(head -> signed.getOrDefault(head.chain(), 0L) >= head.length());
        });
    }

    /** Whether the files of all checkpoints that this node made could be written. */
    public boolean isFiled() {
        return filed;
    }

    /** Which files were written into the folder and are not there any more, and what to do; empty where none. */
    public Optional<String> goneFiles() {
        List<Long> missing = gone;
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(AuditTexts.of(
                        "audit.page.gone",
                        missing.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining("、")),
                        missing.size(),
                        folder.path()));
    }

    private synchronized void writeMissing() {
        try (Connection connection = database.getConnection()) {
            CheckpointMaker.Files files = maker.writeMissing(connection);
            if (files.written() > 0) {
                LOG.info("The files of {} checkpoints could be written into {} now", files.written(), folder.path());
            }
            note(files.gone());
            filed = true;
        } catch (SQLException | IOException e) {
            filed = false;
            LOG.error("The files of checkpoints still cannot be written into {}", folder.path(), e);
        }
    }

    private void note(List<Long> missing) {
        if (!missing.equals(gone) && !missing.isEmpty()) {
            LOG.error(
                    "The files of checkpoints {} were written into {} and are gone. Bring them back from the copies kept"
                            + " elsewhere and verify against these; without copies, the command checkpoint-audit writes"
                            + " them again from the database",
                    missing,
                    folder.path());
        }
        gone = missing;
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
            filed = made.unwritten() == null;
            if (filed) {
                note(made.gone());
            } else {
                LOG.error("The files of checkpoints cannot be written into {}", folder.path(), made.unwritten());
            }
            LOG.info("Checkpoint {} made", made.checkpoint().number());
            mail.send();
            return made.checkpoint();
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("No checkpoint could be made", e);
        }
    }
}
