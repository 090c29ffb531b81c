package org.fairreview.workflow;

import java.time.Instant;
import java.util.Date;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * One process variable: its name, and how its value is stored. Declared once, beside the process key.
 *
 * <p>Variables carry what routing needs: ids, enums, flags, numbers. Nothing that a person wrote.
 */
public record Var<T>(String name, Function<T, Object> store, Function<Object, T> load) {

    public static Var<String> text(String name) {
        return new Var<>(name, value -> value, stored -> (String) stored);
    }

    public static Var<Boolean> flag(String name) {
        return new Var<>(name, value -> value, stored -> (Boolean) stored);
    }

    /** A moment at which a timer is due. */
    public static Var<Instant> moment(String name) {
        return new Var<>(name, Date::from, stored -> ((Date) stored).toInstant());
    }

    public static <E extends Enum<E>> Var<E> oneOf(String name, Class<E> type) {
        return new Var<>(name, Enum::name, stored -> Enum.valueOf(type, (String) stored));
    }

    /**
     * The variable's value.
     *
     * @throws IllegalStateException where it is not set
     */
    public T in(VariableScope scope) {
        Object stored = scope.getVariable(name);
        if (stored == null) {
            throw new IllegalStateException("Process variable '%s' is not set".formatted(name));
        }
        return load.apply(stored);
    }

    public void set(VariableScope scope, @Nullable T value) {
        scope.setVariable(name, value == null ? null : store.apply(value));
    }
}
