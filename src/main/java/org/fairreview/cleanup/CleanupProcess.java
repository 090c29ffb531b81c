package org.fairreview.cleanup;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that the models of clean-ups and the code must agree on. */
@Configuration
public class CleanupProcess {

    /** What a decision of the issuing body leads to. */
    public enum Decision {
        KEPT,
        TO_REVISE,
        TO_ANNOUNCE,
        RETURNED
    }

    /** What the regulator says of what was carried out. */
    public enum Confirmation {
        CONFIRMED,
        REVISE_AGAIN,
        ANNOUNCE_AGAIN
    }

    /** The review of a revision has ended. */
    public static final String REVISION_ENDED = "RevisionEnded";

    /** The deadline of a clean-up was put off after it had passed. */
    public static final String DEADLINE_PUT_OFF = "DeadlinePutOff";

    /** Everything in a clean-up is decided. */
    public static final String ALL_DECIDED = "AllDecided";

    /** Everything in a clean-up is carried out. */
    public static final String ALL_CARRIED_OUT = "AllCarriedOut";

    public static final Var<String> CAMPAIGN = Var.text("campaignNumber");
    public static final Var<String> RESPONSIBLE_UNIT = Var.text("responsibleUnit");
    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");

    /** The day until which the unit checks. */
    public static final Var<Instant> CHECK_UNTIL = Var.moment("checkUntil");

    /** The regulator does the paperwork of a unit without accounts. */
    public static final Var<Boolean> STAND_IN = Var.flag("standIn");

    public static final Var<Boolean> CHECK_SIGNED = Var.flag("checkSigned");
    public static final Var<Boolean> SAMPLED = Var.flag("sampled");
    public static final Var<Boolean> PROPOSAL_AGREED = Var.flag("proposalAgreed");
    public static final Var<String> DECIDER_ROLE = Var.text("deciderRole");
    public static final Var<String> DECIDER_UNIT = Var.text("deciderUnit");
    public static final Var<Decision> DECISION = Var.oneOf("issuerDecision", Decision.class);
    public static final Var<Boolean> REVISION_ENDED_BEFORE = Var.flag("revisionEnded");
    public static final Var<Boolean> REVISION_ISSUED = Var.flag("revisionIssued");
    public static final Var<Confirmation> CONFIRMATION = Var.oneOf("confirmation", Confirmation.class);

    public static final ProcessContract LEGACY_CLEANUP = new ProcessContract(
            "LegacyCleanup",
            List.of(
                    CAMPAIGN,
                    RESPONSIBLE_UNIT,
                    REGULATOR_UNIT,
                    CHECK_UNTIL,
                    STAND_IN,
                    CHECK_SIGNED,
                    SAMPLED,
                    PROPOSAL_AGREED,
                    DECIDER_ROLE,
                    DECIDER_UNIT,
                    DECISION,
                    REVISION_ENDED_BEFORE,
                    REVISION_ISSUED,
                    CONFIRMATION));

    /** When the deadline of a clean-up passes. */
    public static final Var<Instant> DEADLINE = Var.moment("deadline");

    public static final Var<Boolean> DEADLINE_EXTENDED = Var.flag("deadlineExtended");
    public static final Var<Boolean> UNITS_LATE = Var.flag("unitsLate");
    public static final Var<Boolean> ALL_CLOSED = Var.flag("allClosed");

    public static final ProcessContract CAMPAIGN_PROCESS = new ProcessContract(
            "CleanupCampaign", List.of(REGULATOR_UNIT, DEADLINE, DEADLINE_EXTENDED, UNITS_LATE, ALL_CLOSED));

    private static final int LONGEST_TITLE = 200;

    @Bean
    ProcessContract legacyCleanupContract() {
        return LEGACY_CLEANUP;
    }

    @Bean
    ProcessContract cleanupCampaignContract() {
        return CAMPAIGN_PROCESS;
    }

    static Map<String, Object> variables(LegacyCase legacy, String title, Instant checkUntil) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), legacy.regionId());
        variables.put(CaseVariables.MEASURE_TITLE.name(), cut(title));
        variables.put(CAMPAIGN.name(), legacy.campaignNumber());
        variables.put(RESPONSIBLE_UNIT.name(), legacy.unitId());
        variables.put(REGULATOR_UNIT.name(), legacy.regulatorUnitId());
        variables.put(CHECK_UNTIL.name(), CHECK_UNTIL.store().apply(checkUntil));
        variables.put(STAND_IN.name(), true);
        return variables;
    }

    static Map<String, Object> variables(Campaign campaign, Instant deadline) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), campaign.regionId());
        variables.put(CaseVariables.MEASURE_TITLE.name(), cut(campaign.title()));
        variables.put(REGULATOR_UNIT.name(), campaign.regulatorUnitId());
        variables.put(DEADLINE.name(), DEADLINE.store().apply(deadline));
        return variables;
    }

    private static String cut(String title) {
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
