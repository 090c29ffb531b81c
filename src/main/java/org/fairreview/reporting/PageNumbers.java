package org.fairreview.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The numbers of one page or paper, for somebody who sees the regions. Each figure of a period is read once, however often it is asked
 * for in whole and in parts; that is also why all of the page's numbers agree, whatever is written meanwhile.
 */
public final class PageNumbers {

    private final Books books;
    private final List<String> seen;
    private final Map<Slice, Numbers> read = new HashMap<>();

    PageNumbers(Books books, List<String> seen) {
        this.books = books;
        this.seen = List.copyOf(seen);
    }

    /** The regions that the reader sees. */
    public List<String> seen() {
        return seen;
    }

    /** The numbers that count for a part of the ledger. */
    public Numbers of(Slice slice) {
        return read.computeIfAbsent(slice.whole(), whole -> new ReadOnce(books.reading(whole, seen)));
    }

    private static final class ReadOnce implements Numbers {

        private final Reading reading;
        private final Map<Slice, Map<String, Cells>> cells = new HashMap<>();

        ReadOnce(Reading reading) {
            this.reading = reading;
        }

        private Cells cells(Figure figure, Slice slice) {
            Map<String, Cells> read = cells.computeIfAbsent(slice.whole(), whole -> new HashMap<>());
            if (!read.containsKey(figure.id())) {
                read.putAll(reading.cells(figure, slice.whole()));
            }
            return read.get(figure.id());
        }

        @Override
        public int count(Figure figure, Slice slice) {
            return cells(figure, slice).amount(slice.only());
        }

        @Override
        public Map<String, Integer> by(Figure figure, Slice slice, String dimension) {
            return cells(figure, slice).by(dimension, slice.only());
        }

        @Override
        public int rows(Figure figure, Slice slice) {
            return cells(figure, slice).rows(slice.only());
        }

        @Override
        public List<Line> lines(Figure figure, Slice slice, int offset, int most) {
            return reading.lines(figure, slice, offset, most);
        }

        @Override
        public void each(Figure figure, Slice slice, Consumer<Line> line) {
            reading.each(figure, slice, line);
        }
    }
}
