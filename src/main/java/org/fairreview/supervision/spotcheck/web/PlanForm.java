package org.fairreview.supervision.spotcheck.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.fairreview.identity.Objection;
import org.fairreview.supervision.spotcheck.Level;
import org.fairreview.supervision.spotcheck.SeedSource;
import org.fairreview.supervision.spotcheck.SpotPlan;
import org.fairreview.supervision.spotcheck.Stratum;
import org.jspecify.annotations.Nullable;

/** What is typed about the plan of a spot check. */
public record PlanForm(
        @Nullable String title,
        @Nullable String focus,
        @Nullable List<String> regions,
        @Nullable List<String> levels,
        @Nullable String fields,
        @Nullable List<String> units,
        @Nullable String issuedFrom,
        @Nullable String issuedUntil,
        @Nullable String sampleSize,
        @Nullable String method,
        @Nullable String startsOn,
        @Nullable String endsOn,
        @Nullable String firstInspector,
        @Nullable String secondInspector,
        @Nullable String seedSource,
        @Nullable String seedAnnouncement,
        @Nullable String seedKnownOn) {

    private static final int DAYS = 60;

    static PlanForm empty(LocalDate today, String region) {
        return new PlanForm(
                "",
                "",
                List.of(region),
                List.of(),
                "",
                List.of(),
                "",
                "",
                "20",
                "SIMPLE",
                today.toString(),
                today.plusDays(DAYS).toString(),
                "",
                "",
                SeedSource.PRODUCT.name(),
                "",
                "");
    }

    /** The same plan once more, with new days. */
    static PlanForm of(SpotPlan plan, LocalDate today) {
        return new PlanForm(
                plan.title(),
                plan.focus(),
                plan.regions(),
                plan.levels().stream().map(Level::name).toList(),
                String.join("、", plan.fields()),
                plan.units(),
                day(plan.issuedFrom()),
                day(plan.issuedUntil()),
                String.valueOf(plan.sampleSize()),
                plan.stratum() == null ? "SIMPLE" : plan.stratum().name(),
                today.toString(),
                today.plusDays(DAYS).toString(),
                plan.firstInspector(),
                plan.secondInspector(),
                plan.seedSource().name(),
                plan.seedAnnouncement(),
                "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    public List<String> chosenRegions() {
        return regions == null ? List.of() : regions;
    }

    public List<String> chosenLevels() {
        return levels == null ? List.of() : levels;
    }

    public List<String> chosenUnits() {
        return units == null ? List.of() : units;
    }

    /** What was typed; null where a day or a number is none, with the objections. */
    @Nullable
    SpotPlan plan(List<Objection> objections) {
        LocalDate from = day("issuedFrom", issuedFrom, false, objections);
        LocalDate until = day("issuedUntil", issuedUntil, false, objections);
        LocalDate starts = day("startsOn", startsOn, true, objections);
        LocalDate ends = day("endsOn", endsOn, true, objections);
        boolean ofProduct = !SeedSource.PUBLIC.name().equals(seedSource);
        LocalDate known = ofProduct ? null : day("seedKnownOn", seedKnownOn, true, objections);
        int size = -1;
        try {
            size = Integer.parseInt(text(sampleSize));
        } catch (NumberFormatException noNumber) {
            objections.add(Objection.at("sampleSize", "spotcheck.noNumber"));
        }
        if (!objections.isEmpty() || starts == null || ends == null) {
            return null;
        }
        return new SpotPlan(
                text(title),
                text(focus),
                lines(Arrays.asList(text(fields).split("[、，,；;\\s]+"))),
                lines(chosenLevels().stream()
                        .filter(each -> Stream.of(Level.values())
                                .anyMatch(level -> level.name().equals(each)))
                        .toList()),
                lines(chosenUnits()),
                lines(chosenRegions()),
                from,
                until,
                size,
                Stream.of(Stratum.values())
                        .filter(each -> each.name().equals(method))
                        .findFirst()
                        .orElse(null),
                starts,
                ends,
                text(firstInspector),
                text(secondInspector),
                ofProduct ? SeedSource.PRODUCT : SeedSource.PUBLIC,
                ofProduct ? "" : text(seedAnnouncement),
                known);
    }

    private static String lines(List<String> each) {
        return String.join(
                "\n",
                each.stream().map(String::strip).filter(word -> !word.isEmpty()).toList());
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    private static @Nullable LocalDate day(
            String field, @Nullable String typed, boolean required, List<Objection> objections) {
        if (text(typed).isEmpty()) {
            if (required) {
                objections.add(Objection.at(field, "spotcheck.dayMissing"));
            }
            return null;
        }
        try {
            return LocalDate.parse(text(typed));
        } catch (DateTimeException noDay) {
            objections.add(Objection.at(field, "spotcheck.noDay"));
            return null;
        }
    }
}
