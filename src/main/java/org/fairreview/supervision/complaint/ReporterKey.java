package org.fairreview.supervision.complaint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The key that seals who reported, in {@code keys/reporter.key} of the data folder, which its owner alone can read and
 * which a backup holds: AES-256 in GCM, a nonce of its own for each text, bound to what it belongs to.
 *
 * <p>Made with the first text. It is read each time, so that nodes on one folder share it.
 */
@Component
class ReporterKey {

    static final String FILE = "reporter.key";
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    ReporterKey(@Value("${fairreview.data}") Path data) {
        this.folder = data.resolve("keys");
    }

    /** @param owner what the bytes belong to; nothing else opens them */
    byte[] seal(byte[] bytes, String owner) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] closed = run(Cipher.ENCRYPT_MODE, nonce, bytes, owner);
        return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
    }

    /**
     * The bytes that were sealed.
     *
     * @throws IllegalStateException where they were changed, belong to something else, or the key is another
     */
    byte[] open(byte[] closed, String owner) {
        return run(
                Cipher.DECRYPT_MODE,
                Arrays.copyOf(closed, NONCE),
                Arrays.copyOfRange(closed, NONCE, closed.length),
                owner);
    }

    String seal(String text, String owner) {
        return Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8), owner));
    }

    String open(String closed, String owner) {
        return new String(open(Base64.getDecoder().decode(closed), owner), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, String owner) {
        try {
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "What was sealed for %s cannot be opened with this key".formatted(owner), e);
        }
    }

    private byte[] key() {
        Path file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("The key that seals reporters cannot be read or made", e);
        }
    }

    /** Safe on disk before anything is sealed with it; of two that make one, the first counts. */
    private void make(Path file) throws IOException {
        Files.createDirectories(folder, ownersOnly("rwx------"));
        byte[] key = new byte[KEY];
        random.nextBytes(key);
        Path unfinished = Files.createTempFile(folder, "reporter", ".part", ownersOnly("rw-------"));
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(key) + "\n"));
            channel.force(true);
        }
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException first) {
            return;
        } catch (UnsupportedOperationException e) {
            Files.copy(unfinished, file);
        } finally {
            Files.delete(unfinished);
        }
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
