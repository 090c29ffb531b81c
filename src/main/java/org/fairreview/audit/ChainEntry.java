package org.fairreview.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One link of a chain, as its columns say; its hash is the SHA-256 of its canonical form.
 *
 * @param seq from 1, without gap
 * @param at in microseconds
 * @param automatic what the product did by itself
 * @param adopted taken over from a version that had no chains: proven from the day of adoption on, not before
 * @param payload the SHA-256 of the details
 * @param personal for each value that can be erased, by its name, SHA-256(salt, value)
 * @param previous the hash of the entry before
 */
public record ChainEntry(
        String chain,
        long seq,
        String subject,
        Instant at,
        String act,
        @Nullable String actor,
        @Nullable String session,
        boolean automatic,
        boolean adopted,
        String payload,
        Map<String, String> personal,
        String previous) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern PERSONAL = Pattern.compile("\\{(?:\"[\\w.]+\":\"[0-9a-f]{64}\",?)*}");
    private static final Pattern PERSONAL_VALUE = Pattern.compile("\"([\\w.]+)\":\"([0-9a-f]{64})\"");

    public ChainEntry {
        personal = Collections.unmodifiableMap(new TreeMap<>(personal));
    }

    /** The moment as the canonical form writes it. */
    public static String moment(Instant at) {
        return MICROSECONDS.format(at);
    }

    /** The form of RFC 8785 of exactly these fields. */
    public String canonical() {
        return "{\"act\":" + CanonicalJson.quote(act)
                + ",\"actor\":" + quoteOrNull(actor)
                + ",\"adopted\":" + adopted
                + ",\"at\":\"" + moment(at)
                + "\",\"automatic\":" + automatic
                + ",\"chain\":" + CanonicalJson.quote(chain)
                + ",\"payload\":" + CanonicalJson.quote(payload)
                + ",\"personal\":" + personalText()
                + ",\"previous\":" + CanonicalJson.quote(previous)
                + ",\"seq\":" + seq
                + ",\"session\":" + quoteOrNull(session)
                + ",\"subject\":" + CanonicalJson.quote(subject)
                + "}";
    }

    public String hash() {
        return Digest.of(canonical());
    }

    /** The personal digests as the column holds them. */
    String personalText() {
        StringBuilder text = new StringBuilder("{");
        personal.forEach((name, digest) -> text.append(text.length() > 1 ? "," : "")
                .append(CanonicalJson.quote(name))
                .append(':')
                .append(CanonicalJson.quote(digest)));
        return text.append('}').toString();
    }

    /** Reads what {@link #personalText} wrote; {@code null} for anything else. */
    static @Nullable Map<String, String> readPersonal(String column) {
        if (!PERSONAL.matcher(column).matches()) {
            return null;
        }
        Map<String, String> digests = new TreeMap<>();
        for (Matcher value = PERSONAL_VALUE.matcher(column); value.find(); ) {
            digests.put(value.group(1), value.group(2));
        }
        return digests;
    }

    private static String quoteOrNull(@Nullable String value) {
        return value == null ? "null" : CanonicalJson.quote(value);
    }
}
