package org.fairreview.cleanup.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of a clean-up somebody asks for; what is null or false narrows nothing.
 *
 * @param q words in the title, the document number or the case number
 * @param undecided those without an outcome
 * @param hits those in whose text the screening points something out
 * @param open those with a finding because of which the measure cannot stay as it is
 * @param item those with a hit under the item of the standards
 */
public record CaseQuery(
        @Nullable String q,
        @Nullable String unit,
        @Nullable LegacyStage stage,
        @Nullable Outcome outcome,
        @Nullable Outcome proposal,
        boolean undecided,
        boolean sampled,
        boolean late,
        boolean hits,
        boolean open,
        @Nullable String item) {

    static final int MOST_WORDS = 5;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");

    public static CaseQuery all() {
        return new CaseQuery(null, null, null, null, null, false, false, false, false, false, null);
    }

    List<String> words() {
        return words(q);
    }

    static List<String> words(@Nullable String q) {
        return BLANKS.splitAsStream(Objects.requireNonNullElse(q, "").strip())
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
    }

    /**
     * That one of the columns has the word, whose {@link #pattern} the parameter holds. Most words here know no capitals, and
     * lowering a hundred thousand titles takes longer than searching them.
     */
    static String has(String word, String parameter, String... columns) {
        boolean knowsCapitals =
                !word.equals(word.toUpperCase(Locale.ROOT)) || !word.equals(word.toLowerCase(Locale.ROOT));
        return Stream.of(columns)
                .map(column ->
                        "%s like :%s escape '!'".formatted(knowsCapitals ? "lower(" + column + ")" : column, parameter))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** What has the word anywhere, in small letters. */
    static String pattern(String word) {
        return "%" + word.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** As the parameters of an address. */
    public List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        add(all, "q", q == null || q.isBlank() ? null : q);
        add(all, "unit", unit);
        add(all, "stage", stage);
        add(all, "outcome", outcome);
        add(all, "proposal", proposal);
        Stream.of(
                        Map.entry("undecided", undecided),
                        Map.entry("sampled", sampled),
                        Map.entry("late", late),
                        Map.entry("hits", hits),
                        Map.entry("open", open))
                .filter(Map.Entry::getValue)
                .forEach(each -> all.add(Map.entry(each.getKey(), "true")));
        add(all, "item", item);
        return all;
    }

    private static void add(List<Map.Entry<String, String>> all, String name, @Nullable Object value) {
        if (value != null) {
            all.add(Map.entry(name, value instanceof Enum<?> constant ? constant.name() : value.toString()));
        }
    }
}
