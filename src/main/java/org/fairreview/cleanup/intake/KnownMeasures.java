package org.fairreview.cleanup.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.springframework.stereotype.Component;

/** Finds lines that stand in the register already: by number, by text, or by title, unit and day where there is no number. */
@Component
class KnownMeasures {

    private final MeasuresInForce register;

    KnownMeasures(MeasuresInForce register) {
        this.register = register;
    }

    /** What the register has of some lines. */
    static final class Among {

        private final Map<String, MeasureInForce> byNumber;
        private final Map<String, MeasureInForce> byText;
        private final List<MeasureInForce> byTitle;

        private Among(
                Map<String, MeasureInForce> byNumber,
                Map<String, MeasureInForce> byText,
                List<MeasureInForce> byTitle) {
            this.byNumber = byNumber;
            this.byText = byText;
            this.byTitle = byTitle;
        }

        Optional<MeasureInForce> find(ImportLine line) {
            MeasureInForce found = line.numberKey.isEmpty() ? null : byNumber.get(line.numberKey);
            if (found == null && line.fingerprint != null) {
                found = byText.get(line.fingerprint);
            }
            if (found == null && line.numberKey.isEmpty()) {
                String title = LedgerKeys.title(line.title);
                return byTitle.stream()
                        .filter(measure -> LedgerKeys.title(measure.title()).equals(title)
                                && LedgerKeys.number(measure.documentNumber()).isEmpty()
                                && measure.unitId().equals(line.unitId)
                                && Objects.equals(measure.issuedOn().orElse(null), line.issuedOn))
                        .findFirst();
            }
            return Optional.ofNullable(found);
        }
    }

    Among of(String regionId, Collection<ImportLine> lines) {
        List<String> numbers = lines.stream()
                .map(line -> line.numberKey)
                .filter(key -> !key.isEmpty())
                .toList();
        List<String> texts = lines.stream()
                .map(line -> line.fingerprint)
                .filter(Objects::nonNull)
                .toList();
        List<String> titles = lines.stream()
                .filter(line -> line.numberKey.isEmpty() && !line.title.isEmpty())
                .map(line -> line.title)
                .toList();
        return new Among(
                inForceFirst(register.withNumbers(regionId, numbers), each -> LedgerKeys.number(each.documentNumber())),
                inForceFirst(register.withTexts(regionId, texts), each -> each.textFingerprint()
                        .orElse("")),
                register.withTitles(regionId, titles));
    }

    private static Map<String, MeasureInForce> inForceFirst(
            List<MeasureInForce> measures, Function<MeasureInForce, String> key) {
        Map<String, MeasureInForce> found = new HashMap<>();
        for (MeasureInForce each : measures) {
            found.merge(key.apply(each), each, (first, second) -> first.isInForce() ? first : second);
        }
        return found;
    }
}
