package org.fairreview.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The numbers of one page or paper, for somebody who sees the regions. Each figure of a period is read once, however often it is asked
 * for in whole and in parts, so that it and its parts agree whatever is written meanwhile.
 */
public final class PageNumbers {

    private final Books books;
    private final List<String> seen;
    private final ExecutorService readers;
    private final Map<Slice, ReadOnce> read = new HashMap<>();
    private final Map<Slice, ReadOnce> today = new HashMap<>();

    PageNumbers(Books books, List<String> seen, ExecutorService readers) {
        this.books = books;
        this.readers = readers;
        this.seen = List.copyOf(seen);
    }

    /** The regions that the reader sees. */
    public List<String> seen() {
        return seen;
    }

    /** The numbers that count for a part of the ledger. */
    public Numbers of(Slice slice) {
        return once(slice);
    }

    private ReadOnce once(Slice slice) {
        return read.computeIfAbsent(slice.whole(), whole -> new ReadOnce(books.reading(whole, seen), whole));
    }

    /** The numbers of today for a part of the ledger, whether its period is closed or not. */
    public Numbers today(Slice slice) {
        return todayOnce(slice);
    }

    private ReadOnce todayOnce(Slice slice) {
        return today.computeIfAbsent(slice.whole(), whole -> new ReadOnce(books.readingToday(), whole));
    }

    /** Reads figures side by side that a page is about to show. */
    public void read(List<Figure> figures, Slice slice) {
        once(slice).read(figures, readers);
    }

    /** Reads figures of today side by side that a page is about to compare with closed ones. */
    public void readToday(List<Figure> figures, Slice slice) {
        todayOnce(slice).read(figures, readers);
    }

    private static final class ReadOnce implements Numbers {

        private final Reading reading;
        private final Slice whole;
        private final Map<String, Cells> cells = new HashMap<>();

        ReadOnce(Reading reading, Slice whole) {
            this.reading = reading;
            this.whole = whole;
        }

        private Cells cells(Figure figure, Slice slice) {
            if (!slice.whole().equals(whole)) {
                throw new IllegalArgumentException("Not the part of the ledger that was read: " + slice);
            }
            if (!cells.containsKey(figure.id())) {
                cells.putAll(reading.cells(figure, whole));
            }
            return cells.get(figure.id());
        }

        void read(List<Figure> figures, ExecutorService readers) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // another thread would not see what this transaction has written
                return;
            }
            Set<String> asked = new HashSet<>(cells.keySet());
            List<Future<Map<String, Cells>>> answers = new ArrayList<>();
            for (Figure figure : figures) {
                if (asked.add(figure.id())) {
                    reading.readWith(figure).forEach(each -> asked.add(each.id()));
                    answers.add(readers.submit(() -> reading.cells(figure, whole)));
                }
            }
            answers.forEach(answer -> cells.putAll(taken(answer)));
        }

        private static Map<String, Cells> taken(Future<Map<String, Cells>> answer) {
            try {
                return answer.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while figures were read", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A figure could not be read", e.getCause());
            }
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
        public List<StepDuration> durations(Slice slice) {
            return reading.durations(slice);
        }

        @Override
        public void each(Figure figure, Slice slice, Consumer<Line> line) {
            reading.each(figure, slice, line);
        }
    }
}
