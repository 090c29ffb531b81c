package org.fairreview.review.web;

import java.util.List;
import org.fairreview.document.Comparison.Run;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a measure side by side.
 *
 * @param changes how many places of change there are; each is an anchor {@code change-1}, {@code change-2} …
 */
record ComparePage(
        String number,
        String title,
        List<VersionChoice> versions,
        int from,
        int to,
        String fromName,
        String toName,
        boolean onlyChanges,
        int changes,
        String summary,
        List<FileView> files) {

    /** A version to choose. */
    record VersionChoice(int number, String label) {}

    /** What became of a file. */
    enum FileState {
        SAME_FILE,
        SAME_TEXT,
        CHANGED,
        ADDED,
        REMOVED,
        WITHOUT_TEXT
    }

    record FileView(
            String role,
            FileState state,
            @Nullable FileLink before,
            @Nullable FileLink after,
            String summary,
            List<Part> parts) {}

    record FileLink(String name, String url) {}

    /**
     * Rows that are shown, or folded behind a line that says how many they are.
     *
     * @param readdressed how many of them stand under another address
     */
    record Part(boolean folded, int readdressed, List<RowView> rows) {}

    /**
     * A passage and its counterpart.
     *
     * @param change number of the place of change that begins here, 0 elsewhere
     */
    record RowView(
            String kind,
            @Nullable String label,
            int change,
            String beforeAddress,
            String afterAddress,
            boolean readdressed,
            List<Run> before,
            List<Run> after) {}
}
