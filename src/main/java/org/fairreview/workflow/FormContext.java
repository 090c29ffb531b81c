package org.fairreview.workflow;

/** What the embedded forms of a feature show beside their fields. */
public interface FormContext {

    boolean serves(OpenTask task);

    /** The context as the form reads it: a record that becomes JSON. */
    Object of(OpenTask task);
}
