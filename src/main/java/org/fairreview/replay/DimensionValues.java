package org.fairreview.replay;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Outcome;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Trainings;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.legaladvice.Adoption;
import org.fairreview.legaladvice.Assessment;
import org.fairreview.measure.MeasureKind;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureEnd;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.reminder.LetterState;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.supervision.complaint.Channel;
import org.fairreview.supervision.complaint.ComplaintState;

/** The values by which a figure can be told apart, where the product itself sets them; any value goes for the others. */
final class DimensionValues {

    private static final String MONTH = "month";

    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            known("route", ReviewRoute.values()),
            known("kind", MeasureKind.values()),
            known("conclusion", Conclusion.values()),
            known("case_end", List.of("OFFLINE"), CaseEnd.values()),
            known("outcome", Outcome.values()),
            known("campaign_kind", CampaignKind.values()),
            known("assessment", Assessment.values()),
            known("adopted", Adoption.Extent.values()),
            known("stance", List.of("SILENT"), Consultation.Position.values()),
            known("purpose", Evaluation.Purpose.values()),
            known("letter_state", LetterState.values()),
            known("training_kind", Trainings.Kind.values()),
            known("complaint_state", ComplaintState.values()),
            known("complaint_outcome", org.fairreview.supervision.complaint.Outcome.values()),
            known("channel", Channel.values()),
            known("procedure_kind", ProcedureKind.values()),
            known("decider", Decider.values()),
            known("procedure_end", ProcedureEnd.values()),
            known("reporter", List.of("REAL", "ANONYMOUS")),
            known("step_late", List.of("LATE", "IN_TIME")),
            known("summary_state", List.of("MISSING", "LATE", "IN_TIME")));

    private DimensionValues() {}

    /** Whether a row may have the value; an empty one stands for the rows that have none. */
    static boolean has(String dimension, String value) {
        if (dimension.equals(MONTH)) {
            return isMonth(value);
        }
        return value.isEmpty()
                || !KNOWN.containsKey(dimension)
                || KNOWN.get(dimension).contains(value);
    }

    private static boolean isMonth(String value) {
        try {
            YearMonth.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static Map.Entry<String, Set<String>> known(String dimension, Enum<?>... values) {
        return known(dimension, List.of(), values);
    }

    private static Map.Entry<String, Set<String>> known(String dimension, List<String> more, Enum<?>... values) {
        return Map.entry(
                dimension,
                Stream.concat(more.stream(), Arrays.stream(values).map(Enum::name))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
