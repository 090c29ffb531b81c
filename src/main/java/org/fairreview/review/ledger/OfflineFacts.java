package org.fairreview.review.ledger;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fairreview.document.ClassificationMark;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What is registered of a review that was done on paper: never a title, never a text.
 *
 * @param route by whom the measure was reviewed: the market regulator together with the unit, or the unit itself
 * @param handledBy who reviewed it
 */
public record OfflineFacts(
        String unitId,
        @Nullable LocalDate reviewedOn,
        @Nullable ReviewRoute route,
        @Nullable Conclusion conclusion,
        String paperNumber,
        String handledBy,
        String remark) {

    public static final int LONGEST_NUMBER = 100;
    public static final int LONGEST_REMARK = 200;

    private static final Pattern GRADE = Pattern.compile("[绝絕]密|[机機]密|(?<!商业)[秘祕]密");

    /** Fair-competition review began in June 2016. */
    private static final LocalDate BEGINNING = LocalDate.of(2016, 6, 1);

    /** What is wrong, by field; a mark of classification is refused wherever it stands. */
    public List<Refusal> problems(LocalDate today) {
        List<Refusal> problems = new ArrayList<>();
        if (unitId.isBlank()) {
            problems.add(Refusal.at("unit", "offline.unitMissing"));
        }
        if (reviewedOn == null) {
            problems.add(Refusal.at("reviewedOn", "offline.dateMissing"));
        } else if (reviewedOn.isAfter(today)) {
            problems.add(Refusal.at("reviewedOn", "offline.inTheFuture"));
        } else if (reviewedOn.isBefore(BEGINNING)) {
            problems.add(Refusal.at("reviewedOn", "offline.tooEarly"));
        }
        if (route != ReviewRoute.JOINT && route != ReviewRoute.OWN) {
            problems.add(Refusal.at("route", "offline.routeMissing"));
        }
        if (conclusion == null) {
            problems.add(Refusal.at("conclusion", "offline.conclusionMissing"));
        }
        text("paperNumber", paperNumber, LONGEST_NUMBER, problems);
        text("handledBy", handledBy, LONGEST_NUMBER, problems);
        text("remark", remark, LONGEST_REMARK, problems);
        return problems;
    }

    private static void text(String field, String value, int longest, List<Refusal> problems) {
        if (value.isBlank() && !field.equals("remark")) {
            problems.add(Refusal.at(field, "offline." + field + "Missing"));
        } else if (value.length() > longest) {
            problems.add(Refusal.at(field, "offline.tooLong", longest));
        } else if (isMarked(value)) {
            problems.add(Refusal.at(field, "offline.classified"));
        }
    }

    /** Here the name of a grade is refused wherever it stands, whatever is put between its characters; 商业秘密 is none. */
    private static boolean isMarked(String value) {
        String bare = Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("[^\\p{IsHan}]", "");
        return ClassificationMark.isIn(value) || GRADE.matcher(bare).find();
    }
}
