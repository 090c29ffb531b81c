package org.fairreview.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The keys that sign checkpoints, in the folder {@code keys} of the data folder: a file {@code current} with the id of the
 * one in use, {@code audit-<id>.key.pem} that its owner alone can read, and {@code audit-<id>.pub.pem} for everybody.
 *
 * <p>They are read each time, so that a key exchanged by the command is in use at once on every node.
 */
public final class SigningKeys {

    /** A key with its id. */
    record Pair(String id, PrivateKey secret, PublicKey open) {

        String sign(String text) {
            try {
                Signature signing = Signature.getInstance("Ed25519");
                signing.initSign(secret);
                signing.update(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(signing.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Nothing can be signed", e);
            }
        }
    }

    private static final String CURRENT = "current";

    private final Path folder;

    private SigningKeys(Path folder) {
        this.folder = folder;
    }

    /** The keys of a data folder. */
    public static SigningKeys in(Path data) {
        return new SigningKeys(data.resolve("keys"));
    }

    /** Where they lie. */
    public Path folder() {
        return folder;
    }

    /** The key in use; made when there is none. */
    Pair current() {
        try {
            Path current = folder.resolve(CURRENT);
            if (!Files.exists(current)) {
                Files.createDirectories(folder, ownersOnly("rwx------"));
                Pair made = make();
                Path unfinished = Files.createTempFile(folder, CURRENT, ".part");
                Files.writeString(unfinished, made.id() + "\n");
                try {
                    Files.createLink(current, unfinished);
                } catch (FileAlreadyExistsException e) {
                    forget(made.id());
                } catch (UnsupportedOperationException e) {
                    Files.copy(unfinished, current);
                } finally {
                    Files.delete(unfinished);
                }
            }
            return read(Files.readString(current).strip());
        } catch (IOException e) {
            throw new CheckpointRefused(AuditTexts.of("audit.refused.keys", folder));
        }
    }

    /** The signature of the key in use over a text, in Base64. */
    public String sign(String text) {
        return current().sign(text);
    }

    /** The public key in use, as a PEM file. */
    public String currentPublicKey() {
        return PublicKeys.pem(current().open());
    }

    /** The id of the key in use. */
    public String currentId() {
        return current().id();
    }

    /** Makes a key that is not in use yet. */
    Pair make() throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            String id = PublicKeys.idOf(pair.getPublic());
            Path secret = secret(id);
            Files.createFile(secret, ownersOnly("rw-------"));
            Files.writeString(secret, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(open(id), PublicKeys.pem(pair.getPublic()));
            return new Pair(id, pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts a key into use, and destroys the secret of the one before; its public part stays. */
    void use(Pair next, Pair before) throws IOException {
        Path unfinished = Files.createTempFile(folder, CURRENT, ".part");
        Files.writeString(unfinished, next.id() + "\n");
        Files.move(unfinished, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(secret(before.id()));
    }

    /** The key that a checkpoint has announced; it comes into use here where the product ended before it did. */
    Pair announced(String id) {
        Pair current = current();
        if (current.id().equals(id) || !Files.exists(secret(id))) {
            return current;
        }
        try {
            Pair announced = read(id);
            use(announced, current);
            return announced;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forget(String id) throws IOException {
        Files.deleteIfExists(secret(id));
        Files.deleteIfExists(open(id));
    }

    private Pair read(String id) throws IOException {
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder()
                            .decode(Files.readString(secret(id)).replaceAll("-----.*", ""))));
            return new Pair(id, secret, PublicKeys.read(Files.readString(open(id))));
        } catch (GeneralSecurityException e) {
            throw new IOException("The key %s cannot be read".formatted(id), e);
        }
    }

    private Path secret(String id) {
        return folder.resolve("audit-" + id + ".key.pem");
    }

    private Path open(String id) {
        return folder.resolve("audit-" + id + PublicKeys.ENDING);
    }

    static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind);
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
