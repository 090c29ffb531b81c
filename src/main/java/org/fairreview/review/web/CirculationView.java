package org.fairreview.review.web;

import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.review.Circulations;
import org.fairreview.review.ReviewCase;
import org.springframework.stereotype.Component;

/** How far a case may be known, as its page and papers show it. */
record CirculationView(String label, boolean restricted, boolean open, List<Choice> higher) {

    /** A level to which the reader may raise it. */
    record Choice(String value, String label) {}

    /** Makes the view for a reader. */
    @Component
    static class Maker {

        private final Circulations circulations;
        private final Labels labels;

        Maker(Circulations circulations, Labels labels) {
            this.circulations = circulations;
            this.labels = labels;
        }

        CirculationView of(ReviewCase review, Actor actor) {
            var level = circulations.of(review);
            return new CirculationView(
                    labels.of("measure.circulation.short", level),
                    level.isRestricted(),
                    level.higher().size() == 2,
                    circulations.mayRaise(review, actor)
                            ? level.higher().stream()
                                    .map(each -> new Choice(each.name(), labels.of("measure.circulation", each)))
                                    .toList()
                            : List.of());
        }
    }
}
