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
 * for in whole and in parts; that is also why all of the page's numbers agree, whatever is written meanwhile.
 */
public final class PageNumbers {

    private final Books books;
    private final List<String> seen;
    private final ExecutorService readers;
    private final Map<Slice, Numbers> read = new HashMap<>();

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
        return read.computeIfAbsent(slice.whole(), whole -> new ReadOnce(books.reading(whole, seen)));
    }

    /** Reads figures side by side that a page is about to show. */
    public void read(List<Figure> figures, Slice slice) {
        if (of(slice) instanceof ReadOnce numbers) {
            numbers.read(figures, slice.whole(), readers);
        }
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

        void read(List<Figure> figures, Slice whole, ExecutorService readers) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                // another thread would not see what this transaction has written
                return;
            }
            Map<String, Cells> known = cells.computeIfAbsent(whole, slice -> new HashMap<>());
            Set<String> asked = new HashSet<>(known.keySet());
            List<Future<Map<String, Cells>>> answers = new ArrayList<>();
            for (Figure figure : figures) {
                if (asked.add(figure.id())) {
                    reading.readWith(figure).forEach(each -> asked.add(each.id()));
                    answers.add(readers.submit(() -> reading.cells(figure, whole)));
                }
            }
            answers.forEach(answer -> known.putAll(taken(answer)));
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
        public void each(Figure figure, Slice slice, Consumer<Line> line) {
            reading.each(figure, slice, line);
        }
    }
}
