package org.fairreview.review.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.jspecify.annotations.Nullable;

/** What a person asks the ledger for; each part may be absent. Its {@link #parameters} are a bookmark's. */
public record LedgerQuery(
        @Nullable String q,
        @Nullable Stage stage,
        @Nullable Integer year,
        @Nullable String unit,
        @Nullable String region,
        @Nullable MeasureKind kind,
        @Nullable Issuance issuance,
        @Nullable Conclusion conclusion,
        @Nullable String reviewer,
        @Nullable Boolean overdue,
        @Nullable Whose whose,
        @Nullable Past past,
        @Nullable ReviewRoute route,
        @Nullable CaseEnd end,
        @Nullable Order sort) {

    private static final int MOST_CHARACTERS = 200;
    private static final int MOST_WORDS = 8;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2999;

    /** Whose matters are asked for. */
    public enum Whose {
        /** Those that the person's units drafted or handle. */
        UNIT,
        /** Those that the person submitted, reviewed, signed, was asked about, or entered later. */
        MINE
    }

    /** Whether reviews of earlier years (补录) are listed; absent, they are. */
    public enum Past {
        WITHOUT,
        ONLY
    }

    /** In which order. */
    public enum Order {
        RECEIVED,
        RECEIVED_ASC,
        DUE,
        DUE_DESC,
        TITLE,
        TITLE_DESC
    }

    public LedgerQuery {
        q = cut(q);
        year = year == null || year < FIRST_YEAR || year > LAST_YEAR ? null : year;
        unit = orNull(unit);
        region = orNull(region);
        reviewer = orNull(reviewer);
        overdue = Boolean.TRUE.equals(overdue) ? true : null;
        sort = sort == Order.RECEIVED ? null : sort;
    }

    public static LedgerQuery all() {
        return new LedgerQuery(
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** The words, all of which must match; spaces of either width stand between them. */
    public List<String> words() {
        return q == null
                ? List.of()
                : Stream.of(q.split("[\\s\\u3000]+"))
                        .filter(word -> !word.isEmpty())
                        .distinct()
                        .limit(MOST_WORDS)
                        .toList();
    }

    public Order order() {
        return sort == null ? Order.RECEIVED : sort;
    }

    public LedgerQuery sortedBy(Order order) {
        return new LedgerQuery(
                q,
                stage,
                year,
                unit,
                region,
                kind,
                issuance,
                conclusion,
                reviewer,
                overdue,
                whose,
                past,
                route,
                end,
                order);
    }

    /** Whether anything narrows the ledger; the order does not. */
    public boolean isNarrowed() {
        return !sortedBy(Order.RECEIVED).parameters().isEmpty();
    }

    /** The parts that are present, by the names of the record. */
    public Map<String, String> parameters() {
        Map<String, String> present = new LinkedHashMap<>();
        put(present, "q", q);
        put(present, "stage", stage);
        put(present, "year", year);
        put(present, "unit", unit);
        put(present, "region", region);
        put(present, "kind", kind);
        put(present, "issuance", issuance);
        put(present, "conclusion", conclusion);
        put(present, "reviewer", reviewer);
        put(present, "overdue", overdue);
        put(present, "whose", whose);
        put(present, "past", past);
        put(present, "route", route);
        put(present, "end", end);
        put(present, "sort", sort);
        return present;
    }

    private static void put(Map<String, String> present, String name, @Nullable Object value) {
        if (value != null) {
            present.put(name, value.toString());
        }
    }

    private static @Nullable String cut(@Nullable String text) {
        String stripped = orNull(text);
        return stripped == null || stripped.length() <= MOST_CHARACTERS
                ? stripped
                : stripped.substring(0, MOST_CHARACTERS);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
