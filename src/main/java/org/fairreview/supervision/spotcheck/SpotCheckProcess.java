package org.fairreview.supervision.spotcheck;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that the models of spot checks and the code must agree on. */
@Configuration
public class SpotCheckProcess {

    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");
    public static final Var<Boolean> PLAN_AGREED = Var.flag("planAgreed");

    public static final Var<Boolean> POPULATION_FIXED = Var.flag("populationFixed");

    /** The moment from which the draw can be done: from the day on which a public seed is known. */
    public static final Var<Instant> DRAW_FROM = Var.moment("drawFrom");

    /** The end of the last day of the inspection. */
    public static final Var<Instant> INSPECT_UNTIL = Var.moment("inspectUntil");

    /** The measure whose inspection is called. */
    public static final Var<String> ITEM = Var.text("spotItem");

    /** One of the two who inspect it. */
    public static final Var<String> INSPECTOR = Var.text("inspector");

    public static final Var<Boolean> PROBLEMS_FOUND = Var.flag("problemsFound");
    public static final Var<Boolean> REPORT_AGREED = Var.flag("reportAgreed");
    public static final Var<Boolean> REPORTED_TO_BOTH = Var.flag("reportedToBoth");
    public static final Var<Boolean> INSPECTORS_AGREE = Var.flag("inspectorsAgree");

    public static final ProcessContract SPOT_CHECK = new ProcessContract(
            "SpotCheck",
            List.of(
                    REGULATOR_UNIT,
                    PLAN_AGREED,
                    POPULATION_FIXED,
                    DRAW_FROM,
                    INSPECT_UNTIL,
                    ITEM,
                    PROBLEMS_FOUND,
                    REPORT_AGREED,
                    REPORTED_TO_BOTH));

    public static final ProcessContract SPOT_INSPECTION =
            new ProcessContract("SpotInspection", List.of(REGULATOR_UNIT, INSPECT_UNTIL, INSPECTOR, INSPECTORS_AGREE));

    @Bean
    ProcessContract spotCheckContract() {
        return SPOT_CHECK;
    }

    @Bean
    ProcessContract spotInspectionContract() {
        return SPOT_INSPECTION;
    }

    static Map<String, Object> variables(SpotCheck check, Instant inspectUntil) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), check.regionId());
        variables.put(CaseVariables.MEASURE_TITLE.name(), check.plan().title());
        variables.put(REGULATOR_UNIT.name(), check.regulatorUnitId());
        variables.put(INSPECT_UNTIL.name(), INSPECT_UNTIL.store().apply(inspectUntil));
        return variables;
    }
}
