package org.fairreview.supervision.spotcheck;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A measure in the list from which is drawn.
 *
 * @param unitId the unit that answers for it; null where nobody knows it here
 * @param measureId null where it comes from a list that was brought, and stands in no register
 */
record ListedMeasure(
        String title,
        String documentNumber,
        @Nullable String unitId,
        String unitName,
        Level level,
        String levelName,
        String field,
        @Nullable String regionId,
        String regionName,
        @Nullable LocalDate issuedOn,
        @Nullable String measureId,
        @Nullable String versionId) {

    /** By its own words, so that a list has one order, in whatever it came. */
    static final Comparator<ListedMeasure> IN_LIST = Comparator.comparing(ListedMeasure::line);

    /** Its fields as the list shows them, tabs between. */
    String line() {
        return String.join(
                "\t",
                plain(title),
                plain(documentNumber),
                plain(unitName),
                levelName,
                plain(field),
                plain(regionName),
                issuedOn == null ? "" : issuedOn.toString());
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
