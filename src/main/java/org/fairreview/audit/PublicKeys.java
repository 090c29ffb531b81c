package org.fairreview.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Public keys of Ed25519 by their id: the first 16 digits of the SHA-256 of the key's DER form. */
public final class PublicKeys {

    static final String ENDING = ".pub.pem";

    private static final int ID_LENGTH = 16;

    private PublicKeys() {}

    static String idOf(PublicKey key) {
        return Digest.of(key.getEncoded()).substring(0, ID_LENGTH);
    }

    /** The key as a PEM file. */
    public static String pem(PublicKey key) {
        return SigningKeys.pem("PUBLIC KEY", key.getEncoded());
    }

    /**
     * The key of a PEM file, as {@code openssl pkey -pubout} writes it.
     *
     * @throws IllegalArgumentException where it holds no such key
     */
    public static PublicKey read(String pem) {
        return ofBase64(pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", ""));
    }

    /**
     * The key from its DER form in Base64.
     *
     * @throws IllegalArgumentException where it is no such key
     */
    public static PublicKey ofBase64(String der) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(der)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key of Ed25519", e);
        }
    }

    /** Whether the holder of the key has signed exactly this text; the signature in Base64. */
    public static boolean hasSigned(PublicKey key, String text, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The keys in the {@code *.pub.pem} files of a folder; none where there is no folder. What is no key proves nothing. */
    public static Map<String, PublicKey> in(Path folder) {
        Map<String, PublicKey> keys = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return keys;
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(ENDING)).toList();
            for (Path file : found) {
                try {
                    PublicKey key = read(Files.readString(file));
                    keys.put(idOf(key), key);
                } catch (IllegalArgumentException | CharacterCodingException noKey) {
                    continue;
                }
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
