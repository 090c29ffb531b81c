package org.fairreview.document;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The digest by which bytes are named. */
public final class Sha256 {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    private Sha256() {}

    /** In hexadecimal. */
    public static String of(byte[] bytes) {
        return hex(digest().digest(bytes));
    }

    /** In hexadecimal, of what is written, of which nothing is kept. */
    public static String of(Consumer<OutputStream> writing) {
        MessageDigest digest = digest();
        writing.accept(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return hex(digest.digest());
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    /** A digest may become part of a path, so nothing else gets through. */
    static String checked(String sha256) {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 digest: " + sha256);
        }
        return sha256;
    }
}
