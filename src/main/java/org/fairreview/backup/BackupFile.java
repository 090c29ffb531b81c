package org.fairreview.backup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A data folder as one zip file: the database as a copy of one moment, the files, the keys, and a list of their SHA-256
 * as {@code sha256sum -c} reads it.
 *
 * <p>The database comes first: the bytes that a row names are on disk before the row commits, so they are there when the
 * files are copied afterwards.
 */
final class BackupFile {

    static final String MANIFEST = "manifest.sha256";
    static final String ABOUT = "backup.properties";

    /** How a backup is laid out; another number is another layout. */
    static final String FORMAT = "1";

    private static final String UNFINISHED = ".part";

    private final Path data;
    private final Clock clock;

    BackupFile(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * Writes the file; it has its name only when it is whole.
     *
     * @throws BackupRefused where it cannot be written
     */
    void write(Path target, Optional<DatabaseCopy> database) {
        refuseTarget(target);
        Path unfinished = target.resolveSibling(target.getFileName() + UNFINISHED);
        Path copying = target.resolveSibling(target.getFileName() + ".db" + UNFINISHED);
        try {
            Durable.create(unfinished);
            try {
                write(unfinished, copying, database);
                Durable.sync(unfinished);
                Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
                Durable.syncFolder(target.getParent());
            } finally {
                Files.deleteIfExists(unfinished);
                Durable.deleteFolder(copying);
            }
        } catch (IOException | SQLException e) {
            throw new BackupRefused(
                    "备份没有完成（%s），请检查磁盘空间和目录权限。 The backup failed; see disk space and permissions.".formatted(reason(e)));
        }
    }

    private void refuseTarget(Path target) {
        if (target.normalize().startsWith(data)) {
            throw new BackupRefused("备份文件不能放在数据目录 %s 里，请换一个目录，最好在另一块磁盘上。 A backup does not belong into the data folder."
                    .formatted(data));
        }
        if (Files.exists(target)) {
            throw new BackupRefused("文件 %s 已经存在，请换一个文件名。 The file exists already.".formatted(target));
        }
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new BackupRefused("目录 %s 不存在，请先建立。 The folder does not exist.".formatted(target.getParent()));
        }
    }

    private void write(Path file, Path copying, Optional<DatabaseCopy> database) throws IOException, SQLException {
        List<String> manifest = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            if (database.isPresent()) {
                Durable.createFolders(copying);
                try (InputStream in = Files.newInputStream(database.get().into(copying))) {
                    manifest.add(add(zip, DatabaseCopy.DATABASE_FILE, in));
                }
            }
            for (Path kept : files()) {
                String name = data.relativize(kept).toString().replace('\\', '/');
                try (InputStream in = Files.newInputStream(kept)) {
                    manifest.add(add(zip, name, in));
                } catch (NoSuchFileException e) {
                    continue;
                }
            }
            manifest.add(add(zip, ABOUT, stream(about(database.isPresent()))));
            add(zip, MANIFEST, stream(String.join("", manifest)));
        }
    }

    private String about(boolean database) {
        return "format=%s%nmadeAt=%s%ndatabase=%s%n".formatted(FORMAT, clock.instant(), database ? "h2" : "elsewhere");
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String add(ZipOutputStream zip, String name, InputStream in) throws IOException {
        DigestInputStream digesting = Durable.digesting(in);
        zip.putNextEntry(new ZipEntry(name));
        digesting.transferTo(zip);
        zip.closeEntry();
        return Durable.hex(digesting) + "  " + name + "\n";
    }

    /** All that is kept besides the database; not what belongs to the running process only. */
    private List<Path> files() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.equals(data.resolve("db")) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (attributes.isRegularFile() && !name.endsWith(UNFINISHED) && !file.equals(ControlFile.in(data))) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                boolean gone = failure instanceof NoSuchFileException;
                boolean ofTheDisk = failure instanceof AccessDeniedException && file.endsWith("lost+found");
                if (gone || ofTheDisk) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        found.sort(null);
        return found;
    }

    private static String reason(Exception failure) {
        String message = failure.getMessage();
        return failure.getClass().getSimpleName()
                + (message == null ? "" : "：" + message.lines().findFirst().orElse(""));
    }
}
