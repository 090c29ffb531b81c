package org.fairreview.cleanup.published;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.published.PublishedLead.Source;
import org.fairreview.document.Intake;
import org.fairreview.document.Reading;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A folder into which somebody, or a program, puts published texts: each is compared and moved to {@code seen}, or to
 * {@code unread} where its text cannot be read. Texts are those of the topmost region.
 */
@Component
public class PublishedFolder {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedFolder.class);
    private static final Duration SETTLED = Duration.ofSeconds(10);
    private static final long LARGEST = 50L << 20;
    private static final int LONGEST_TITLE = 500;
    private static final int LINES_OF_A_HEAD = 12;
    private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}{2,12}[〔\\[（(]\\d{4}[〕\\]）)](?:第)?\\d{1,5}号");

    private final Path folder;
    private final PublishedTexts texts;
    private final Intake intake;
    private final Units units;
    private final Clock clock;

    PublishedFolder(
            @Value("${fairreview.published-folder}") Path folder,
            PublishedTexts texts,
            Intake intake,
            Units units,
            Clock clock) {
        this.folder = folder;
        this.texts = texts;
        this.intake = intake;
        this.units = units;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${fairreview.published-check:PT5M}", initialDelayString = "PT3M")
    void watch() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.error("The folder of published texts could not be looked at", e);
        }
    }

    /** Compares what lies in the folder and was not written to for some seconds; says how many files. */
    public int look() throws IOException {
        Optional<Unit> regulator = units.all().stream()
                .filter(unit -> unit.isRegulator() && units.isTop(unit.regionId()))
                .findFirst();
        if (!Files.isDirectory(folder) || regulator.isEmpty()) {
            return 0;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(this::isSettled)
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            takeOne(file, regulator.get().regionId());
        }
        return files.size();
    }

    private boolean isSettled(Path file) {
        try {
            return Files.getLastModifiedTime(file)
                    .toInstant()
                    .isBefore(clock.instant().minus(SETTLED));
        } catch (IOException gone) {
            return false;
        }
    }

    /** A file that cannot be taken does not stand in the way of those behind it. */
    private void takeOne(Path file, String regionId) throws IOException {
        try {
            take(file, regionId);
        } catch (IOException | RuntimeException e) {
            LOG.warn("A file in the folder of published texts cannot be compared: {}", file.getFileName(), e);
            move(file, "unread");
        }
    }

    private void take(Path file, String regionId) throws IOException {
        String name = file.getFileName().toString();
        Reading reading = Files.size(file) > LARGEST ? null : intake.read(name, Files.readAllBytes(file));
        if (reading instanceof Reading.Readable readable) {
            texts.compare(regionId, List.of(text(readable.text().text(), name)), Source.FOLDER, name, null);
            move(file, "seen");
        } else {
            LOG.warn("A file in the folder of published texts cannot be read: {}", name);
            move(file, "unread");
        }
    }

    /** The first line is the title, unless it is the number; the number stands near the head. */
    private static PublishedText text(String whole, String name) {
        List<String> head = whole.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(LINES_OF_A_HEAD)
                .toList();
        String number = head.stream()
                .map(NUMBER::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElse("");
        String title =
                head.stream().filter(line -> !line.equals(number)).findFirst().orElse(name);
        return new PublishedText(
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                number,
                null,
                "",
                "",
                LedgerKeys.text(whole));
    }

    private void move(Path file, String where) throws IOException {
        Path target = Files.createDirectories(folder.resolve(where)).resolve(clock.millis() + "-" + file.getFileName());
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
