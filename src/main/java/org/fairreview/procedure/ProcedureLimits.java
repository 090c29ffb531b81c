package org.fairreview.procedure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.TimeLimit;
import org.springframework.stereotype.Component;

/** The limits of a procedure, all of them rows of the table of limits. */
@Component
public class ProcedureLimits {

    private static final String COMMENT_BUSINESS = "commentBusiness";
    private static final String COMMENT_DECISION = "commentDecision";
    private static final String COMMENT_OTHER = "commentOther";
    private static final String LEGALITY_DECISION = "legalityDecision";
    private static final String LEGALITY_DOCUMENT = "legalityDocument";
    private static final String DRAFTING = "procedureDrafting";
    private static final String SUPPLEMENT = "procedureSupplement";
    private static final String DELIBERATION = "deliberation";
    private static final String DISCLOSURE = "disclosure";
    private static final String FILING = "documentFiling";

    private final DueDates dueDates;
    private final Clock clock;

    ProcedureLimits(DueDates dueDates, Clock clock) {
        this.dueDates = dueDates;
        this.clock = clock;
    }

    /** The step in the table of limits by which the legality of such a draft is reviewed. */
    static String legality(ProcedureKind kind) {
        return kind == ProcedureKind.MAJOR_DECISION ? LEGALITY_DECISION : LEGALITY_DOCUMENT;
    }

    /** The last day of the shortest time that the public must have, where it begins on the day; the longest rule counts. */
    public LocalDate commentAtLeastUntil(ProcedureCase procedure, LocalDate startsOn) {
        return commentSteps(procedure).stream()
                .map(step -> dueDates.due(step, procedure.regionId(), null, startsOn))
                .max(Comparator.naturalOrder())
                .map(moment -> LocalDate.ofInstant(moment, clock.getZone()))
                .orElseThrow();
    }

    /** The rules about the public's time to comment that hold for the procedure, with their sources. */
    public List<TimeLimit> commentRules(ProcedureCase procedure) {
        return commentSteps(procedure).stream()
                .map(step -> dueDates.limit(step, procedure.regionId()))
                .toList();
    }

    private static List<String> commentSteps(ProcedureCase procedure) {
        List<String> steps = new ArrayList<>();
        if (procedure.kind() == ProcedureKind.MAJOR_DECISION) {
            steps.add(COMMENT_DECISION);
        }
        if (procedure.isBusiness()) {
            steps.add(COMMENT_BUSINESS);
        }
        return steps.isEmpty() ? List.of(COMMENT_OTHER) : steps;
    }

    /** The row of the table behind a step's limit; its days count from the day after the step begins. */
    public TimeLimit of(ProcedureCase procedure, StepKind step) {
        return dueDates.limit(name(procedure, step), procedure.regionId());
    }

    Instant dueFromNow(ProcedureCase procedure, StepKind step) {
        return dueDates.dueFromNow(name(procedure, step), procedure.regionId());
    }

    Instant due(ProcedureCase procedure, StepKind step, LocalDate begins) {
        return dueDates.due(name(procedure, step), procedure.regionId(), null, begins);
    }

    private static String name(ProcedureCase procedure, StepKind step) {
        return switch (step) {
            case OPEN_COMMENT, SUMMARISE, LINK_REVIEW, REVISE -> DRAFTING;
            case LEGALITY -> legality(procedure.kind());
            case SUPPLEMENT -> SUPPLEMENT;
            case DELIBERATE -> DELIBERATION;
            case PUBLISH -> DISCLOSURE;
            case FILE -> FILING;
            case FAIR_REVIEW -> throw new IllegalArgumentException("The review has its own limits");
        };
    }
}
