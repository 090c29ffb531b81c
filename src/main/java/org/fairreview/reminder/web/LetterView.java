package org.fairreview.reminder.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A letter as one person may read it.
 *
 * @param inside whether the person reads it from the regulator's side
 */
record LetterView(
        String number,
        String heading,
        String kind,
        String article,
        String state,
        boolean overdue,
        boolean waits,
        boolean good,
        boolean inside,
        List<Fact> facts,
        List<Fact> text,
        List<String> measures,
        List<Finding> findings,
        List<Fact> legal,
        List<Signature> signatures,
        List<File> files,
        @Nullable String pdfMissing,
        @Nullable String template,
        List<Fact> delivery,
        List<Fact> reply,
        List<Fact> judgement,
        List<Fact> next,
        List<Fact> withdrawal,
        boolean mayInterview,
        List<Step> course) {

    /** A line of a panel; with an address it is a link. */
    record Fact(String label, String value, @Nullable String url) {

        Fact(String label, String value) {
            this(label, value, null);
        }
    }

    record Finding(
            String place,
            String quotation,
            String standard,
            String reason,
            String asked,
            @Nullable Boolean rectified,
            String note) {}

    record Signature(String place, String name, boolean agreed, String remark, String at, boolean valid) {}

    record File(String kind, String name, String url, String digest) {}

    record Step(String time, String who, String what) {}
}
