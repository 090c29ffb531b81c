package org.fairreview.reporting;

import static org.fairreview.reporting.CountedBy.CONCLUDED;
import static org.fairreview.reporting.CountedBy.ISSUED;
import static org.fairreview.reporting.CountedBy.RECEIVED;
import static org.fairreview.reporting.CountedBy.STANDING;

import java.util.List;
import java.util.Optional;

/** All figures there are. */
public final class Figures {

    private static final String ALL = "1 = 1";

    private static final List<Figure> FIGURES = List.of(
            new Figure("received", Section.REVIEWS, Source.REVIEWS, RECEIVED, ALL, "route", "kind"),
            new Figure(
                    "reviewed",
                    Section.REVIEWS,
                    Source.REVIEWS,
                    CONCLUDED,
                    "x.conclusion is not null",
                    "conclusion",
                    "route",
                    "kind"),
            new Figure(
                    "refused",
                    Section.REVIEWS,
                    Source.REVIEWS,
                    CONCLUDED,
                    "x.conclusion = 'DOES_NOT_CONFORM'",
                    "case_end",
                    "kind"),
            new Figure("issued", Section.REVIEWS, Source.REVIEWS, ISSUED, ALL, "conclusion", "kind"),
            new Figure("open", Section.REVIEWS, Source.REVIEWS, STANDING, ALL, "route", "kind"),
            new Figure("exceptions", Section.REVIEWS, Source.EXCEPTIONS, STANDING, ALL, "exception_case"),
            new Figure(
                    "cleaned-up",
                    Section.CLEANUPS,
                    Source.CLEANUPS,
                    CONCLUDED,
                    "x.outcome is not null and x.campaign_kind = 'FAIR_COMPETITION'",
                    "outcome"),
            new Figure(
                    "cleaned-up-documents",
                    Section.CLEANUPS,
                    Source.CLEANUPS,
                    CONCLUDED,
                    "x.outcome is not null and x.campaign_kind = 'NORMATIVE_DOCUMENT'",
                    "outcome"),
            new Figure("cleanup-open", Section.CLEANUPS, Source.CLEANUPS, STANDING, ALL, "campaign_kind"),
            new Figure("findings", Section.FINDINGS, Source.FINDINGS, CONCLUDED, ALL, "item", "disposition"),
            new Figure(
                    "legacy-findings",
                    Section.FINDINGS,
                    Source.LEGACY_FINDINGS,
                    CONCLUDED,
                    ALL,
                    "item",
                    "legacy_disposition"),
            new Figure(
                    "opinions",
                    Section.ADVICE,
                    Source.ADVICE,
                    CONCLUDED,
                    "x.advice_kind = 'MEASURE'",
                    "assessment",
                    "adopted"),
            new Figure(
                    "contracts", Section.ADVICE, Source.ADVICE, CONCLUDED, "x.advice_kind = 'CONTRACT'", "assessment"),
            new Figure("consultations", Section.ADVICE, Source.CONSULTATIONS, RECEIVED, ALL, "stance"),
            new Figure("dissent", Section.ADVICE, Source.CONSULTATIONS, CONCLUDED, "x.stance = 'DISAGREES'"),
            new Figure("silence", Section.ADVICE, Source.CONSULTATIONS, CONCLUDED, "x.stance = 'SILENT'"),
            new Figure("evaluations", Section.ADVICE, Source.EVALUATIONS, CONCLUDED, ALL, "purpose"),
            new Figure(
                    "supervision-findings",
                    Section.FINDINGS,
                    Source.SUPERVISION_FINDINGS,
                    CONCLUDED,
                    ALL,
                    "item",
                    "found_in"),
            new Figure("points", Section.SUPERVISION, Source.POINTS, STANDING, ALL, "point_kind"),
            new Figure("points-visited", Section.SUPERVISION, Source.VISITED_POINTS, CONCLUDED, ALL, "point_kind"),
            new Figure("visits", Section.SUPERVISION, Source.VISITS, CONCLUDED, ALL, "point_kind"),
            new Figure(
                    "complaints",
                    Section.SUPERVISION,
                    Source.COMPLAINTS,
                    RECEIVED,
                    ALL,
                    "complaint_state",
                    "channel",
                    "reporter"),
            new Figure(
                    "complaints-concluded",
                    Section.SUPERVISION,
                    Source.COMPLAINTS,
                    CONCLUDED,
                    ALL,
                    "complaint_outcome",
                    "reporter"),
            new Figure("complaints-open", Section.SUPERVISION, Source.COMPLAINTS, STANDING, ALL, "complaint_state"),
            new Figure("leads", Section.SUPERVISION, Source.LEADS, RECEIVED, ALL, "lead_decision", "lead_outcome"),
            new Figure("leads-open", Section.SUPERVISION, Source.LEADS, STANDING, ALL, "lead_decision"),
            new Figure("spot-checks", Section.SUPERVISION, Source.SPOT_CHECKS, CONCLUDED, ALL),
            new Figure("spot-checks-open", Section.SUPERVISION, Source.SPOT_CHECKS, STANDING, ALL, "check_state"),
            new Figure("spot-checked", Section.SUPERVISION, Source.SPOT_ITEMS, CONCLUDED, ALL, "verdict"),
            new Figure("letters", Section.SUPERVISION, Source.LETTERS, ISSUED, ALL, "letter_kind", "letter_state"),
            new Figure(
                    "letters-open",
                    Section.SUPERVISION,
                    Source.LETTERS,
                    STANDING,
                    "x.issued_on <= :until",
                    "letter_kind",
                    "letter_state"),
            new Figure(
                    "documents-published",
                    Section.PROCEDURES,
                    Source.PROCEDURES,
                    ISSUED,
                    ALL,
                    "decider",
                    "procedure_kind"),
            new Figure(
                    "procedures-ended",
                    Section.PROCEDURES,
                    Source.PROCEDURES,
                    CONCLUDED,
                    ALL,
                    "procedure_end",
                    "procedure_kind",
                    "decider"),
            new Figure(
                    "procedures-open",
                    Section.PROCEDURES,
                    Source.PROCEDURES,
                    STANDING,
                    ALL,
                    "procedure_kind",
                    "decider"),
            new Figure("steps", Section.TIMES, Source.STEPS, CONCLUDED, ALL, "step_late", "step"),
            new Figure("steps-late", Section.TIMES, Source.STEPS, CONCLUDED, "x.step_late = 'LATE'", "step"),
            new Figure("overdue", Section.TIMES, Source.OVERDUE, STANDING, ALL, "step"),
            new Figure("summaries", Section.TIMES, Source.SUMMARIES, RECEIVED, ALL, "summary_state"),
            new Figure("trainings", Section.PUBLICITY, Source.TRAININGS, CONCLUDED, ALL, "training_kind"),
            new Figure("participants", Section.PUBLICITY, Source.PARTICIPANTS, CONCLUDED, ALL, "training_kind"));

    private Figures() {}

    public static List<Figure> all() {
        return FIGURES;
    }

    public static Optional<Figure> find(String id) {
        return FIGURES.stream().filter(figure -> figure.id().equals(id)).findFirst();
    }
}
