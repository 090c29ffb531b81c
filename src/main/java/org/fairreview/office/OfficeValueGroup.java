package org.fairreview.office;

import java.util.List;

/**
 * Values that belong together on the page; a feature gives a bean of this type for those that it reads.
 *
 * @param name its heading is the message {@code office.group.<name>}, a line of explanation {@code office.group.<name>.hint}
 */
public record OfficeValueGroup(String name, List<OfficeValue> values) {

    public OfficeValueGroup {
        values = List.copyOf(values);
    }
}
