package org.fairreview.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.StartRefused;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rules that screen now: those of the data folder, else those that the product ships.
 *
 * <p>A row says which came into force when. Rules put in force by one node are taken by the others with their next work;
 * a file that was laid into the folder by hand comes into force with the next start, and is recorded then.
 */
@Service
@Order(5)
public class RulesInForce implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RulesInForce.class);
    private static final String KIND = "RULES";

    private final Path data;
    private final Standards standards;
    private final RulesChangeRows changes;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile Screening screening;

    /** Refuses to start on a broken file. */
    RulesInForce(
            @Value("${fairreview.data}") Path data,
            Standards standards,
            RulesChangeRows changes,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.data = data;
        this.standards = standards;
        this.changes = changes;
        this.files = files;
        this.events = events;
        this.clock = clock;
        try {
            this.screening = Screening.in(data, standards);
        } catch (BrokenRuleFile broken) {
            throw new StartRefused(broken.getMessage() + "。 The file of screening rules cannot be accepted.");
        }
    }

    /** Records rules that came by another way than the page. */
    @Override
    @Transactional
    public void run(ApplicationArguments args) {
        Optional<String> last = changes.findFirstByOrderByIdDesc().map(RulesChange::version);
        if (last.filter(screening.ruleVersion()::equals).isEmpty()) {
            record(screening, last.orElse(null), keep(RuleFile.NAME, RuleFile.bytesIn(data)), null);
        }
    }

    /** Screening by the rules in force. */
    @Transactional(readOnly = true)
    public Screening current() {
        changes.findFirstByOrderByIdDesc()
                .map(RulesChange::version)
                .filter(version -> !version.equals(screening.ruleVersion()))
                .ifPresent(this::takeFromFolder);
        return screening;
    }

    private void takeFromFolder(String version) {
        try {
            Screening there = Screening.in(data, standards);
            if (there.ruleVersion().equals(version)) {
                screening = there;
            } else {
                LOG.warn("The rules in force are {}, the data folder holds {}", version, there.ruleVersion());
            }
        } catch (BrokenRuleFile broken) {
            LOG.warn(
                    "The rules in force are {}, the data folder holds a broken file: {}", version, broken.getMessage());
        }
    }

    /** Which rules were in force, the newest first. */
    @Transactional(readOnly = true)
    public List<RulesChange> history() {
        return changes.findAllByOrderByIdDesc();
    }

    /** A file of rules that is, or was, in force. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(long change) {
        return changes.findById(change).map(RulesChange::fileId).flatMap(files::find);
    }

    /** Keeps the bytes of a file of rules for good. */
    StoredFile keep(String name, byte[] bytes) {
        StoredFile file = files.store(name, bytes);
        return files.bind(file.id(), ScreeningRecorded.RULES, KIND);
    }

    /** Which rules are in force, as of now: it waits for whoever puts others in force in the same moment. */
    String versionToReplace() {
        changes.lockNewest();
        return changes.newestVersion();
    }

    /** Puts a kept file in force for everybody; the folder's file is replaced, and put back where the act fails. */
    @Transactional
    void put(Screening checked, StoredFile file, String userId) {
        record(checked, screening.ruleVersion(), file, userId);
        Path own = data.resolve(RuleFile.NAME);
        byte[] before = Files.exists(own) ? RuleFile.bytesIn(data) : null;
        write(own, files.bytes(file.sha256()));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    screening = checked;
                } else {
                    putBack(own, before);
                }
            }
        });
    }

    private void record(Screening taken, @Nullable String previous, StoredFile file, @Nullable String userId) {
        changes.save(new RulesChange(taken, previous, file.id(), userId, clock.instant()));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rulesVersion", taken.ruleVersion());
        if (previous != null) {
            details.put("rulesPrevious", previous);
        }
        details.put("rulesCount", taken.rules().size());
        details.put("rulesSha256", file.sha256());
        events.publishEvent(new ScreeningRecorded(
                ScreeningRecorded.RULES, userId == null ? "screening.rulesFound" : "screening.rulesPut", details));
    }

    private static void putBack(Path own, byte @Nullable [] before) {
        try {
            if (before == null) {
                Files.deleteIfExists(own);
            } else {
                write(own, before);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path own, byte[] bytes) {
        try {
            Files.createDirectories(own.getParent());
            Path unfinished =
                    Files.createTempFile(own.getParent(), own.getFileName().toString(), ".part");
            Files.write(unfinished, bytes);
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(unfinished, own, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
