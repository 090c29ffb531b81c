package org.fairreview.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for letters: starts the process of letters by its message, which looks up the rest. */
@Component
public class Reminders {

    public static final Var<String> SOURCE = Var.text("letterSource");
    public static final Var<String> SUBJECT = Var.text("letterSubject");
    public static final Var<String> ADDRESSEE = Var.text("addresseeUnit");
    public static final Var<String> KIND = Var.text("letterKind");

    /** The ids of the findings, with commas between; empty where none is named. */
    public static final Var<String> FINDINGS = Var.text("letterFindings");

    private final RuntimeService runtime;

    Reminders(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Starts a letter in the transaction of the act that wants it; gives back the number of its file. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String want(ReminderWanted wanted) {
        return runtime.createMessageCorrelation(ReminderWanted.MESSAGE)
                .setVariables(Map.of(
                        CaseVariables.REGION.name(), wanted.regionId(),
                        SOURCE.name(), wanted.source(),
                        SUBJECT.name(), wanted.subject(),
                        ADDRESSEE.name(), wanted.addresseeUnitId(),
                        KIND.name(), wanted.kind(),
                        FINDINGS.name(), String.join(",", wanted.findingIds())))
                .correlateStartMessage()
                .getBusinessKey();
    }

    /** The ids that the variable holds. */
    public static List<String> findingIds(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }
}
