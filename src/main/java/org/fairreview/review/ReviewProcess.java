package org.fairreview.review;

import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that measure-review.bpmn, review-route.dmn and the code must agree on. */
@Configuration
public class ReviewProcess {

    public static final String KEY = "MeasureReview";
    public static final String ROUTE_DECISION = "ReviewRoute";

    /** How the measure is to be issued: the input of the route table. */
    public static final Var<String> ISSUANCE = Var.text("issuance");

    public static final Var<ReviewRoute> ROUTE = Var.oneOf("route", ReviewRoute.class);
    public static final Var<String> DRAFTING_UNIT = Var.text("draftingUnit");
    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");
    public static final Var<Receipt> RECEIPT = Var.oneOf("receipt", Receipt.class);
    public static final Var<String> REVIEWER = Var.text("reviewer");
    public static final Var<Boolean> ADVICE_WANTED = Var.flag("adviceWanted");
    public static final Var<String> ADVICE_ID = Var.text("adviceId");
    public static final Var<String> ADVISER = Var.text("adviser");
    public static final Var<String> ADVISER_UNIT = Var.text("adviserUnit");
    public static final Var<Boolean> REVIEW_AGAIN = Var.flag("reviewAgain");
    public static final Var<String> SIGNER_ROLE = Var.text("signerRole");
    public static final Var<String> SIGNING_STEP = Var.text("signingStep");
    public static final Var<SigningOutcome> SIGNING = Var.oneOf("signing", SigningOutcome.class);
    public static final Var<Conclusion> CONCLUSION = Var.oneOf("conclusion", Conclusion.class);

    public static final ProcessContract CONTRACT = new ProcessContract(
            KEY,
            List.of(
                    ISSUANCE,
                    ROUTE,
                    DRAFTING_UNIT,
                    REGULATOR_UNIT,
                    RECEIPT,
                    REVIEWER,
                    ADVICE_WANTED,
                    ADVICE_ID,
                    ADVISER,
                    ADVISER_UNIT,
                    REVIEW_AGAIN,
                    SIGNER_ROLE,
                    SIGNING_STEP,
                    SIGNING,
                    CONCLUSION));

    private static final int LONGEST_TITLE = 200;

    @Bean
    ProcessContract reviewContract() {
        return CONTRACT;
    }

    /** What the process of a case starts with. */
    static Map<String, Object> variables(ReviewCase review, String title, String issuance) {
        return Map.of(
                CaseVariables.REGION.name(),
                review.regionId(),
                CaseVariables.MEASURE_TITLE.name(),
                title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title,
                ISSUANCE.name(),
                issuance,
                DRAFTING_UNIT.name(),
                review.draftingUnitId(),
                REGULATOR_UNIT.name(),
                review.regulatorUnitId());
    }
}
