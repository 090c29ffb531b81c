package org.fairreview.reporting;

import java.util.List;
import java.util.Map;

/** What a unit's score is made of (考核指标): each is counted from figures. */
public enum ScoreComponent {
    /** 审查质量: the share of reviewed measures that were not found 不符合. */
    QUALITY(Way.WITHOUT, Counted.of("reviewed"), Counted.of("refused")),
    /** 按期办理: the share of the unit's steps that were done within their limit. */
    TIMELINESS(Way.WITHOUT, Counted.of("steps"), Counted.of("steps-late")),
    /** 清理完成: the share of measures in force that were decided on, of those and the ones still open. */
    CLEANUP(
            Way.DONE,
            Counted.of("cleaned-up"),
            new Counted("cleanup-open", Map.of("campaign_kind", "FAIR_COMPETITION"))),
    /** 监督发现: each problem found in measures already issued takes something off. */
    SUPERVISION(Way.EACH, Counted.of("supervision-findings")),
    /** 被发函件: each letter takes something off. */
    LETTERS(Way.EACH, Counted.of("letters")),
    /** 年度总结: in time whole, late half, missing none. */
    SUMMARY(
            Way.IN_TIME,
            new Counted("summaries", Map.of("summary_state", "IN_TIME")),
            new Counted("summaries", Map.of("summary_state", "LATE")),
            new Counted("summaries", Map.of("summary_state", "MISSING")));

    /** How the counts become a share of the weight. */
    enum Way {
        WITHOUT,
        DONE,
        EACH,
        IN_TIME
    }

    /** A figure, or a part of it. */
    public record Counted(String figure, Map<String, String> only) {

        static Counted of(String figure) {
            return new Counted(figure, Map.of());
        }
    }

    private static final int WHOLE = 1_000;

    private final Way way;
    private final List<Counted> counted;

    ScoreComponent(Way way, Counted... counted) {
        this.way = way;
        this.counted = List.of(counted);
    }

    public List<Counted> counted() {
        return counted;
    }

    /** Whether each thing counted takes off a share that the office sets. */
    public boolean deducts() {
        return way == Way.EACH;
    }

    /** Whether there was anything to score; without it the whole weight is given. */
    boolean applies(List<Integer> counts) {
        return switch (way) {
            case WITHOUT -> counts.get(0) > 0;
            case DONE, IN_TIME -> counts.stream().anyMatch(count -> count > 0);
            case EACH -> true;
        };
    }

    /** The share of the weight in thousandths. */
    int share(List<Integer> counts, int deduction) {
        if (!applies(counts)) {
            return WHOLE;
        }
        int all = counts.stream().mapToInt(Integer::intValue).sum();
        double share =
                switch (way) {
                    case WITHOUT -> 1.0 - (double) counts.get(1) / counts.get(0);
                    case DONE -> (double) counts.get(0) / all;
                    case EACH -> 1.0 - counts.get(0) * deduction / 100.0;
                    case IN_TIME -> (counts.get(0) + counts.get(1) / 2.0) / all;
                };
        return (int) Math.round(WHOLE * Math.max(0, Math.min(1, share)));
    }
}
