package org.fairreview.workflow;

import java.util.List;

/**
 * What a model and the code agree on: the process key and every variable that may stand in the engine.
 *
 * <p>One bean per process. Only declared variables get a history, so that answers to forms leave no trace in the
 * engine's tables.
 */
public record ProcessContract(String key, List<Var<?>> variables) {

    public ProcessContract {
        variables = List.copyOf(variables);
    }
}
