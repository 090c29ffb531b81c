package org.fairreview.review.ledger;

import java.util.List;

/**
 * One page of the ledger.
 *
 * @param total how many lines there are on all pages
 * @param past how many of them were entered later (补录)
 * @param number counted from 1
 */
public record LedgerPage(List<LedgerEntry> entries, long total, long past, int number) {

    public static final int SIZE = 50;

    public LedgerPage {
        entries = List.copyOf(entries);
    }

    public int pages() {
        return pagesOf(total);
    }

    static int pagesOf(long total) {
        return (int) Math.max(1, (total + SIZE - 1) / SIZE);
    }
}
