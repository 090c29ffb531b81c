package org.fairreview.legaladvice;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fairreview.measure.MeasureKind;
import org.fairreview.office.OfficeValues;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.stereotype.Component;

/**
 * Whether an adviser must be asked before a case is concluded: what the table {@code AdviceMandatory} says by the office's
 * value; an office that wants none to be asked has no table asked either.
 */
@Component
public class AdviceMandate {

    private static final String DECISION = "AdviceMandatory";

    private final OfficeValues office;
    private final CaseProcesses processes;
    private final Clock clock;

    AdviceMandate(OfficeValues office, CaseProcesses processes, Clock clock) {
        this.office = office;
        this.processes = processes;
        this.clock = clock;
    }

    public boolean holds(String regionId, MeasureKind kind, boolean exceptionClaimed, boolean hasFindings) {
        String mode = office.inForce(AdviceOfficeValues.MANDATORY, regionId, LocalDate.now(clock));
        return !mode.equals(AdviceMode.NEVER.name())
                && Boolean.TRUE.equals(processes
                        .decide(
                                DECISION,
                                Map.of(
                                        "adviceMode",
                                        mode,
                                        "exceptionClaimed",
                                        exceptionClaimed,
                                        "hasFindings",
                                        hasFindings,
                                        "measureKind",
                                        kind.name()))
                        .get("mandatory"));
    }
}
