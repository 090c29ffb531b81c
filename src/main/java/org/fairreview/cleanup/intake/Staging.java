package org.fairreview.cleanup.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.fairreview.cleanup.intake.LedgerImport.Brought;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a spreadsheet and its archive lie while they are looked at: in the data folder, beside what is kept, never among it.
 * Only texts that were read and bear no mark of a secret go from here to what is kept.
 */
@Component
class Staging {

    static final String SHEET = "sheet";
    static final String TEXTS = "texts";

    private static final Logger LOG = LoggerFactory.getLogger(Staging.class);
    private static final Period LEFT_FOR = Period.ofDays(7);

    private final Path root;
    private final Clock clock;

    Staging(@Value("${fairreview.data:./data}") String data, Clock clock) {
        this.root = Path.of(data).resolve("imports");
        this.clock = clock;
    }

    /** Writes what comes to disk as it comes. */
    Brought put(String importId, String part, String name, InputStream in) throws IOException {
        Path file = path(importId, part);
        Files.createDirectories(file.getParent());
        MessageDigest sha256 = sha256();
        long size;
        try (DigestInputStream digesting = new DigestInputStream(in, sha256)) {
            size = Files.copy(digesting, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return new Brought(name, HexFormat.of().formatHex(sha256.digest()), size);
    }

    /** Lets an import have the archive that came with an earlier one. */
    void share(String from, String to) throws IOException {
        Path there = path(to, TEXTS);
        Files.createDirectories(there.getParent());
        try {
            Files.createLink(there, path(from, TEXTS));
        } catch (UnsupportedOperationException | IOException e) {
            Files.copy(path(from, TEXTS), there, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Optional<Path> find(String importId, String part) {
        return Optional.of(path(importId, part)).filter(Files::exists);
    }

    void drop(String importId, String part) {
        try {
            Files.deleteIfExists(path(importId, part));
            Path folder = root.resolve(importId);
            if (Files.isDirectory(folder) && isEmpty(folder)) {
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Drops what nobody came back to. */
    void sweep() {
        Instant before = clock.instant().minus(LEFT_FOR);
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(before)) {
                    delete(folder);
                }
            }
        } catch (IOException e) {
            LOG.warn("Old imports could not be cleared away from {}", root, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.deleteIfExists(each);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> left = Files.list(folder)) {
            return left.findAny().isEmpty();
        }
    }

    private Path path(String importId, String part) {
        return root.resolve(UUID.fromString(importId).toString()).resolve(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
