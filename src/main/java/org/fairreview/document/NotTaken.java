package org.fairreview.document;

import java.util.List;

/** A spreadsheet or an archive that is not taken as a whole, and why: a message key and what its sentence names. */
public final class NotTaken extends Exception {

    private final String key;
    private final transient List<String> values;

    public NotTaken(String key, String... values) {
        super(key, null, false, false);
        this.key = key;
        this.values = List.of(values);
    }

    public String key() {
        return key;
    }

    public List<String> values() {
        return values;
    }
}
