package org.fairreview.standard;

import java.util.List;

/** A group of standard items: one article of the regulation, named by what it protects against. */
public record StandardGroup(
        String code, String article, String name, boolean legalBasisQuestion, List<StandardItem> items) {

    public StandardGroup {
        items = List.copyOf(items);
    }

    int subItemCount() {
        return items.stream().mapToInt(item -> item.subItems().size()).sum();
    }
}
