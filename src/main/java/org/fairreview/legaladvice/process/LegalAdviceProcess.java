package org.fairreview.legaladvice.process;

import java.util.List;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that legal-advice.bpmn and the code must agree on. */
@Configuration
class LegalAdviceProcess {

    static final String KEY = "LegalAdvice";

    static final Var<String> ADVICE_ID = Var.text("adviceId");
    static final Var<String> ADVISER = Var.text("adviser");
    static final Var<String> ADVISER_UNIT = Var.text("adviserUnit");

    @Bean
    ProcessContract legalAdviceContract() {
        return new ProcessContract(KEY, List.of(ADVICE_ID, ADVISER, ADVISER_UNIT));
    }
}
