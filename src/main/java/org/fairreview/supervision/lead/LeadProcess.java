package org.fairreview.supervision.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that lead-check.bpmn and the code must agree on. */
@Configuration
public class LeadProcess {

    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");
    public static final Var<Boolean> LETTER_WANTED = Var.flag("leadLetterWanted");

    static final ProcessContract CONTRACT = new ProcessContract("LeadCheck", List.of(REGULATOR_UNIT, LETTER_WANTED));

    private static final int LONGEST_TITLE = 200;

    @Bean
    ProcessContract leadCheckContract() {
        return CONTRACT;
    }

    static Map<String, Object> variables(Lead lead, boolean restricted) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), lead.regionId());
        variables.put(REGULATOR_UNIT.name(), lead.regulatorUnitId());
        if (!restricted) {
            String title = lead.title();
            variables.put(
                    CaseVariables.MEASURE_TITLE.name(),
                    title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title);
        }
        return variables;
    }
}
