package org.fairreview.document;

import java.util.List;
import java.util.Optional;
import org.fairreview.document.Comparison.Place;
import org.fairreview.document.Comparison.Row;

/**
 * Words of one row, followed from the earlier text into the later one.
 *
 * @param fromFirst whether they begin with the first word of the row, on both sides
 * @param toLast whether they end with the last word of the row, on both sides
 */
record Followed(Place place, boolean fromFirst, boolean toLast) {

    /** Empty where a word between the offsets is gone, or another came between them. */
    static Optional<Followed> of(Row row, int start, int end) {
        var elsewhere = row.elsewhere();
        var target = elsewhere == null ? row.after() : List.of(elsewhere);
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var before = Wording.of(row.before());
        var after = Wording.of(target);
        int[] kept = WordChanges.between(before, after).kept();
        int first = 0;
        while (first < kept.length && before.offset(first) < start) {
            first++;
        }
        int last = kept.length - 1;
        while (last >= first && before.offset(last) >= end) {
            last--;
        }
        if (first > last || kept[first] < 0 || kept[last] - kept[first] != last - first) {
            return Optional.empty();
        }
        return Optional.of(new Followed(
                new Place(after.passageOf(kept[first]), after.offset(kept[first]), after.offset(kept[last]) + 1),
                first == 0 && kept[first] == 0,
                last == kept.length - 1 && kept[last] == after.words().length() - 1));
    }
}
