package org.fairreview.workflow;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an act is refused: a message key, the field that it is about, and the values for the message.
 *
 * <p>Services return it as a value; only glue throws it, and it is the one exception that crosses the engine's edge:
 * Tasklist and REST show its sentence and nothing else.
 */
public final class Refusal extends RuntimeException {

    private final String key;
    private final @Nullable String field;
    private final transient List<Object> arguments;

    private Refusal(String key, @Nullable String field, List<Object> arguments) {
        super(key, null, false, false);
        this.key = key;
        this.field = field;
        this.arguments = arguments;
    }

    public static Refusal of(String key, Object... arguments) {
        return new Refusal(key, null, Arrays.asList(arguments));
    }

    public static Refusal at(String field, String key, Object... arguments) {
        return new Refusal(key, field, Arrays.asList(arguments));
    }

    public String key() {
        return key;
    }

    public @Nullable String field() {
        return field;
    }

    public Object[] arguments() {
        return arguments.toArray();
    }
}
