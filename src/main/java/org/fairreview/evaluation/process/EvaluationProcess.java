package org.fairreview.evaluation.process;

import java.util.List;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that third-party-evaluation.bpmn and the code must agree on. */
@Configuration
class EvaluationProcess {

    static final Var<String> EVALUATION_ID = Var.text("evaluationId");
    static final Var<String> EVALUATOR_UNIT = Var.text("evaluatorUnit");

    @Bean
    ProcessContract thirdPartyEvaluationContract() {
        return new ProcessContract("ThirdPartyEvaluation", List.of(EVALUATION_ID, EVALUATOR_UNIT));
    }
}
