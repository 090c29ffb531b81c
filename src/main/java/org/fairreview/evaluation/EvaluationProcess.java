package org.fairreview.evaluation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that third-party-evaluation.bpmn and the code must agree on. */
@Configuration
public class EvaluationProcess {

    /** The commission is taken back. */
    public static final String RECALLED = "EvaluationRecalled";

    public static final Var<String> EVALUATION_ID = Var.text("evaluationId");
    public static final Var<String> EVALUATOR_UNIT = Var.text("evaluatorUnit");
    public static final Var<String> ACCEPTANCE_ROLE = Var.text("acceptanceRole");
    public static final Var<String> ACCEPTANCE_UNIT = Var.text("acceptanceUnit");
    public static final Var<String> COMMISSIONER = Var.text("commissioner");
    public static final Var<Boolean> ACCEPTED = Var.flag("evaluationAccepted");

    static final ProcessContract CONTRACT = new ProcessContract(
            "ThirdPartyEvaluation",
            List.of(EVALUATION_ID, EVALUATOR_UNIT, ACCEPTANCE_ROLE, ACCEPTANCE_UNIT, COMMISSIONER, ACCEPTED));

    @Bean
    ProcessContract thirdPartyEvaluationContract() {
        return CONTRACT;
    }

    /** What the process of a plan's evaluation starts with. */
    static Map<String, Object> variables(Evaluation evaluation) {
        return new HashMap<>(Map.of(
                CaseVariables.REGION.name(),
                evaluation.regionId(),
                CaseVariables.MEASURE_TITLE.name(),
                evaluation.title(),
                EVALUATION_ID.name(),
                evaluation.id(),
                EVALUATOR_UNIT.name(),
                evaluation.evaluatorUnitId()));
    }
}
