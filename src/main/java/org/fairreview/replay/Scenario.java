package org.fairreview.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.cleanup.CampaignKind;
import org.fairreview.cleanup.Outcome;
import org.fairreview.conference.Trainings;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.jspecify.annotations.Nullable;

/**
 * A year as it is asked for: how many of what, with which ends, and the figures that the ledger must show afterwards. The format
 * is told in docs/replay.md.
 *
 * @param visits how many monitoring points are registered and visited
 * @param events training and publicity
 * @param closed whether the units sum the year up in the January after it, and the office closes it
 * @param seed from which hours of the day follow: the same scenario makes the same year
 */
record Scenario(
        int year,
        long seed,
        List<NewMeasures> measures,
        List<Letters> letters,
        List<CleanUp> cleanUps,
        int visits,
        int complaints,
        int contracts,
        int evaluations,
        List<Event> events,
        boolean closed,
        List<Expected> expect) {

    /** The year whose holidays are known and whose standards the clauses of {@code replay/clauses.yaml} break from end to end. */
    private static final int KNOWN = 2023;

    Scenario {
        if (year != KNOWN) {
            throw new Contradiction("年份只能是 %d。 Only %1$d can be replayed.".formatted(KNOWN));
        }
        noneBelow(0, "visits", visits);
        noneBelow(0, "complaints", complaints);
        noneBelow(0, "contracts", contracts);
        noneBelow(0, "evaluations", evaluations);
        measures = orEmpty(measures);
        letters = orEmpty(letters);
        cleanUps = orEmpty(cleanUps);
        events = orEmpty(events);
        expect = orEmpty(expect);
    }

    /** What is asked for cannot happen; the message says why, in Chinese and English. */
    static final class Contradiction extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        Contradiction(String message) {
            super(message);
        }
    }

    private static void noneBelow(int least, String key, int many) {
        if (many < least) {
            throw new Contradiction("%s 不能小于 %d。 Must be %2$d at least.".formatted(key, least));
        }
    }

    private static void given(String key, @Nullable Object value) {
        if (value == null) {
            throw new Contradiction("缺少 %s。 Is missing.".formatted(key));
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    LocalDate firstDay() {
        return LocalDate.of(year, 1, 1);
    }

    /** The last day on which something happens: of the year, or of the month in which it is summed up. */
    LocalDate lastDay() {
        return closed ? LocalDate.of(year + 1, 1, 31) : LocalDate.of(year, 12, 31);
    }

    /** Of whom somebody asks something in a review. */
    enum Asked {
        /** 法律顾问. */
        ADVISER,
        /** 联席会议成员单位, of which all agree. */
        MEMBERS,
        /** Members, one of which does not agree. */
        DISSENT,
        /** Members, one of which says nothing until the limit is over. */
        SILENCE
    }

    /**
     * New measures of one kind of course.
     *
     * @param procedure {@code OWN} (自我审查) or {@code JOINT} (会审, on request)
     * @param conclusion of the last round; absent where the measure is withdrawn
     * @param end {@code ISSUED}, {@code NOT_ISSUED} or {@code WITHDRAWN}
     * @param revised whether a first round ended with 不得出台 and the unit came again with another text
     * @param late whether the unit lets a limit pass: of the supplement in a joint review, of signing in its own
     * @param document where the measure is a normative document or a major decision that is made in its procedure
     */
    record NewMeasures(
            int many,
            ReviewRoute procedure,
            @Nullable Conclusion conclusion,
            CaseEnd end,
            boolean revised,
            boolean late,
            Set<Asked> asks,
            @Nullable Document document) {

        NewMeasures {
            given("procedure", procedure);
            given("end", end);
            asks = asks == null ? Set.of() : Set.copyOf(asks);
            noneBelow(1, "many", many);
            if (procedure == ReviewRoute.OUT_OF_SCOPE) {
                throw new Contradiction("procedure 只能是 OWN 或者 JOINT。 OWN or JOINT.");
            }
            if (procedure == ReviewRoute.OWN && !asks.isEmpty()) {
                throw new Contradiction("只有会审（JOINT）才有 asks。 Only in a JOINT review.");
            }
            boolean withdrawn = end == CaseEnd.WITHDRAWN;
            if (withdrawn == (conclusion != null)) {
                throw new Contradiction("除撤回（WITHDRAWN）外都要有 conclusion，撤回的没有。 Given unless withdrawn.");
            }
            if (conclusion == Conclusion.CONFORMS_WITH_ADVICE) {
                throw new Contradiction("2021 年实施细则没有 CONFORMS_WITH_ADVICE 这一结论。 Unknown to the rules of 2021.");
            }
            boolean refused = conclusion == Conclusion.DOES_NOT_CONFORM;
            if (!withdrawn && end != (refused ? CaseEnd.NOT_ISSUED : CaseEnd.ISSUED)) {
                throw new Contradiction("end 与 conclusion 不符：不得出台的是 NOT_ISSUED，其他是 ISSUED。 Does not follow.");
            }
            if (document != null && (conclusion != Conclusion.CONFORMS || revised)) {
                throw new Contradiction("只有一次审查即为 CONFORMS 的措施才有 document。 Only of one that conforms at once.");
            }
            boolean governmentDecides = document != null && document.decider() == Decider.GOVERNMENT;
            if (document != null && governmentDecides != (procedure == ReviewRoute.JOINT)) {
                throw new Contradiction("decider 与 procedure 不符：GOVERNMENT 配 JOINT，UNIT 配 OWN。 Does not follow.");
            }
            if (revised && (withdrawn || refused)) {
                throw new Contradiction("修改后再审（revised）的，结论应为可以出台。 Ends with one that passes.");
            }
        }
    }

    /** What is made in a procedure from the public's comments to filing, and who decides. */
    record Document(ProcedureKind kind, Decider decider) {

        Document {
            given("kind", kind);
            given("decider", decider);
        }
    }

    /** What becomes of a letter. */
    enum Answer {
        /** The reply comes in time and is enough. */
        IN_TIME,
        /** The limit passes, the regulator waits on, the reply comes, and is enough. */
        OVERDUE
    }

    /** 提示函 that the regulator sends to drafting units. */
    record Letters(int many, Answer answer) {

        Letters {
            given("answer", answer);
            noneBelow(1, "many", many);
        }
    }

    /**
     * A clean-up.
     *
     * @param from the day on which it is arranged
     * @param cutOff the last day of issue that is meant
     * @param outcomes how many of each end
     * @param sampling percent of the cases that the regulator checks in full again
     * @param lateUnits how many units check only when they have been waited for
     * @param revised how many of the measures that are to be revised get their review as new measures, and are issued, in the year
     */
    record CleanUp(
            CampaignKind kind,
            String title,
            LocalDate from,
            LocalDate cutOff,
            Map<Outcome, Integer> outcomes,
            int sampling,
            int lateUnits,
            int revised) {

        CleanUp {
            given("kind", kind);
            given("title", title);
            given("from", from);
            given("outcomes", outcomes);
            given("cutOff", cutOff);
            outcomes = new EnumMap<>(outcomes);
            outcomes.forEach((outcome, many) -> noneBelow(0, outcome.name(), many));
            noneBelow(
                    1,
                    "outcomes",
                    outcomes.values().stream().mapToInt(Integer::intValue).sum());
            noneBelow(0, "sampling", sampling);
            noneBelow(0, "lateUnits", lateUnits);
            noneBelow(0, "revised", revised);
            if (sampling > 100) {
                throw new Contradiction("sampling 不能大于 100。 A percentage.");
            }
            if (cutOff.isAfter(from)) {
                throw new Contradiction("cutOff 不能晚于 from。 Not after it.");
            }
            if (revised > outcomes.getOrDefault(Outcome.REVISE, 0)) {
                throw new Contradiction("revised 不能多于 outcomes 中的 REVISE。 Not more than are to be revised.");
            }
        }

        /** The end of each measure, those of one kind spread over the list. */
        List<Outcome> fates() {
            int all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
            Map<Outcome, Integer> told = new EnumMap<>(Outcome.class);
            List<Outcome> fates = new ArrayList<>();
            for (int place = 1; place <= all; place++) {
                int until = place;
                Outcome next = outcomes.entrySet().stream()
                        .filter(each -> told.getOrDefault(each.getKey(), 0) < each.getValue())
                        .max(Comparator.comparingDouble(
                                each -> (double) each.getValue() * until / all - told.getOrDefault(each.getKey(), 0)))
                        .orElseThrow()
                        .getKey();
                told.merge(next, 1, Integer::sum);
                fates.add(next);
            }
            return fates;
        }
    }

    /** Training or publicity that the office records. */
    record Event(Trainings.Kind kind, LocalDate day, String title, String audience, int participants) {

        Event {
            given("kind", kind);
            given("day", day);
            given("title", title);
            given("audience", audience);
            noneBelow(0, "participants", participants);
        }
    }

    /**
     * A figure that the ledger must show for the year.
     *
     * @param figure its id
     * @param only values of its dimensions; absent for the whole
     */
    record Expected(String figure, @Nullable Map<String, String> only, Integer count) {

        Expected {
            given("figure", figure);
            given("count", count);
            noneBelow(0, "count", count);
            only = only == null ? Map.of() : Map.copyOf(only);
            Figure known = Figures.find(figure)
                    .orElseThrow(() -> new Contradiction("没有指标 %s。 There is no such figure.".formatted(figure)));
            for (String dimension : only.keySet()) {
                if (!Counting.COMMON.contains(dimension) && !known.dimensions().contains(dimension)) {
                    throw new Contradiction("指标 %s 不按 %s 区分。 Not told apart by it.".formatted(figure, dimension));
                }
                if (!DimensionValues.has(dimension, only.get(dimension))) {
                    throw new Contradiction(
                            "%s 没有 %s 这个值。 It has no such value.".formatted(dimension, only.get(dimension)));
                }
            }
        }
    }
}
