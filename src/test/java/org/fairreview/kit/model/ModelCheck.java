package org.fairreview.kit.model;

import java.util.List;

/** One family of rules that the models keep. */
public enum ModelCheck {
    /** Ids, file names and keys follow the naming list. */
    NAMES(NameRules::check),
    /** What people read in a diagram is there, and in Chinese. */
    LABELS(LabelRules::check),
    /** Every delegate, listener and decision that a model names exists, and the other way round. */
    GLUE(GlueRules::check),
    /** Every variable that a model names is declared by its process. */
    VARIABLES(VariableRules::check),
    /** Every task of a person says who does it, until when, with which form and which listeners. */
    TASKS(TaskRules::check),
    /** Every called process exists and gets what it needs. */
    CALLS(CallRules::check),
    /** A form asks exactly for what its listener reads. */
    FORMS(FormRules::check),
    /** Processes and decisions are kept for a stated time. */
    HISTORY(HistoryRules::check),
    /** Every element stands in the diagram, and the picture is that of the model. */
    DIAGRAMS(DiagramRules::check),
    /** The table of bpmn/README.md says what the models say, timers included. */
    TABLE(TableRules::check);

    private interface Rules {
        void check(Models models, CodeNames code, Complaints complaints);
    }

    private final Rules rules;

    ModelCheck(Rules rules) {
        this.rules = rules;
    }

    /** What is wrong, one sentence each; empty where all is well. */
    public List<String> complaints(Models models, CodeNames code) {
        var complaints = new Complaints();
        rules.check(models, code, complaints);
        return complaints.all();
    }
}
