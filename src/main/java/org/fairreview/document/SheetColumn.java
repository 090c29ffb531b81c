package org.fairreview.document;

/** A column of a spreadsheet that people fill in; an enum gives those of a kind of list. */
public interface SheetColumn {

    String name();

    /** Whether each line must have a value in it. */
    boolean isRequired();

    /** How many characters a value may have. */
    int longest();

    /** Whether a value in a merged cell is that of each line. */
    boolean spreads();
}
