package org.fairreview.replay;

import org.fairreview.replay.Scenario.Document;
import org.fairreview.replay.Words.Clause;
import org.jspecify.annotations.Nullable;

/** A measure on its way: what is fixed from the beginning, and the numbers that it gets. */
final class MeasureCourse {

    final String unit;
    final String title;
    final String topic;
    final Clause clause;
    final int place;

    /** Where it is a document that is made in its procedure. */
    final @Nullable Document document;

    private String number = "";
    private String procedure = "";

    MeasureCourse(String unit, String title, String topic, Clause clause, int place, @Nullable Document document) {
        this.unit = unit;
        this.title = title;
        this.topic = topic;
        this.clause = clause;
        this.place = place;
        this.document = document;
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

    void procedure(String procedureNumber) {
        procedure = procedureNumber;
    }

    /** The procedure in which it is made. */
    String procedure() {
        if (procedure.isEmpty()) {
            throw new IllegalStateException("The measure '%s' is made in no procedure".formatted(title));
        }
        return procedure;
    }
}
