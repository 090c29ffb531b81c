package org.fairreview.supervision.monitoring.web;

import java.util.List;
import java.util.stream.Stream;
import org.fairreview.supervision.lead.LeadWording;

/** A value of a list and the Chinese label that people choose by. */
record Choice(String key, String value) {

    static List<Choice> of(LeadWording wording, String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> new Choice(value.name(), wording.label(prefix, value)))
                .toList();
    }
}
