package org.fairreview.identity;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an administrator's act, an office's value or a new password is not taken: the field it is about, and a message key with values. */
public record Objection(@Nullable String field, String key, List<Object> values) {

    /** About the whole. */
    public static Objection of(String key, Object... values) {
        return new Objection(null, key, Arrays.asList(values));
    }

    /** About a field. */
    public static Objection at(String field, String key, Object... values) {
        return new Objection(field, key, Arrays.asList(values));
    }
}
