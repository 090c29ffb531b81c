package org.fairreview.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.document.Comparison.Kind;
import org.fairreview.document.Comparison.Mark;
import org.fairreview.document.Comparison.Row;
import org.fairreview.document.Comparison.Run;
import org.jspecify.annotations.Nullable;

/**
 * Finds for each passage of one text its counterpart in another: first those with the same words in the same order, then
 * those that only line breaks divide, then those that were moved, and last those that are alike.
 */
final class Alignment {

    /** Shorter wordings stand in a text by chance twice. */
    private static final int SHORTEST_MOVED = 4;

    /** More pairs than this are not weighed one by one. */
    private static final int MOST_PAIRS = 5_000_000;

    /** In a long block a counterpart is sought no further from its proportional place than this. */
    private static final int REACH = 200;

    /** At equal likeness the same address decides. */
    private static final float SAME_ADDRESS = 0.05f;

    /** Passages that belong together; both ranges have at least one. */
    private record Link(int fromBefore, int toBefore, int fromAfter, int toAfter, boolean same) {}

    /** Passages between two links, on each side perhaps none. */
    private record Gap(int fromBefore, int toBefore, int fromAfter, int toAfter) {

        boolean isOneSided() {
            return fromBefore == toBefore || fromAfter == toAfter;
        }
    }

    private final List<Passage> before;
    private final List<Passage> after;
    private final List<Wording> earlier;
    private final List<Wording> later;
    private final int[] movedTo;
    private final int[] movedFrom;

    Alignment(List<Passage> before, List<Passage> after) {
        this.before = List.copyOf(before);
        this.after = List.copyOf(after);
        this.earlier = this.before.stream().map(Wording::of).toList();
        this.later = this.after.stream().map(Wording::of).toList();
        this.movedTo = new int[before.size()];
        this.movedFrom = new int[after.size()];
    }

    List<Row> rows() {
        List<Link> links = same();
        links = with(links, this::joined);
        findMoved(links);
        links = with(links, this::alike);
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (var link : links) {
            addUnlinked(rows, new Gap(i, link.fromBefore(), j, link.fromAfter()));
            rows.add(row(link));
            i = link.toBefore();
            j = link.toAfter();
        }
        addUnlinked(rows, new Gap(i, before.size(), j, after.size()));
        return rows;
    }

    /** The longest sequence of passages with the same words; what only one text says cannot be part of it. */
    private List<Link> same() {
        List<Integer> left = saidIn(later, earlier);
        List<Integer> right = saidIn(earlier, later);
        var deltas = new ArrayList<>(DiffUtils.diff(
                        left.stream().map(i -> earlier.get(i).words()).toList(),
                        right.stream().map(j -> later.get(j).words()).toList(),
                        new MyersDiffWithLinearSpace<String>())
                .getDeltas());
        deltas.sort(Comparator.<AbstractDelta<String>>comparingInt(
                        delta -> delta.getSource().getPosition())
                .thenComparingInt(delta -> delta.getTarget().getPosition()));
        List<Link> links = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (var delta : deltas) {
            while (i < delta.getSource().getPosition()) {
                links.add(same(left.get(i++), right.get(j++)));
            }
            i = delta.getSource().getPosition() + delta.getSource().size();
            j = delta.getTarget().getPosition() + delta.getTarget().size();
        }
        while (i < left.size()) {
            links.add(same(left.get(i++), right.get(j++)));
        }
        return links;
    }

    private static Link same(int before, int after) {
        return new Link(before, before + 1, after, after + 1, true);
    }

    private static List<Integer> saidIn(List<Wording> other, List<Wording> text) {
        Set<String> said = other.stream().map(Wording::words).collect(Collectors.toSet());
        return IntStream.range(0, text.size())
                .filter(i -> said.contains(text.get(i).words()))
                .boxed()
                .toList();
    }

    private interface Linking {
        void link(Gap gap, List<Link> links);
    }

    private List<Link> with(List<Link> links, Linking linking) {
        List<Link> more = new ArrayList<>();
        int i = 0;
        int j = 0;
        for (var link : links) {
            fill(new Gap(i, link.fromBefore(), j, link.fromAfter()), linking, more);
            more.add(link);
            i = link.toBefore();
            j = link.toAfter();
        }
        fill(new Gap(i, before.size(), j, after.size()), linking, more);
        return more;
    }

    private static void fill(Gap gap, Linking linking, List<Link> links) {
        if (!gap.isOneSided()) {
            linking.link(gap, links);
        }
    }

    /** Passages that together say the same, cut by line breaks at other places. */
    private void joined(Gap gap, List<Link> links) {
        int j = gap.fromAfter();
        for (int i = gap.fromBefore(); i < gap.toBefore(); ) {
            var found = joinedFrom(i, j, gap);
            if (found == null) {
                i++;
            } else {
                links.add(found);
                i = found.toBefore();
                j = found.toAfter();
            }
        }
    }

