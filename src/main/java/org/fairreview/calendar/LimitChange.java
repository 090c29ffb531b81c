package org.fairreview.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/**
 * A limit as an office wants it from a day on.
 *
 * @param regionId the region that it is for; absent for all regions
 * @param route the route of review that it is for; absent for all routes
 * @param source the article, or the office's own rule, behind the number
 * @param reason why it is changed
 */
public record LimitChange(
        String step,
        @Nullable String regionId,
        @Nullable String route,
        LocalDate validFrom,
        int days,
        TimeLimit.Counting counting,
        TimeLimit.StartRule startRule,
        String source,
        String reason) {

    /** The longest limit that an office may set, in days: ten years. */
    public static final int MOST_DAYS = 3660;

    private static final int LONGEST = 200;
    private static final int MOST_YEARS = 10;

    List<Objection> objections(LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (days < 1 || days > MOST_DAYS) {
            objections.add(Objection.at("days", "limits.days.range", MOST_DAYS));
        }
        if (!validFrom.isAfter(today)) {
            objections.add(Objection.at("validFrom", "limits.validFrom.past"));
        }
        if (validFrom.isAfter(today.plusYears(MOST_YEARS))) {
            objections.add(Objection.at("validFrom", "limits.validFrom.late"));
        }
        text("source", source, objections);
        text("reason", reason, objections);
        return objections;
    }

    private static void text(String field, String text, List<Objection> objections) {
        if (text.isBlank()) {
            objections.add(Objection.at(field, "limits." + field + ".missing"));
        } else if (text.length() > LONGEST) {
            objections.add(Objection.at(field, "limits.long", LONGEST));
        }
    }
}
