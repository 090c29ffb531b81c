package org.fairreview.procedure.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.procedure.CommentPeriod;
import org.fairreview.procedure.FairReviews;
import org.fairreview.procedure.ProcedureCase;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.procedure.ProcedureLimits;
import org.fairreview.procedure.Procedures;
import org.fairreview.procedure.StepKind;
import org.fairreview.procedure.web.ProcedureLines.Line;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a procedure show beside their fields. */
@Component
class ProcedureFormContext implements FormContext {

    private static final String OPEN_COMMENT = "Task_OpenComment";
    private static final String SUMMARISE = "Task_SummariseComments";
    private static final String LEGALITY = "Task_ReviewLegality";
    private static final String SUPPLEMENT = "Task_SupplementLegality";
    private static final String LINK = "Task_LinkReview";
    private static final String REVISE = "Task_ReviseDocument";
    private static final String DELIBERATE = "Task_RegisterDeliberation";
    private static final String PUBLISH = "Task_RegisterPublication";
    private static final String FILE = "Task_RegisterFiling";

    private static final List<String> SERVED =
            List.of(OPEN_COMMENT, SUMMARISE, LEGALITY, SUPPLEMENT, LINK, REVISE, DELIBERATE, PUBLISH, FILE);

    /** For how many days back a form says how long the public must have time. */
    private static final int DAYS_BACK = 40;

    record Choice(String value, String label) {}

    /**
     * What a form of a procedure reads.
     *
     * @param earliest until when the public must have time at least, by the day on which it begins
     */
    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            String today,
            String decidingBody,
            List<Line> facts,
            List<Line> rules,
            List<Line> asked,
            List<Line> causes,
            List<Line> reviewed,
            String running,
            String limit,
            Map<String, String> earliest,
            boolean mayBeShorter,
            boolean mayKeepFairReview,
            List<Choice> reviews) {}

    private final Procedures procedures;
    private final FairReviews reviews;
    private final ProcedureLimits limits;
    private final ProcedureLines lines;
    private final ProcedureTexts texts;
    private final CurrentActor currentActor;

    ProcedureFormContext(
            Procedures procedures,
            FairReviews reviews,
            ProcedureLimits limits,
            ProcedureLines lines,
            ProcedureTexts texts,
            CurrentActor currentActor) {
        this.procedures = procedures;
        this.reviews = reviews;
        this.limits = limits;
        this.lines = lines;
        this.texts = texts;
        this.currentActor = currentActor;
    }

    @Override
    public boolean serves(OpenTask task) {
        return SERVED.contains(task.key());
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        Actor actor = currentActor.get();
        ProcedureCase procedure = procedures.get(task.caseNumber());
        String key = task.key();
        return new Context(
                procedure.number(),
                ProcedureLines.address(procedure),
                procedure.title(),
                texts.today().toString(),
                procedure.decidingBody(),
                facts(procedure, key),
                key.equals(OPEN_COMMENT) ? lines.rules(procedure) : List.of(),
                key.equals(SUPPLEMENT) ? lines.asked(procedure) : List.of(),
                key.equals(REVISE) ? causes(procedure, actor) : List.of(),
                key.equals(DELIBERATE) || key.equals(PUBLISH) ? reviewed(procedure, key, actor) : List.of(),
                key.equals(SUMMARISE) ? running(procedure) : "",
                limit(procedure, key),
                key.equals(OPEN_COMMENT) ? earliest(procedure) : Map.of(),
                procedure.kind() == ProcedureKind.MAJOR_DECISION,
                procedure.mayKeepFairReview(),
                key.equals(LINK)
                        ? reviews.choices(procedure, actor).stream()
                                .map(this::choice)
                                .toList()
                        : List.of());
    }

    private List<Line> facts(ProcedureCase procedure, String key) {
        List<Line> facts = new ArrayList<>(lines.facts(procedure));
        if (!key.equals(OPEN_COMMENT)) {
            facts.addAll(lines.comment(procedure));
        }
        return facts;
    }

    private List<Line> causes(ProcedureCase procedure, Actor actor) {
        List<Line> causes = new ArrayList<>(lines.changes(procedure));
        causes.addAll(reviewed(procedure, REVISE, actor));
        return causes;
    }

    private List<Line> reviewed(ProcedureCase procedure, String key, Actor actor) {
        List<Line> reviewed = new ArrayList<>(lines.legality(procedure));
        reviewed.addAll(lines.fairReview(procedure, actor));
        if (!key.equals(DELIBERATE)) {
            reviewed.addAll(lines.deliberations(procedure));
        }
        return reviewed;
    }

    /** Says so while the public's time to comment is not over. */
    private String running(ProcedureCase procedure) {
        LocalDate ends = procedure.comment().map(CommentPeriod::endsOn).orElseThrow();
        return texts.today().isAfter(ends) ? "" : texts.of("procedure.commentRunning", texts.day(ends));
    }

    private String limit(ProcedureCase procedure, String key) {
        StepKind step = key.equals(LEGALITY) ? StepKind.LEGALITY : key.equals(FILE) ? StepKind.FILE : null;
        return step == null
                ? ""
                : texts.of(
                        "procedure.limitIs",
                        lines.days(limits.of(procedure, step)),
                        limits.of(procedure, step).source());
    }

    private Map<String, String> earliest(ProcedureCase procedure) {
        Map<String, String> earliest = new LinkedHashMap<>();
        LocalDate today = texts.today();
        today.minusDays(DAYS_BACK)
                .datesUntil(today.plusDays(1))
                .forEach(day -> earliest.put(
                        day.toString(),
                        limits.commentAtLeastUntil(procedure, day).toString()));
        return earliest;
    }

    private Choice choice(ReviewCase review) {
        return new Choice(
                review.number(), texts.of("procedure.reviewChoice", review.number(), texts.day(review.submittedAt())));
    }
}