    private @Nullable Link joinedFrom(int i, int fromAfter, Gap gap) {
        for (int j = fromAfter; j < gap.toAfter(); j++) {
            var found = joinedAt(i, j, gap);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Link joinedAt(int i, int j, Gap gap) {
        var first = earlier.get(i).words();
        var other = later.get(j).words();
        if (first.isEmpty() || other.isEmpty() || !first.startsWith(other) && !other.startsWith(first)) {
            return null;
        }
        var left = new StringBuilder(first);
        var right = new StringBuilder(other);
        int toBefore = i + 1;
        int toAfter = j + 1;
        int agreed = 0;
        while (true) {
            int shorter = Math.min(left.length(), right.length());
            for (; agreed < shorter; agreed++) {
                if (left.charAt(agreed) != right.charAt(agreed)) {
                    return null;
                }
            }
            if (left.length() == right.length()) {
                return new Link(i, toBefore, j, toAfter, true);
            }
            boolean leftIsShort = left.length() == shorter;
            int next = leftIsShort ? toBefore++ : toAfter++;
            if (next >= (leftIsShort ? gap.toBefore() : gap.toAfter())
                    || Wording.isNumbered((leftIsShort ? before : after).get(next))) {
                return null;
            }
            (leftIsShort ? left : right)
                    .append((leftIsShort ? earlier : later).get(next).words());
        }
    }

    private void findMoved(List<Link> links) {
        Arrays.fill(movedTo, -1);
        Arrays.fill(movedFrom, -1);
        boolean[] linkedBefore = new boolean[before.size()];
        boolean[] linkedAfter = new boolean[after.size()];
        for (var link : links) {
            Arrays.fill(linkedBefore, link.fromBefore(), link.toBefore(), true);
            Arrays.fill(linkedAfter, link.fromAfter(), link.toAfter(), true);
        }
        Map<String, Deque<Integer>> gone = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            var words = earlier.get(i).words();
            if (!linkedBefore[i] && words.length() >= SHORTEST_MOVED) {
                gone.computeIfAbsent(words, key -> new ArrayDeque<>()).add(i);
            }
        }
        for (int j = 0; j < after.size(); j++) {
            var places = linkedAfter[j] ? null : gone.get(later.get(j).words());
            if (places != null && !places.isEmpty()) {
                int i = places.remove();
                movedTo[i] = j;
                movedFrom[j] = i;
            }
        }
    }

    /** The pairing in order with the most in common; what was moved takes no part. */
    private void alike(Gap gap, List<Link> links) {
        List<Integer> left = unmoved(gap.fromBefore(), gap.toBefore(), movedTo);
        List<Integer> right = unmoved(gap.fromAfter(), gap.toAfter(), movedFrom);
        alike(left, right, links);
    }

    private void alike(List<Integer> left, List<Integer> right, List<Link> links) {
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        if ((long) left.size() * right.size() > MOST_PAIRS) {
            int halfLeft = left.size() / 2;
            int halfRight = right.size() / 2;
            alike(left.subList(0, halfLeft), right.subList(0, halfRight), links);
            alike(left.subList(halfLeft, left.size()), right.subList(halfRight, right.size()), links);
            return;
        }
        float[][] likeness = likeness(left, right);
        float[][] best = new float[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                float paired = likeness[i][j] > 0 ? likeness[i][j] + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(paired, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        for (int i = 0, j = 0; i < left.size() && j < right.size(); ) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                int from = left.get(i++);
                int to = right.get(j++);
                links.add(new Link(from, from + 1, to, to + 1, false));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private float[][] likeness(List<Integer> left, List<Integer> right) {
        List<Likeness> theirs =
                right.stream().map(j -> new Likeness(later.get(j))).toList();
        float[][] likeness = new float[left.size()][right.size()];
        for (int i = 0; i < left.size(); i++) {
            var passage = before.get(left.get(i));
            var own = new Likeness(earlier.get(left.get(i)));
            int middle = (int) ((long) i * right.size() / left.size());
            for (int j = Math.max(0, middle - REACH); j < Math.min(right.size(), middle + REACH + 1); j++) {
                boolean sameAddress =
                        passage.address().equals(after.get(right.get(j)).address());
                float share = own.to(theirs.get(j), sameAddress ? Likeness.ENOUGH_AT_SAME_ADDRESS : Likeness.ENOUGH);
                likeness[i][j] = sameAddress && share > 0 ? share + SAME_ADDRESS : share;
            }
        }
        return likeness;
    }

    private static List<Integer> unmoved(int from, int to, int[] moved) {
        List<Integer> unmoved = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (moved[i] < 0) {
                unmoved.add(i);
            }
        }
        return unmoved;
    }

    private void addUnlinked(List<Row> rows, Gap gap) {
        for (int i = gap.fromBefore(); i < gap.toBefore(); i++) {
            rows.add(new Row(
                    Kind.REMOVED,
                    List.of(before.get(i)),
                    List.of(),
                    List.of(new Run(Mark.DELETED, before.get(i).text())),
                    List.of(),
                    movedTo[i] < 0 ? null : after.get(movedTo[i])));
        }
        for (int j = gap.fromAfter(); j < gap.toAfter(); j++) {
            rows.add(new Row(
                    Kind.ADDED,
                    List.of(),
                    List.of(after.get(j)),
                    List.of(),
                    List.of(new Run(Mark.INSERTED, after.get(j).text())),
                    movedFrom[j] < 0 ? null : before.get(movedFrom[j])));
        }
    }

    private Row row(Link link) {
        List<Passage> old = before.subList(link.fromBefore(), link.toBefore());
        List<Passage> now = after.subList(link.fromAfter(), link.toAfter());
        var gone = Wording.of(old);
        var come = Wording.of(now);
        if (link.same()) {
            return new Row(
                    Kind.SAME,
                    old,
                    now,
                    List.of(new Run(Mark.KEPT, gone.text())),
                    List.of(new Run(Mark.KEPT, come.text())),
                    null);
        }
        var changes = WordChanges.between(gone, come);
        return new Row(Kind.CHANGED, old, now, changes.beforeRuns(), changes.afterRuns(), null);
    }
}
