package org.fairreview.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a text that is not blank, without the blanks around it.
 *
 * @param afterGap whether a blank line, or nothing, stands before it
 */
record Line(int start, int end, String text, boolean afterGap, @Nullable Marker marker) {

    static List<Line> of(String fullText) {
        var lines = new ArrayList<Line>();
        boolean gap = true;
        int from = 0;
        while (from < fullText.length()) {
            int to = fullText.indexOf('\n', from);
            to = to < 0 ? fullText.length() : to;
            int start = from;
            int end = to;
            while (start < end && isBlank(fullText.charAt(start))) {
                start++;
            }
            while (end > start && isBlank(fullText.charAt(end - 1))) {
                end--;
            }
            if (start < end) {
                var text = fullText.substring(start, end);
                lines.add(new Line(start, end, text, gap, Marker.of(text)));
            }
            gap = start == end;
            from = to + 1;
        }
        return lines;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** What stands behind the number. */
    String content() {
        return marker == null ? text : text.substring(marker.length()).strip();
    }

    boolean isTableRow() {
        return text.length() > 2 && text.startsWith("|") && text.endsWith("|");
    }

    /** A heading says what follows and is no sentence of its own. */
    boolean isHeading() {
        var content = content();
        return content.isEmpty() || content.length() <= 40 && "。；;：:！？!?，,、".indexOf(last(content)) < 0;
    }

    /** After a closed line the next paragraph stands beside it, not below it. */
    boolean isClosed() {
        return "。；;！？!?".indexOf(last(text)) >= 0;
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
