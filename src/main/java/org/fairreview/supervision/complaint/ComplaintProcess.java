package org.fairreview.supervision.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fairreview.review.SigningOutcome;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that complaint.bpmn and the code must agree on. Nothing of the reporter is among them. */
@Configuration
public class ComplaintProcess {

    /** The reporter has supplied what was missing. */
    public static final String SUPPLEMENTED = "ComplaintSupplemented";

    /** The handler asks for more time. */
    public static final String EXTENSION_ASKED = "ComplaintExtensionAsked";

    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");
    public static final Var<String> HANDLER = Var.text("complaintHandler");
    public static final Var<String> DRAFTING_UNIT = Var.text("draftingUnit");

    /** That the clerk acts for a drafting unit without accounts; always set. */
    public static final Var<Boolean> CLERK_ACTS = Var.flag("clerkActs");

    public static final Var<Assessment> ASSESSMENT = Var.oneOf("assessment", Assessment.class);
    public static final Var<Instant> SUPPLEMENT_UNTIL = Var.moment("complaintSupplementUntil");
    public static final Var<Instant> STATEMENT_UNTIL = Var.moment("statementUntil");
    public static final Var<Instant> CONCLUDE_UNTIL = Var.moment("concludeUntil");
    public static final Var<Boolean> EXTENDED = Var.flag("conclusionExtended");
    public static final Var<String> SIGNER_ROLE = Var.text("signerRole");
    public static final Var<String> SIGNING_STEP = Var.text("signingStep");
    public static final Var<SigningOutcome> SIGNING = Var.oneOf("signing", SigningOutcome.class);
    public static final Var<Boolean> LETTER_WANTED = Var.flag("complaintLetterWanted");
    public static final Var<Boolean> REAL_NAME = Var.flag("realName");

    static final ProcessContract CONTRACT = new ProcessContract(
            "Complaint",
            List.of(
                    REGULATOR_UNIT,
                    HANDLER,
                    DRAFTING_UNIT,
                    CLERK_ACTS,
                    ASSESSMENT,
                    SUPPLEMENT_UNTIL,
                    STATEMENT_UNTIL,
                    CONCLUDE_UNTIL,
                    EXTENDED,
                    SIGNER_ROLE,
                    SIGNING_STEP,
                    SIGNING,
                    LETTER_WANTED,
                    REAL_NAME));

    @Bean
    ProcessContract complaintContract() {
        return CONTRACT;
    }

    /** What the process starts with; the card shows words of ours, nothing that somebody typed. */
    static Map<String, Object> variables(Complaint complaint, String card) {
        return Map.of(
                CaseVariables.REGION.name(), complaint.regionId(),
                CaseVariables.MEASURE_TITLE.name(), card,
                REGULATOR_UNIT.name(), complaint.regulatorUnitId(),
                CLERK_ACTS.name(), true,
                REAL_NAME.name(), complaint.isRealName());
    }
}
