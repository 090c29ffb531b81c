package org.fairreview.review.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.calendar.ClockReading;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cases that a person may see, as lines. */
@Component
@Transactional(readOnly = true)
class CaseList {

    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final Measures measures;
    private final CaseClocks clocks;
    private final Units units;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    CaseList(
            CaseFile caseFile,
            CaseInsights insights,
            Measures measures,
            CaseClocks clocks,
            Units units,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.caseFile = caseFile;
        this.insights = insights;
        this.measures = measures;
        this.clocks = clocks;
        this.units = units;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    List<CaseRow> latest(Actor actor, int most) {
        Map<String, String> names = new HashMap<>();
        return caseFile.latest(actor, most).stream()
                .map(review -> row(review, actor, names))
                .toList();
    }

    Optional<CaseRow> find(String number, Actor actor) {
        return caseFile.find(number, actor).map(review -> row(review, actor, new HashMap<>()));
    }

    private CaseRow row(ReviewCase review, Actor actor, Map<String, String> names) {
        CaseInsight insight = insights.of(review, actor);
        Optional<ClockReading> clock = clocks.read(review.clockSubject());
        Optional<Conclusion> conclusion = insight.conclusion() ? review.conclusion() : Optional.empty();
        Optional<LocalDate> lastDay = clock.flatMap(ClockReading::lastDay);
        return new CaseRow(
                review.number(),
                measures.get(review.measureId()).facts().title(),
                units.name(review.draftingUnitId()),
                review.stage(),
                review.caseEnd()
                        .map(end -> labels.of("review.end", end))
                        .orElseGet(() -> labels.of("review.stage", review.stage())),
                conclusion.orElse(null),
                conclusion.map(value -> labels.of("review.conclusion", value)).orElse(null),
                review.reviewerId()
                        .filter(id -> insight.tasks())
                        .map(id -> names.computeIfAbsent(id, directory::nameOf))
                        .orElse(null),
                review.submittedAt(),
                moments.day(review.submittedAt()),
                lastDay.orElse(null),
                clock.map(this::clock).orElse(""),
                clock.filter(reading -> reading.isOver() && reading.endedOn().isEmpty())
                        .isPresent(),
                insight.conclusion() ? review.deliveredOn().orElse(null) : null);
    }

    private String clock(ClockReading reading) {
        if (reading.endedOn().isPresent()) {
            return labels.text("page.clock.ended", moments.day(reading.endedOn().get()));
        }
        return reading.lastDay().map(moments::day).orElseGet(() -> labels.text("page.clock.standing"));
    }
}
