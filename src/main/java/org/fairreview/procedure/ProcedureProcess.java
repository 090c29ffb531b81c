package org.fairreview.procedure;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that normative-document.bpmn and the code must agree on. */
@Configuration
public class ProcedureProcess {

    /** Where a way leads after a deliberation was registered. */
    public enum Way {
        /** To publication. */
        ADOPTED,
        /** Back to the drafter. */
        BACK,
        /** To the end. */
        NOT_ADOPTED
    }

    public static final String REVIEW_LEGALITY = "Task_ReviewLegality";

    /** The linked review has a conclusion, or has ended without one. */
    public static final String REVIEW_CONCLUDED = "FairReviewConcluded";

    /** The drafting unit makes the document no longer. */
    static final String STOPPED = "DocumentStopped";

    public static final Var<String> DRAFTING_UNIT = Var.text("draftingUnit");
    public static final Var<String> LEGAL_UNIT = Var.text("legalUnit");
    public static final Var<String> LEGALITY_LIMIT = Var.text("legalityLimit");
    public static final Var<Instant> COMMENT_ENDS = Var.moment("commentEnds");
    public static final Var<Boolean> FAIR_REVIEW_OWED = Var.flag("fairReviewOwed");
    public static final Var<Boolean> FAIR_REVIEW_SETTLED = Var.flag("fairReviewSettled");
    public static final Var<Boolean> FILE_COMPLETE = Var.flag("legalityFileComplete");
    public static final Var<Boolean> BOTH_PASSED = Var.flag("bothReviewsPassed");
    public static final Var<Boolean> GIVEN_UP = Var.flag("procedureGivenUp");
    public static final Var<Way> DELIBERATED = Var.oneOf("deliberated", Way.class);
    public static final Var<Instant> ADOPTED = Var.moment("adoptedAt");
    public static final Var<Boolean> PUBLISHED = Var.flag("documentPublished");
    public static final Var<Instant> PUBLISHED_AT = Var.moment("publishedAt");

    static final ProcessContract CONTRACT = new ProcessContract(
            "NormativeDocument",
            List.of(
                    DRAFTING_UNIT,
                    LEGAL_UNIT,
                    LEGALITY_LIMIT,
                    COMMENT_ENDS,
                    FAIR_REVIEW_OWED,
                    FAIR_REVIEW_SETTLED,
                    FILE_COMPLETE,
                    BOTH_PASSED,
                    GIVEN_UP,
                    DELIBERATED,
                    ADOPTED,
                    PUBLISHED,
                    PUBLISHED_AT));

    private static final int LONGEST_TITLE = 200;

    @Bean
    ProcessContract normativeDocumentContract() {
        return CONTRACT;
    }

    static Map<String, Object> variables(ProcedureCase procedure) {
        String title = procedure.title();
        return new HashMap<>(Map.of(
                CaseVariables.REGION.name(),
                procedure.regionId(),
                CaseVariables.MEASURE_TITLE.name(),
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                DRAFTING_UNIT.name(),
                procedure.draftingUnitId(),
                LEGAL_UNIT.name(),
                procedure.legalUnitId(),
                LEGALITY_LIMIT.name(),
                ProcedureLimits.legality(procedure.kind())));
    }
}
