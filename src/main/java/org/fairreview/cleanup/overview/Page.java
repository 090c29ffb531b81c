package org.fairreview.cleanup.overview;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * A page of a long list.
 *
 * @param total how many lines the whole list has
 * @param number of this page, from 1
 * @param pages how many pages there are; at least 1
 */
public record Page<T>(List<T> lines, int total, int number, int pages) {

    public static final int SIZE = 50;

    /** No list is so long. */
    private static final int LAST = 1_000_000;

    /** A line, and how many lines the list has of which it is one. */
    record Counted<T>(T line, int total) {}

    /** Reads a page out of the database. */
    interface Reading<T> {

        /**
         * The lines of one page, in order.
         *
         * @param total an expression that is the length of the whole list
         */
        List<Counted<T>> read(String total, int offset);
    }

    /**
     * The page of this number, the last one where there are not so many.
     *
     * @param search whether the list is searched through in any case: then counting it costs nothing more, while the length
     *     of another is told faster by an index
     */
    static <T> Page<T> of(int number, boolean search, IntSupplier count, Reading<T> reading) {
        int asked = Math.min(Math.max(1, number), LAST);
        if (search) {
            List<Counted<T>> found = reading.read("count(*) over ()", (asked - 1) * SIZE);
            if (!found.isEmpty() || asked == 1) {
                return of(found, found.isEmpty() ? 0 : found.get(0).total(), asked);
            }
        }
        int total = count.getAsInt();
        int page = Math.min(asked, pages(total));
        return of(total == 0 ? List.of() : reading.read("0", (page - 1) * SIZE), total, page);
    }

    private static <T> Page<T> of(List<Counted<T>> read, int total, int number) {
        return new Page<>(read.stream().map(Counted::line).toList(), total, number, pages(total));
    }

    private static int pages(int total) {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
