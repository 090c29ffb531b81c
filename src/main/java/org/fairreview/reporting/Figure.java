package org.fairreview.reporting;

import java.util.List;

/**
 * One number of the year (统计指标), and how it is counted: from which rows, by which of their days, under which condition. Its
 * Chinese name and its definition stand in the texts {@code figure.<id>} and {@code figure.<id>.means}.
 */
public final class Figure {

    private final String id;
    private final Section section;
    private final Source source;
    private final CountedBy countedBy;
    private final String condition;
    private final List<String> dimensions;

    Figure(String id, Section section, Source source, CountedBy countedBy, String condition, String... dimensions) {
        this.id = id;
        this.section = section;
        this.source = source;
        this.countedBy = countedBy;
        this.condition = condition;
        this.dimensions = List.of(dimensions);
        for (String dimension : dimensions) {
            if (!source.has(dimension)) {
                throw new IllegalArgumentException("%s has no %s".formatted(source, dimension));
            }
        }
    }

    /** Part of an address. */
    public String id() {
        return id;
    }

    public Section section() {
        return section;
    }

    public CountedBy countedBy() {
        return countedBy;
    }

    /** By what of its own the figure is told apart, besides region, unit and month. */
    public List<String> dimensions() {
        return dimensions;
    }

    Source source() {
        return source;
    }

    /** The condition on {@code x}. */
    String condition() {
        return condition;
    }
}
