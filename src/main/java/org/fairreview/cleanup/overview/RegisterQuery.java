package org.fairreview.cleanup.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.MeasureInForce;
import org.jspecify.annotations.Nullable;

/**
 * Which measures of the register somebody asks for; what is null narrows nothing.
 *
 * @param q words in the title or the document number
 */
public record RegisterQuery(
        @Nullable String q, @Nullable String unit, MeasureInForce.@Nullable State state, @Nullable Concern concern) {

    /** What an office looks for among what is in force. */
    public enum Concern {
        /** 近期到期评估: the next evaluation comes within the days set by the office, or is past. */
        EVALUATION,
        /** 近期届满: the validity ends within these days. */
        EXPIRING,
        /** 已届满仍有效: the validity has ended, but nobody has taken it out of force. */
        EXPIRED,
        /** 适用例外规定. */
        EXCEPTION
    }

    public static RegisterQuery all() {
        return new RegisterQuery(null, null, null, null);
    }

    /** As the parameters of an address. */
    public List<Map.Entry<String, String>> parameters() {
        List<Map.Entry<String, String>> all = new ArrayList<>();
        if (q != null && !q.isBlank()) {
            all.add(Map.entry("q", q));
        }
        if (unit != null) {
            all.add(Map.entry("unit", unit));
        }
        if (state != null) {
            all.add(Map.entry("state", state.name()));
        }
        if (concern != null) {
            all.add(Map.entry("concern", concern.name()));
        }
        return all;
    }
}
