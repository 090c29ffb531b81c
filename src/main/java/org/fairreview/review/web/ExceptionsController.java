package org.fairreview.review.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.ExceptionTerm;
import org.fairreview.review.ExceptionTerms;
import org.fairreview.review.ReviewCase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of exceptions (例外登记册): what is in force, until when, and what became of it (Measures 25). */
@Controller
class ExceptionsController {

    /** From how many days before its end an exception stands out. */
    private static final int SOON = 30;

    /** An exception as a line of the register. */
    record Row(
            String number,
            String title,
            String unit,
            @Nullable String kind,
            String began,
            @Nullable String ends,
            String condition,
            @Nullable String left,
            boolean soon,
            boolean over,
            ExceptionTerm.State state,
            String stateLabel,
            @Nullable String stopped,
            @Nullable String successor) {}

    record Choice(String value, String label) {}

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final ExceptionTerms terms;
    private final Measures measures;
    private final CaseReads reads;
    private final Units units;
    private final Labels labels;
    private final Moments moments;

    ExceptionsController(
            CurrentActor currentActor,
            CaseFile caseFile,
            ExceptionTerms terms,
            Measures measures,
            CaseReads reads,
            Units units,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.terms = terms;
        this.measures = measures;
        this.reads = reads;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/exceptions")
    String register(@RequestParam(required = false) ExceptionTerm.@Nullable State state, Model model) {
        Actor actor = currentActor.get();
        LocalDate today = moments.dayOf(moments.now());
        List<ExceptionTerm> all = terms.visible(caseFile.sightOf(actor));
        reads.printed(
                actor, "exceptions", all.stream().map(ExceptionTerm::caseNumber).toList());
        model.addAttribute(
                "rows",
                all.stream()
                        .filter(term -> state == null || term.state() == state)
                        .map(term -> row(term, today))
                        .toList());
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("state", state == null ? "" : state.name());
        model.addAttribute(
                "states",
                Arrays.stream(ExceptionTerm.State.values())
                        .map(each -> new Choice(each.name(), labels.of("exception.state", each)))
                        .toList());
        return "review/exceptions";
    }

    private Row row(ExceptionTerm term, LocalDate today) {
        ReviewCase review = caseFile.get(term.caseNumber());
        boolean inForce = term.state() == ExceptionTerm.State.IN_FORCE;
        Optional<Long> left = term.endsOn().filter(day -> inForce).map(day -> ChronoUnit.DAYS.between(today, day));
        return new Row(
                term.caseNumber(),
                measures.get(review.measureId()).facts().title(),
                units.name(term.draftingUnitId()),
                review.exception()
                        .map(ExceptionClaim::exceptionCase)
                        .map(kind -> labels.of("review.exceptionCase", kind))
                        .orElse(null),
                moments.day(term.beganOn()),
                term.endsOn().map(moments::day).orElse(null),
                term.endCondition(),
                left.map(this::left).orElse(null),
                left.filter(days -> days >= 0 && days <= SOON).isPresent(),
                left.filter(days -> days < 0).isPresent(),
                term.state(),
                labels.of("exception.state", term.state()),
                term.stoppedOn().map(moments::day).orElse(null),
                term.successorCase().orElse(null));
    }

    private String left(long days) {
        if (days < 0) {
            return labels.text("exceptions.over", -days);
        }
        return days == 0 ? labels.text("exceptions.today") : labels.text("exceptions.left", days);
    }
}
