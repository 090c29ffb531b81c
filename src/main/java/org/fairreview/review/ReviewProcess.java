package org.fairreview.review;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.conference.Canvasses;
import org.fairreview.measure.Measure;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that the models of bpmn/review and the code must agree on. */
@Configuration
public class ReviewProcess {

    public static final String KEY = "MeasureReview";
    public static final String ROUTE_DECISION = "ReviewRoute";

    /** How the measure is to be issued: the input of the route table. */
    public static final Var<String> ISSUANCE = Var.text("issuance");

    /** Whether the measure concerns the economic activity of operators (Reg. 2): the other input. */
    public static final Var<Boolean> IN_SCOPE = Var.flag("inScope");

    /** Whether the regulator's clerk does the paperwork of the drafting unit, which has no accounts. */
    public static final Var<Boolean> ON_BEHALF = Var.flag("onBehalf");

    public static final Var<ReviewRoute> ROUTE = Var.oneOf("route", ReviewRoute.class);
    public static final Var<String> DRAFTING_UNIT = Var.text("draftingUnit");
    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");
    public static final Var<Receipt> RECEIPT = Var.oneOf("receipt", Receipt.class);
    /** When what was asked for is overdue. */
    public static final Var<Instant> SUPPLEMENT_UNTIL = Var.moment("supplementUntil");

    public static final Var<String> REVIEWER = Var.text("reviewer");
    public static final Var<Boolean> ADVICE_WANTED = Var.flag("adviceWanted");
    public static final Var<String> ADVICE_ID = Var.text("adviceId");
    public static final Var<String> ADVISER = Var.text("adviser");
    public static final Var<String> ADVISER_UNIT = Var.text("adviserUnit");
    public static final Var<Boolean> CONSULTATION_WANTED = Var.flag("consultationWanted");
    public static final Var<String> CANVASS_ID = Var.text(Canvasses.ID);
    public static final Var<Boolean> HIGHER_WANTED = Var.flag("higherWanted");
    public static final Var<String> HIGHER_ID = Var.text("higherId");
    public static final Var<String> HIGHER_UNIT = Var.text("higherUnit");
    public static final Var<Boolean> EVALUATION_WANTED = Var.flag("evaluationWanted");
    public static final Var<String> EVALUATION_ID = Var.text("evaluationId");
    public static final Var<String> EVALUATOR_UNIT = Var.text("evaluatorUnit");
    public static final Var<Boolean> REVIEW_AGAIN = Var.flag("reviewAgain");
    public static final Var<Boolean> CHANGE_WANTED = Var.flag("changeWanted");
    public static final Var<String> SIGNER_ROLE = Var.text("signerRole");
    public static final Var<String> SIGNING_STEP = Var.text("signingStep");
    public static final Var<SigningOutcome> SIGNING = Var.oneOf("signing", SigningOutcome.class);
    public static final Var<Conclusion> CONCLUSION = Var.oneOf("conclusion", Conclusion.class);
    public static final Var<Revision> REVISION = Var.oneOf("revision", Revision.class);
    public static final Var<IssueOutcome> ISSUE = Var.oneOf("issue", IssueOutcome.class);
    public static final Var<Boolean> EXCEPTED = Var.flag("excepted");

    /** The drafting unit withdraws the measure. */
    public static final String WITHDRAWN = "MeasureWithdrawn";

    public static final ProcessContract CONTRACT = new ProcessContract(
            KEY,
            List.of(
                    ISSUANCE,
                    IN_SCOPE,
                    ON_BEHALF,
                    ROUTE,
                    DRAFTING_UNIT,
                    REGULATOR_UNIT,
                    RECEIPT,
                    SUPPLEMENT_UNTIL,
                    REVIEWER,
                    ADVICE_WANTED,
                    ADVICE_ID,
                    ADVISER,
                    ADVISER_UNIT,
                    CONSULTATION_WANTED,
                    CANVASS_ID,
                    HIGHER_WANTED,
                    HIGHER_ID,
                    HIGHER_UNIT,
                    EVALUATION_WANTED,
                    EVALUATION_ID,
                    EVALUATOR_UNIT,
                    REVIEW_AGAIN,
                    CHANGE_WANTED,
                    SIGNER_ROLE,
                    SIGNING_STEP,
                    SIGNING,
                    CONCLUSION,
                    REVISION,
                    ISSUE,
                    EXCEPTED));

    /** The unit's own review: a part of the review that the drafting unit does by itself. */
    public static final ProcessContract OWN_REVIEW = new ProcessContract(
            "OwnReview",
            List.of(
                    DRAFTING_UNIT,
                    REGULATOR_UNIT,
                    ON_BEHALF,
                    REVIEWER,
                    ADVICE_WANTED,
                    REVIEW_AGAIN,
                    CHANGE_WANTED,
                    SIGNER_ROLE,
                    SIGNING_STEP,
                    SIGNING,
                    CONCLUSION));

    public static final Var<Instant> REASSESS_ON = Var.moment("reassessOn");
    public static final Var<Instant> EXCEPTION_END = Var.moment("exceptionEnd");
    public static final Var<Reassessment> REASSESSMENT = Var.oneOf("reassessment", Reassessment.class);
    public static final Var<Succession> SUCCESSION = Var.oneOf("succession", Succession.class);

    /** The exception in force, until its end. */
    public static final ProcessContract EXCEPTION_TERM = new ProcessContract(
            "ExceptionTerm",
            List.of(DRAFTING_UNIT, REGULATOR_UNIT, ON_BEHALF, REASSESS_ON, EXCEPTION_END, REASSESSMENT, SUCCESSION));

    private static final int LONGEST_TITLE = 200;

    @Bean
    ProcessContract reviewContract() {
        return CONTRACT;
    }

    @Bean
    ProcessContract ownReviewContract() {
        return OWN_REVIEW;
    }

    @Bean
    ProcessContract exceptionTermContract() {
        return EXCEPTION_TERM;
    }

    /** What the process of a case starts with; the other processes about it start with the same, and their own. */
    public static Map<String, Object> variables(ReviewCase review, Measure measure, boolean clerkActs) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                IN_SCOPE.name(),
                review.route() != ReviewRoute.OUT_OF_SCOPE,
                ON_BEHALF.name(),
                clerkActs,
                CaseVariables.REGION.name(),
                review.regionId(),
                ISSUANCE.name(),
                measure.facts().issuance().name(),
                DRAFTING_UNIT.name(),
                review.draftingUnitId(),
                REGULATOR_UNIT.name(),
                review.regulatorUnitId()));
        if (!measure.circulation().isRestricted()) {
            String title = measure.facts().title();
            variables.put(
                    CaseVariables.MEASURE_TITLE.name(),
                    title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
        }
        return variables;
    }
}
