package org.fairreview.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.fairreview.document.Comparison.Mark;
import org.fairreview.document.Comparison.Run;

/** What was changed between two wordings of a passage, in whole numbers and otherwise by characters. */
final class WordChanges {

    private static final Pattern TOKEN =
            Pattern.compile("[0-9]+(?:[.,][0-9]+)*|[A-Za-z]+|[" + HanNumber.DIGITS + "万亿]+|.", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("[^。；;，,、：:|]+[。；;，,、：:|]*|.", Pattern.DOTALL);

    private static final String STOPS = "。；;，,、";

    /** Above this many characters clauses are compared first, and characters only within clauses that differ. */
    private static final int LONG = 3000;

    /** Characters of the earlier wording that gave way to characters of the later one. */
    private record Edit(int fromBefore, int toBefore, int fromAfter, int toAfter) {

        int size() {
            return Math.max(toBefore - fromBefore, toAfter - fromAfter);
        }

        Edit and(Edit next) {
            return new Edit(fromBefore, next.toBefore, fromAfter, next.toAfter);
        }

        Edit shifted(int before, int after) {
            return new Edit(fromBefore + before, toBefore + before, fromAfter + after, toAfter + after);
        }
    }

    private final Wording before;
    private final Wording after;
    private final BitSet deleted = new BitSet();
    private final BitSet inserted = new BitSet();

    private WordChanges(Wording before, Wording after) {
        this.before = before;
        this.after = after;
        List<Edit> edits = readable(edits(before.words(), after.words()));
        for (int i = 0; i < edits.size(); i++) {
            int limit = i + 1 < edits.size()
                    ? edits.get(i + 1).fromAfter()
                    : after.words().length();
            var edit = toSentenceEnd(edits.get(i), limit);
            deleted.set(edit.fromBefore(), edit.toBefore());
            inserted.set(edit.fromAfter(), edit.toAfter());
        }
    }

    static WordChanges between(Wording before, Wording after) {
        return new WordChanges(before, after);
    }

    List<Run> beforeRuns() {
        return runs(before, deleted, Mark.DELETED);
    }

    List<Run> afterRuns() {
        return runs(after, inserted, Mark.INSERTED);
    }

    /** For each character of the earlier wording the one that it is in the later wording, or -1. */
    int[] kept() {
        int[] kept = new int[before.words().length()];
        int next = inserted.nextClearBit(0);
        for (int i = 0; i < kept.length; i++) {
            if (deleted.get(i)) {
                kept[i] = -1;
            } else {
                kept[i] = next;
                next = inserted.nextClearBit(next + 1);
            }
        }
        return kept;
    }

    private static List<Edit> edits(String before, String after) {
        if (Math.max(before.length(), after.length()) <= LONG) {
            return edits(TOKEN, before, after);
        }
        List<Edit> edits = new ArrayList<>();
        for (var edit : edits(CLAUSE, before, after)) {
            var gone = before.substring(edit.fromBefore(), edit.toBefore());
            var come = after.substring(edit.fromAfter(), edit.toAfter());
            if (gone.isEmpty() || come.isEmpty() || Math.max(gone.length(), come.length()) > LONG) {
                edits.add(edit);
            } else {
                edits(TOKEN, gone, come).forEach(each -> edits.add(each.shifted(edit.fromBefore(), edit.fromAfter())));
            }
        }
        return edits;
    }

    private static List<Edit> edits(Pattern cut, String before, String after) {
        List<String> gone = tokens(cut, before);
        List<String> come = tokens(cut, after);
        int[] ends = ends(gone);
        int[] newEnds = ends(come);
        List<AbstractDelta<String>> deltas =
                new ArrayList<>(DiffUtils.diff(gone, come, new MyersDiffWithLinearSpace<String>())
                        .getDeltas());
        deltas.sort(Comparator.<AbstractDelta<String>>comparingInt(
                        delta -> delta.getSource().getPosition())
                .thenComparingInt(delta -> delta.getTarget().getPosition()));
        Deque<Edit> edits = new ArrayDeque<>();
        for (var delta : deltas) {
            var edit = new Edit(
                    ends[delta.getSource().getPosition()],
                    ends[delta.getSource().getPosition() + delta.getSource().size()],
                    newEnds[delta.getTarget().getPosition()],
                    newEnds[delta.getTarget().getPosition() + delta.getTarget().size()]);
            boolean adjoins = !edits.isEmpty() && edits.getLast().toBefore() == edit.fromBefore();
            edits.addLast(adjoins ? edits.removeLast().and(edit) : edit);
        }
        return List.copyOf(edits);
    }

    private static List<String> tokens(Pattern cut, String words) {
        return cut.matcher(words).results().map(MatchResult::group).toList();
    }

    private static int[] ends(List<String> tokens) {
        int[] ends = new int[tokens.size() + 1];
        for (int i = 0; i < tokens.size(); i++) {
            ends[i + 1] = ends[i] + tokens.get(i).length();
        }
        return ends;
    }

    /** Joins edits with less between them than they change themselves: a lone 的 that stayed by chance is no help. */
    private static List<Edit> readable(List<Edit> edits) {
        Deque<Edit> joined = new ArrayDeque<>();
        for (var edit : edits) {
            var next = edit;
            while (!joined.isEmpty()) {
                var last = joined.getLast();
                int between = next.fromBefore() - last.toBefore();
                if (between > 0 && (between > last.size() || between > next.size())) {
                    break;
                }
                next = joined.removeLast().and(next);
            }
            joined.addLast(next);
        }
        return List.copyOf(joined);
    }

    /** A sentence put behind another takes its own full stop along, not that of the one before. */
    private Edit toSentenceEnd(Edit edit, int limit) {
        boolean inserts = edit.fromBefore() == edit.toBefore();
        if (!inserts && edit.fromAfter() != edit.toAfter()) {
            return edit;
        }
        var words = inserts ? after.words() : before.words();
        int from = inserts ? edit.fromAfter() : edit.fromBefore();
        int to = inserts ? edit.toAfter() : edit.toBefore();
        int most = limit - edit.toAfter();
        int by = 0;
        while (by < most && words.charAt(from + by) == words.charAt(to + by)) {
            by++;
            if (STOPS.indexOf(words.charAt(to + by - 1)) >= 0) {
                return edit.shifted(by, by);
            }
        }
        return edit;
    }

    private static List<Run> runs(Wording wording, BitSet changed, Mark mark) {
        var text = wording.text();
        int length = wording.words().length();
        List<Run> runs = new ArrayList<>();
        int from = 0;
        for (int word = changed.nextSetBit(0); word >= 0 && word < length; ) {
            int last = changed.nextClearBit(word) - 1;
            int start = wording.at(word);
            int end = wording.at(last) + 1;
            add(runs, Mark.KEPT, text.substring(from, start));
            add(runs, mark, text.substring(start, end));
            from = end;
            word = changed.nextSetBit(last + 1);
        }
        add(runs, Mark.KEPT, text.substring(from));
        return runs;
    }

    private static void add(List<Run> runs, Mark mark, String text) {
        if (!text.isEmpty()) {
            runs.add(new Run(mark, text));
        }
    }
}
