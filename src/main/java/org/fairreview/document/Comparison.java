package org.fairreview.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side, passage by passage: what stayed, what was changed within a passage, what came and went.
 *
 * <p>What counts is the words. The number that a passage begins with belongs to its address: an article that only moved
 * down because another was put before it is the same. Blanks, full and half width and line breaks are layout and no
 * change; the rows carry both texts as they stand.
 *
 * @param rows in the order of both texts; every passage of either text stands in exactly one
 */
public record Comparison(List<Row> rows) {

    /** What became of a passage. */
    public enum Kind {
        /** The same words, perhaps under another address. */
        SAME,
        CHANGED,
        ADDED,
        REMOVED
    }

    /** What became of a run of characters. */
    public enum Mark {
        KEPT,
        DELETED,
        INSERTED
    }

    /** Characters that share their fate. */
    public record Run(Mark mark, String text) {

        public boolean isKept() {
            return mark == Mark.KEPT;
        }
    }

    /**
     * A passage and its counterpart.
     *
     * @param before none where it was added; several where only line breaks went between them
     * @param after none where it was removed; several where only line breaks came between them
     * @param beforeRuns the whole earlier text of the row, kept and deleted
     * @param afterRuns the whole later text of the row, kept and inserted
     * @param elsewhere where the same words stand in the other text, if the passage was moved there; the row is then
     *     {@code REMOVED} at its old place and another {@code ADDED} at its new one
     */
    public record Row(
            Kind kind,
            List<Passage> before,
            List<Passage> after,
            List<Run> beforeRuns,
            List<Run> afterRuns,
            @Nullable Passage elsewhere) {

        public Row {
            before = List.copyOf(before);
            after = List.copyOf(after);
            beforeRuns = List.copyOf(beforeRuns);
            afterRuns = List.copyOf(afterRuns);
        }

        /** Empty where the passage was added. */
        public String beforeAddress() {
            return addresses(before);
        }

        /** Empty where the passage was removed. */
        public String afterAddress() {
            return addresses(after);
        }

        public boolean isSame() {
            return kind == Kind.SAME;
        }

        public boolean isMoved() {
            return elsewhere != null;
        }

        /** Whether the passage stands in both texts, under different addresses. */
        public boolean isReaddressed() {
            return !before.isEmpty() && !after.isEmpty() && !beforeAddress().equals(afterAddress());
        }

        private static String addresses(List<Passage> passages) {
            return passages.stream().map(Passage::address).collect(Collectors.joining("、"));
        }
    }

    /**
     * How many passages of each fate.
     *
     * @param added without those that were moved
     * @param removed without those that were moved
     * @param readdressed same words under another address; they are among the same ones
     */
    public record Summary(int same, int changed, int added, int removed, int moved, int readdressed) {

        public int changes() {
            return changed + added + removed + moved;
        }

        public Summary plus(Summary other) {
            return new Summary(
                    same + other.same,
                    changed + other.changed,
                    added + other.added,
                    removed + other.removed,
                    moved + other.moved,
                    readdressed + other.readdressed);
        }
    }

    /** Where something stands in the later text: offsets count in its full text, the passage is where it begins. */
    public record Place(Passage passage, int start, int end) {}

    public Comparison {
        rows = List.copyOf(rows);
    }

    /** Compares the passages of two texts, each in the order of its text. */
    public static Comparison of(List<Passage> before, List<Passage> after) {
        return new Comparison(new Alignment(before, after).rows());
    }

    /** Whether both texts say the same in the same order; numbers and layout may differ. */
    public boolean isSameText() {
        return rows.stream().allMatch(Row::isSame);
    }

    public Summary summary() {
        int[] counts = new int[Kind.values().length];
        int moved = 0;
        int readdressed = 0;
        for (var row : rows) {
            if (row.isMoved()) {
                moved += row.kind() == Kind.ADDED ? 1 : 0;
                continue;
            }
            counts[row.kind().ordinal()]++;
            readdressed += row.isSame() && row.isReaddressed() ? 1 : 0;
        }
        return new Summary(
                counts[Kind.SAME.ordinal()],
                counts[Kind.CHANGED.ordinal()],
                counts[Kind.ADDED.ordinal()],
                counts[Kind.REMOVED.ordinal()],
                moved,
                readdressed);
    }

    /** The passage of the later text that a passage of the earlier one became, changed or not, moved or not. */
    public Optional<Passage> counterpart(Passage before) {
        return rows.stream()
                .filter(row -> row.before().contains(before))
                .findFirst()
                .flatMap(row -> row.isMoved()
                        ? Optional.ofNullable(row.elsewhere())
                        : row.after().stream().findFirst());
    }

    /**
     * Where characters of the earlier text stand in the later one; empty unless every word of theirs is still there and
     * none came between them.
     *
     * @param start first character, counted in the earlier full text
     * @param end one past the last character, counted in the earlier full text
     */
    public Optional<Place> follow(int start, int end) {
        List<Followed> pieces = new ArrayList<>();
        int last = -1;
        for (int at = 0; at < rows.size(); at++) {
            var row = rows.get(at);
            if (row.before().stream().noneMatch(passage -> passage.start() < end && start < passage.end())) {
                continue;
            }
            var piece = Followed.of(row, start, end);
            boolean goesOn = pieces.isEmpty()
                    || last == at - 1
                            && pieces.get(pieces.size() - 1).toLast()
                            && piece.filter(Followed::fromFirst).isPresent();
            if (piece.isEmpty() || !goesOn) {
                return Optional.empty();
            }
            pieces.add(piece.get());
            last = at;
        }
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        var first = pieces.get(0).place();
        return Optional.of(new Place(
                first.passage(),
                first.start(),
                pieces.get(pieces.size() - 1).place().end()));
    }
}
