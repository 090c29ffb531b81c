package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.workflow.Refusal;

/**
 * What the regulator reports of a spot check: basic situation, problems, next steps (Measures 39), and to whom.
 *
 * @param government the own government
 * @param higher the next-higher market regulator
 */
@Embeddable
public record SpotReport(
        @Column(name = "report_situation") String situation,
        @Column(name = "report_problems") String problems,
        @Column(name = "report_next_steps") String nextSteps,
        @Column(name = "report_government") String government,
        @Column(name = "report_higher") String higher,
        @Column(name = "report_drafted_by") String draftedBy,
        @Column(name = "report_drafted_at") Instant draftedAt) {

    private static final int LONGEST = 20_000;
    private static final int LONGEST_NAME = 200;

    Optional<Refusal> check() {
        return missing("situation", situation)
                .or(() -> missing("problems", problems))
                .or(() -> missing("nextSteps", nextSteps))
                .or(() -> addressee("government", government))
                .or(() -> addressee("higher", higher))
                .or(() -> government.equals(higher)
                        ? Optional.of(Refusal.at("higher", "spotcheck.addresseesEqual"))
                        : Optional.empty())
                .or(() -> Stream.of(situation, problems, nextSteps).anyMatch(ClassificationMark::isIn)
                        ? Optional.of(Refusal.of("spotcheck.classified"))
                        : Optional.empty());
    }

    private static Optional<Refusal> missing(String field, String text) {
        if (text.isBlank()) {
            return Optional.of(Refusal.at(field, "spotcheck." + field + "Missing"));
        }
        return text.length() > LONGEST
                ? Optional.of(Refusal.at(field, "spotcheck.tooLong", LONGEST))
                : Optional.empty();
    }

    private static Optional<Refusal> addressee(String field, String name) {
        return name.isBlank() || name.length() > LONGEST_NAME
                ? Optional.of(Refusal.at(field, "spotcheck." + field + "Missing"))
                : Optional.empty();
    }
}
