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

    /** The regulator whose people ask. */
    static final Var<String> ASKING_UNIT = Var.text("askingUnit");

    /** Whether somebody is asked. */
    static final Var<Boolean> ASSIGNED = Var.flag("assigned");

    /** Whether the adviser stands aside. */
    static final Var<Boolean> DECLINED = Var.flag("declined");

    static final ProcessContract CONTRACT =
            new ProcessContract(KEY, List.of(ADVICE_ID, ADVISER, ADVISER_UNIT, ASKING_UNIT, ASSIGNED, DECLINED));

    @Bean
    ProcessContract legalAdviceContract() {
        return CONTRACT;
    }
}
