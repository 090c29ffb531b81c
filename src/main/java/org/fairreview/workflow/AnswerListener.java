package org.fairreview.workflow;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/**
 * The completing listener of a task: hands the person's answer to the feature and writes the routing values back.
 *
 * @param <T> the form: one component per field
 */
public abstract class AnswerListener<T extends Record> implements TaskListener {

    private final Class<T> form;
    private final Answers answers;

    protected AnswerListener(Class<T> form, Answers answers) {
        this.form = form;
        this.answers = answers;
    }

    /** The record whose components are the form's fields. */
    public final Class<T> form() {
        return form;
    }

    @Override
    public final void notify(DelegateTask task) {
        T answer = answers.take(task, form);
        accept(task, answer).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Does what the answer says; a refusal leaves the task, the tables and the person's input as they were. */
    protected abstract Optional<Refusal> accept(DelegateTask task, T answer);
}
