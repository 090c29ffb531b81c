package org.fairreview.legaladvice;

import java.util.List;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that legal-advice.bpmn and the code must agree on. */
@Configuration
public class LegalAdviceProcess {

    public static final String KEY = "LegalAdvice";

    public static final Var<String> ADVICE_ID = Var.text("adviceId");
    public static final Var<String> ADVISER = Var.text("adviser");
    public static final Var<String> ADVISER_UNIT = Var.text("adviserUnit");

    /** The regulator whose people ask. */
    public static final Var<String> ASKING_UNIT = Var.text("askingUnit");

    /** Whether somebody is asked. */
    public static final Var<Boolean> ASSIGNED = Var.flag("assigned");

    /** Whether the adviser stands aside. */
    public static final Var<Boolean> DECLINED = Var.flag("declined");

    public static final ProcessContract CONTRACT =
            new ProcessContract(KEY, List.of(ADVICE_ID, ADVISER, ADVISER_UNIT, ASKING_UNIT, ASSIGNED, DECLINED));

    @Bean
    ProcessContract legalAdviceContract() {
        return CONTRACT;
    }
}
