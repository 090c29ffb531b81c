package org.fairreview.replay;

import org.fairreview.replay.Words.Clause;

/** A measure on its way: what is fixed from the beginning, and its case number once it is submitted. */
final class MeasureCourse {

    final String unit;
    final String title;
    final String topic;
    final Clause clause;
    final int place;
    private String number = "";

    MeasureCourse(String unit, String title, String topic, Clause clause, int place) {
        this.unit = unit;
        this.title = title;
        this.topic = topic;
        this.clause = clause;
        this.place = place;
    }

    void submitted(String caseNumber) {
        number = caseNumber;
    }

    String number() {
        if (number.isEmpty()) {
            throw new IllegalStateException("The measure '%s' is not submitted".formatted(title));
        }
        return number;
    }
}
