package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.fairreview.document.Passage;
import org.fairreview.document.PassageKind;

/**
 * The text of a file with the findings marked where they stand: by offsets, otherwise by their quotation at their
 * address, otherwise beside the passage of their address.
 *
 * @param lost the numbers of findings that could not be placed
 */
record MarkedText(List<MarkedPassage> passages, Set<Integer> lost) {

    /** A finding, or a hit of the screening, to be marked: its number in the list, and where it stands. */
    record Mark(int number, int start, int end, String address, String quotation) {}

    /** A passage cut into pieces; {@code beside} are findings on the passage as a whole. */
    record MarkedPassage(
            int ordinal, String address, PassageKind kind, List<Piece> pieces, List<Integer> beside, boolean touched) {}

    /**
     * A run of characters under the same findings and hits.
     *
     * @param hitEnds the hits that end with this piece
     */
    record Piece(String text, List<Integer> findings, List<Integer> hits, List<Integer> hitEnds) {

        Piece(String text, List<Integer> findings) {
            this(text, findings, List.of(), List.of());
        }
    }

    private record Range(int number, int from, int to) {

        boolean covers(int start, int end) {
            return from <= start && to >= end;
        }
    }

    static MarkedText of(List<Passage> passages, List<Mark> marks) {
        return of(passages, marks, List.of());
    }

    /** @param hits marks of the screening's hits, which are placed by offsets alone */
    static MarkedText of(List<Passage> passages, List<Mark> marks, List<Mark> hits) {
        Set<Integer> lost = new TreeSet<>();
        List<List<Range>> ranges = new ArrayList<>();
        List<List<Integer>> beside = new ArrayList<>();
        passages.forEach(passage -> {
            ranges.add(new ArrayList<>());
            beside.add(new ArrayList<>());
        });
        for (Mark mark : marks) {
            boolean placed = byOffsets(passages, mark, ranges)
                    || byQuotation(passages, mark, true, ranges)
                    || byAddress(passages, mark, beside)
                    || byQuotation(passages, mark, false, ranges);
            if (!placed) {
                lost.add(mark.number());
            }
        }
        List<List<Range>> hitRanges = new ArrayList<>();
        passages.forEach(passage -> hitRanges.add(new ArrayList<>()));
        hits.forEach(hit -> byOffsets(passages, hit, hitRanges));
        List<MarkedPassage> marked = new ArrayList<>();
        for (int place = 0; place < passages.size(); place++) {
            Passage passage = passages.get(place);
            marked.add(new MarkedPassage(
                    passage.ordinal(),
                    passage.address(),
                    passage.kind(),
                    pieces(passage.text(), ranges.get(place), hitRanges.get(place)),
                    List.copyOf(beside.get(place)),
                    !ranges.get(place).isEmpty() || !beside.get(place).isEmpty()));
        }
        return new MarkedText(List.copyOf(marked), lost);
    }

    private static boolean byOffsets(List<Passage> passages, Mark mark, List<List<Range>> ranges) {
        boolean placed = false;
        for (int place = 0; place < passages.size() && mark.start() >= 0; place++) {
            Passage passage = passages.get(place);
            int from = Math.max(mark.start() - passage.start(), 0);
            int to = Math.min(mark.end() - passage.start(), passage.text().length());
            if (from < to) {
                ranges.get(place).add(new Range(mark.number(), from, to));
                placed = true;
            }
        }
        return placed;
    }

    private static boolean byQuotation(
            List<Passage> passages, Mark mark, boolean atItsAddress, List<List<Range>> ranges) {
        String quotation = mark.quotation().strip();
        for (int place = 0; place < passages.size() && !quotation.isEmpty(); place++) {
            Passage passage = passages.get(place);
            int from = passage.text().indexOf(quotation);
            if (from >= 0 && (!atItsAddress || isAt(passage, mark))) {
                ranges.get(place).add(new Range(mark.number(), from, from + quotation.length()));
                return true;
            }
        }
        return false;
    }

    private static boolean byAddress(List<Passage> passages, Mark mark, List<List<Integer>> beside) {
        for (int place = 0; place < passages.size(); place++) {
            if (isAt(passages.get(place), mark)) {
                beside.get(place).add(mark.number());
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(Passage passage, Mark mark) {
        return passage.address().strip().equals(mark.address().strip());
    }

    private static List<Piece> pieces(String text, List<Range> ranges, List<Range> hits) {
        Set<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        Stream.concat(ranges.stream(), hits.stream()).forEach(range -> {
            cuts.add(range.from());
            cuts.add(range.to());
        });
        List<Piece> pieces = new ArrayList<>();
        List<Integer> ends = List.copyOf(cuts);
        for (int cut = 1; cut < ends.size(); cut++) {
            int from = ends.get(cut - 1);
            int to = ends.get(cut);
            pieces.add(new Piece(
                    text.substring(from, to),
                    numbers(ranges.stream().filter(range -> range.covers(from, to))),
                    numbers(hits.stream().filter(range -> range.covers(from, to))),
                    numbers(hits.stream().filter(range -> range.to() == to))));
        }
        return pieces;
    }

    private static List<Integer> numbers(Stream<Range> ranges) {
        return ranges.map(Range::number).distinct().sorted().toList();
    }
}
