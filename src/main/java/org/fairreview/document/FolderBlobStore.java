package org.fairreview.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keeps bytes as files blobs/ab/ab12… in the data folder. */
@Component
class FolderBlobStore implements BlobStore {

    private static final String UNFINISHED = ".part";

    private final Path blobs;
    private final Clock clock;
    private final ReadWriteLock sweeping = new ReentrantReadWriteLock();

    @Autowired
    FolderBlobStore(@Value("${fairreview.data:./data}") String data, Clock clock) {
        this(Path.of(data), clock);
    }

    FolderBlobStore(Path data, Clock clock) {
        this.blobs = data.resolve("blobs");
        this.clock = clock;
    }

    @Override
    public Blob put(InputStream bytes) {
        sweeping.readLock().lock();
        try {
            folder(blobs);
            var unfinished = Files.createTempFile(blobs, "", UNFINISHED);
            try {
                var blob = write(bytes, unfinished);
                settle(unfinished, blob);
                return blob;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sweeping.readLock().unlock();
        }
    }

    /** Writes all, then makes all durable, then gives them their names, then makes the names durable: each folder once. */
    @Override
    public List<Blob> putAll(List<byte[]> all) {
        sweeping.readLock().lock();
        Map<String, Path> unfinished = new LinkedHashMap<>();
        try {
            folder(blobs);
            List<Blob> put = new ArrayList<>();
            Map<String, Blob> fresh = new LinkedHashMap<>();
            for (byte[] bytes : all) {
                Blob blob = new Blob(Sha256.of(bytes), bytes.length);
                put.add(blob);
                if (fresh.putIfAbsent(blob.sha256(), blob) == null) {
                    Path part = Files.createTempFile(blobs, "", UNFINISHED);
                    unfinished.put(blob.sha256(), part);
                    Files.write(part, bytes);
                }
            }
            for (Path part : unfinished.values()) {
                try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Set<Path> folders = new LinkedHashSet<>();
            for (Blob blob : fresh.values()) {
                folders.add(name(unfinished.get(blob.sha256()), blob));
            }
            for (Path folder : folders) {
                sync(folder);
            }
            return put;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            unfinished.values().forEach(FolderBlobStore::drop);
            sweeping.readLock().unlock();
        }
    }

    private static void drop(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Blob write(InputStream bytes, Path file) throws IOException {
        var digest = Sha256.digest();
        long size = 0;
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
                for (var chunk = ByteBuffer.wrap(buffer, 0, read); chunk.hasRemaining(); ) {
                    channel.write(chunk);
                }
            }
            channel.force(true);
        }
        return new Blob(Sha256.hex(digest.digest()), size);
    }

    private void settle(Path unfinished, Blob blob) throws IOException {
        sync(name(unfinished, blob));
    }

    /** Gives the written bytes their name, unless they are kept already; returns the folder with the name. */
    private Path name(Path unfinished, Blob blob) throws IOException {
        var file = file(blob.sha256());
        folder(file.getParent());
        if (isKept(file, blob)) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        } else {
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            try {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw new IOException("The data folder %s cannot move files atomically".formatted(blobs), e);
            }
        }
        return file.getParent();
    }

    private static boolean isKept(Path file, Blob blob) throws IOException {
        return Files.exists(file) && Files.size(file) == blob.size();
    }

    @Override
    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(file(sha256));
        } catch (NoSuchFileException e) {
            throw new IllegalStateException("The bytes %s are gone from the data folder".formatted(sha256), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean holds(String sha256) {
        return Files.exists(file(sha256));
    }

    @Override
    public int sweep(Set<String> referenced, Instant olderThan) {
        if (!Files.isDirectory(blobs)) {
            return 0;
        }
        List<Path> files;
        try (var all = Files.walk(blobs, 2)) {
            files = all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int swept = 0;
        for (var file : files) {
            if (!referenced.contains(file.getFileName().toString()) && deleteIfOlder(file, olderThan)) {
                swept++;
            }
        }
        return swept;
    }

    @Override
    public boolean delete(String sha256, Instant olderThan) {
        Path file = file(sha256);
        return deleteIfOlder(file, olderThan) || !Files.exists(file);
    }

    private boolean deleteIfOlder(Path file, Instant olderThan) {
        sweeping.writeLock().lock();
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(olderThan) && Files.deleteIfExists(file);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sweeping.writeLock().unlock();
        }
    }

    private Path file(String sha256) {
        return blobs.resolve(Sha256.checked(sha256).substring(0, 2)).resolve(sha256);
    }

    private static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(folder.getParent());
        }
    }

    /** Makes the names in a folder durable; Windows does it by itself and cannot open a folder. */
    private static void sync(Path folder) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
