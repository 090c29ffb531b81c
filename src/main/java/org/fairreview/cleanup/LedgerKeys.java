package org.fairreview.cleanup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * By what two entries of the register are told to be the same measure, whatever their blanks, widths of characters and
 * punctuation: number, title, text.
 */
public final class LedgerKeys {

    private static final Pattern NOT_WRITING = Pattern.compile("[^\\p{L}\\p{N}]+");

    private LedgerKeys() {}

    /** The title without marks. */
    public static String title(String title) {
        return bare(title);
    }

    /** The document number without brackets and marks; empty where there is none. */
    public static String number(String number) {
        String bare = bare(number);
        return bare.equals("无") ? "" : bare;
    }

    /** SHA-256, in hexadecimal, of the words of a text. */
    public static String text(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(bare(text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bare(String text) {
        return NOT_WRITING
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
    }
}
