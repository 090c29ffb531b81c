package org.fairreview.conference.process;

import java.util.List;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that member-consultation.bpmn, higher-review.bpmn and the code must agree on. */
@Configuration
class ConsultationProcesses {

    static final Var<String> CONSULTATION_ID = Var.text("consultationId");
    static final Var<String> ASKED_UNIT = Var.text("askedUnit");

    @Bean
    ProcessContract memberConsultationContract() {
        return new ProcessContract("MemberConsultation", List.of(CONSULTATION_ID, ASKED_UNIT));
    }

    @Bean
    ProcessContract higherReviewContract() {
        return new ProcessContract("HigherReview", List.of(CONSULTATION_ID, ASKED_UNIT));
    }
}
