package org.fairreview.identity;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an administrator's act or a new password is not taken: the field it is about, and a message key with values. */
public record Objection(@Nullable String field, String key, List<Object> values) {

    static Objection of(String key, Object... values) {
        return new Objection(null, key, Arrays.asList(values));
    }

    static Objection at(String field, String key, Object... values) {
        return new Objection(field, key, Arrays.asList(values));
    }
}
