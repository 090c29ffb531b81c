package org.fairreview.cleanup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A draw that anybody can repeat (抽样): the same seed and the same list give the same sample on every machine.
 *
 * <p>Of the list those are drawn whose SHA-256 of {@code seed:number} comes first.
 */
public final class Draw {

    private Draw() {}

    /** So many of the numbers as the share asks for, at least one where it asks for any; in the order of the draw. */
    public static List<String> of(Collection<String> numbers, int sharePercent, String seed) {
        int size = (int) Math.ceil(numbers.size() * sharePercent / 100.0);
        return numbers.stream()
                .distinct()
                .sorted(Comparator.comparing((String number) -> sha256(seed + ":" + number)))
                .limit(size)
                .toList();
    }

    /** The digest of the list from which is drawn: SHA-256, in hexadecimal, of its sorted lines. */
    public static String digest(Collection<String> numbers) {
        StringBuilder lines = new StringBuilder();
        numbers.stream().sorted().forEach(number -> lines.append(number).append('\n'));
        return sha256(lines.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
