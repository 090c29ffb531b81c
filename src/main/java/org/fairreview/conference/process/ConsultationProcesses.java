package org.fairreview.conference.process;

import java.time.Instant;
import java.util.List;
import org.fairreview.conference.Canvasses;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that the models of bpmn/conference and the code must agree on. */
@Configuration
class ConsultationProcesses {

    static final String CANVASS = "ConferenceConsultation";

    static final Var<String> CANVASS_ID = Var.text(Canvasses.ID);
    static final Var<String> CONSULTATION_ID = Var.text(Canvasses.OPINION_ID);
    static final Var<String> ASKED_UNIT = Var.text("askedUnit");
    static final Var<String> DRAFTING_UNIT = Var.text("draftingUnit");
    static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");

    /** Whether another post does what falls to one that nobody holds: always. */
    static final Var<Boolean> STAND_IN = Var.flag("standIn");

    /** The role at the regulator that enters what a member without accounts says on paper. */
    static final Var<String> REGISTRAR = Var.text("registrar");

    static final Var<Boolean> ANYBODY_ASKED = Var.flag("anybodyAsked");
    /** When the limit for the members' answers is over. */
    static final Var<Instant> CONSULT_UNTIL = Var.moment("consultUntil");

    static final Var<Boolean> QUORUM_REACHED = Var.flag("quorumReached");
    static final Var<Boolean> ASK_AGAIN = Var.flag("askAgain");
    static final Var<Boolean> DISSENT_OVERRULED = Var.flag("dissentOverruled");
    static final Var<Boolean> OVERRULING_AGREED = Var.flag("overrulingAgreed");

    @Bean
    ProcessContract conferenceConsultationContract() {
        return new ProcessContract(
                CANVASS,
                List.of(
                        CANVASS_ID,
                        CONSULTATION_ID,
                        DRAFTING_UNIT,
                        REGULATOR_UNIT,
                        STAND_IN,
                        ANYBODY_ASKED,
                        CONSULT_UNTIL,
                        QUORUM_REACHED,
                        ASK_AGAIN,
                        DISSENT_OVERRULED,
                        OVERRULING_AGREED));
    }

    @Bean
    ProcessContract memberConsultationContract() {
        return new ProcessContract(
                "MemberConsultation", List.of(CONSULTATION_ID, ASKED_UNIT, REGULATOR_UNIT, STAND_IN, REGISTRAR));
    }

    @Bean
    ProcessContract higherReviewContract() {
        return new ProcessContract("HigherReview", List.of(CONSULTATION_ID, ASKED_UNIT));
    }
}
