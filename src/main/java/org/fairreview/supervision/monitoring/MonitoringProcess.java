package org.fairreview.supervision.monitoring;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that monitoring-visit.bpmn and the code must agree on. */
@Configuration
public class MonitoringProcess {

    /** The visit is withdrawn, or recorded otherwise. */
    static final String SETTLED = "VisitSettled";

    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");

    /** Who is to make the visit; not set where anybody may. */
    public static final Var<String> VISITOR = Var.text("visitor");

    public static final Var<Instant> VISIT_UNTIL = Var.moment("visitUntil");
    public static final Var<Boolean> LEADS_FOUND = Var.flag("visitLeadsFound");

    static final ProcessContract CONTRACT =
            new ProcessContract("MonitoringVisit", List.of(REGULATOR_UNIT, VISITOR, VISIT_UNTIL, LEADS_FOUND));

    @Bean
    ProcessContract monitoringVisitContract() {
        return CONTRACT;
    }

    /** What the process of a visit starts with; the name of the point is what the card in Tasklist shows. */
    static Map<String, Object> variables(MonitoringVisit visit, MonitoringPoint point, String visitor) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), visit.regionId());
        variables.put(CaseVariables.MEASURE_TITLE.name(), point.name());
        variables.put(REGULATOR_UNIT.name(), visit.regulatorUnitId());
        variables.put(
                VISIT_UNTIL.name(), VISIT_UNTIL.store().apply(visit.dueAt().orElseThrow()));
        if (!visitor.isEmpty()) {
            variables.put(VISITOR.name(), visitor);
        }
        return variables;
    }
}
