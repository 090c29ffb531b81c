package org.fairreview.review.ledger;

import static org.fairreview.review.ledger.PastColumn.CONCLUDED;
import static org.fairreview.review.ledger.PastColumn.CONCLUSION;
import static org.fairreview.review.ledger.PastColumn.DOCUMENT_NUMBER;
import static org.fairreview.review.ledger.PastColumn.ISSUANCE;
import static org.fairreview.review.ledger.PastColumn.ISSUED_NUMBER;
import static org.fairreview.review.ledger.PastColumn.ISSUED_ON;
import static org.fairreview.review.ledger.PastColumn.KIND;
import static org.fairreview.review.ledger.PastColumn.RECEIVED;
import static org.fairreview.review.ledger.PastColumn.REMARK;
import static org.fairreview.review.ledger.PastColumn.TITLE;
import static org.fairreview.review.ledger.PastColumn.UNIT;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fairreview.identity.Unit;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.Conclusion;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines about reviews of earlier years, and says what is wrong in which column.
 *
 * @param units by name, those for which the person enters reviews
 * @param kinds by the Chinese label, like the two that follow
 */
record PastReviewRules(
        Map<String, Unit> units,
        Map<String, MeasureKind> kinds,
        Map<String, Issuance> issuances,
        Map<String, Conclusion> conclusions,
        LocalDate today) {

    /** The State Council's opinions that began fair-competition review are of June 2016. */
    private static final LocalDate BEGINNING = LocalDate.of(2016, 6, 1);

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern BARE_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private static final Map<PastColumn, Integer> LONGEST =
            Map.of(TITLE, 500, DOCUMENT_NUMBER, 100, ISSUED_NUMBER, 100, REMARK, 2000);

    /** What a line says, or what is wrong with it. */
    record Read(@Nullable PastFacts facts, List<Refusal> problems) {}

    Read read(PastLine line) {
        List<Refusal> problems = new ArrayList<>();
        for (PastColumn column : PastColumn.values()) {
            String value = line.value(column);
            if (value.isEmpty() && column.isRequired()) {
                problems.add(Refusal.at(column.name(), "past.missing"));
            }
            if (value.length() > LONGEST.getOrDefault(column, Integer.MAX_VALUE)) {
                problems.add(Refusal.at(column.name(), "past.tooLong", LONGEST.get(column)));
            }
        }
        Optional<Unit> unit = named(line, UNIT, units, "past.unitUnknown", problems);
        Optional<MeasureKind> kind = named(line, KIND, kinds, "past.notInList", problems);
        Optional<Issuance> issuance = named(line, ISSUANCE, issuances, "past.notInList", problems);
        Optional<Conclusion> conclusion = named(line, CONCLUSION, conclusions, "past.notInList", problems);
        Optional<LocalDate> received = day(line, RECEIVED, problems);
        Optional<LocalDate> concluded = day(line, CONCLUDED, problems);
        Optional<LocalDate> issued = day(line, ISSUED_ON, problems);
        if (received.isPresent() && concluded.isPresent() && concluded.get().isBefore(received.get())) {
            problems.add(Refusal.at(CONCLUDED.name(), "past.concludedBeforeReceived"));
        }
        if (!problems.isEmpty()) {
            return new Read(null, problems);
        }
        return new Read(
                new PastFacts(
                        unit.orElseThrow().regionId(),
                        unit.get().id(),
                        line.value(TITLE),
                        kind.orElseThrow(),
                        issuance.orElse(null),
                        received.orElseThrow(),
                        concluded.orElseThrow(),
                        conclusion.orElseThrow(),
                        orNull(line.value(DOCUMENT_NUMBER)),
                        orNull(line.value(ISSUED_NUMBER)),
                        issued.orElse(null),
                        line.value(REMARK)),
                List.of());
    }

    /** A label without the differences that people do not see. */
    static String folded(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}]", "");
    }

    private static <T> Optional<T> named(
            PastLine line, PastColumn column, Map<String, T> names, String unknown, List<Refusal> problems) {
        String value = line.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> found = Optional.ofNullable(names.get(folded(value)));
        if (found.isEmpty()) {
            problems.add(Refusal.at(column.name(), unknown, value));
        }
        return found;
    }

    private Optional<LocalDate> day(PastLine line, PastColumn column, List<Refusal> problems) {
        String value = line.value(column);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> day = parsed(folded(value));
        if (day.isEmpty()) {
            problems.add(Refusal.at(column.name(), "past.noDate", value));
        } else if (day.get().isAfter(today)) {
            problems.add(Refusal.at(column.name(), "past.inTheFuture"));
        } else if (day.get().isBefore(BEGINNING)) {
            problems.add(Refusal.at(column.name(), "past.tooEarly"));
        }
        return day;
    }

    private static Optional<LocalDate> parsed(String value) {
        for (Pattern pattern : List.of(DAY, BARE_DAY)) {
            Matcher day = pattern.matcher(value);
            if (day.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
