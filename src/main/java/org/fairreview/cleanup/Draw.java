package org.fairreview.cleanup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A draw that anybody can repeat (抽样): the same seed and the same list give the same sample on every machine.
 *
 * <p>Of the list those are drawn whose SHA-256 of {@code seed:number} comes first. Worked example: {@code docs/draw.md}.
 */
public final class Draw {

    private Draw() {}

    /** So many of the numbers as the share asks for, at least one where it asks for any; in the order of the draw. */
    public static List<String> of(Collection<String> numbers, int sharePercent, String seed) {
        return first(numbers, (int) Math.ceil(numbers.size() * sharePercent / 100.0), seed);
    }

    /** So many of the numbers, or all where there are fewer; in the order of the draw. */
    public static List<String> first(Collection<String> numbers, int size, String seed) {
        return ranked(numbers, seed).stream().limit(size).toList();
    }

    /**
     * So many of the numbers, from each stratum (层) its proportional share, those that come first; in the order of the draw.
     *
     * @param stratumOf the stratum of each number
     */
    public static List<String> stratified(Map<String, String> stratumOf, int size, String seed) {
        Map<String, Integer> sizes = new HashMap<>();
        stratumOf.values().forEach(stratum -> sizes.merge(stratum, 1, Integer::sum));
        Map<String, Integer> left = new HashMap<>(shares(sizes, size));
        List<String> drawn = new ArrayList<>();
        for (String number : ranked(stratumOf.keySet(), seed)) {
            String stratum = String.valueOf(stratumOf.get(number));
            if (left.merge(stratum, -1, Integer::sum) >= 0) {
                drawn.add(number);
            }
        }
        return List.copyOf(drawn);
    }

    /**
     * How many fall to each stratum: the whole part of {@code size × stratum ÷ all}, and what is left one by one to the
     * strata with the largest remainders; of equal remainders the larger stratum is first, then the name that sorts first.
     */
    public static Map<String, Integer> shares(Map<String, Integer> sizes, int size) {
        long all = sizes.values().stream().mapToLong(Integer::longValue).sum();
        long wanted = Math.min(Math.max(size, 0), all);
        Map<String, Integer> shares = new TreeMap<>();
        if (all == 0) {
            return shares;
        }
        sizes.forEach((stratum, many) -> shares.put(stratum, (int) (wanted * many / all)));
        long left =
                wanted - shares.values().stream().mapToLong(Integer::longValue).sum();
        sizes.keySet().stream()
                .sorted(Comparator.comparing((String stratum) -> wanted * share(sizes, stratum) % all)
                        .thenComparing(stratum -> share(sizes, stratum))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(left)
                .forEach(stratum -> shares.merge(stratum, 1, Integer::sum));
        return shares;
    }

    private static long share(Map<String, Integer> sizes, String stratum) {
        return sizes.getOrDefault(stratum, 0);
    }

    private static List<String> ranked(Collection<String> numbers, String seed) {
        return numbers.stream()
                .distinct()
                .map(number -> Map.entry(sha256(seed + ":" + number), number))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
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
