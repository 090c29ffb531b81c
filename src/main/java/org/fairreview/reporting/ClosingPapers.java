package org.fairreview.reporting;

import java.util.List;

/** Writes the documents that are kept with a closed period. */
public interface ClosingPapers {

    /** Figures and lists, the report, and the canonical writing of all that is closed. */
    enum Kind {
        WORKBOOK,
        WORD,
        BULLETIN,
        SUMMARY,
        CONTENT
    }

    record Paper(Kind kind, String fileName, byte[] bytes) {}

    /** What the canonical writing is called. */
    String nameOfContent(Closing closing);

    /** The documents, from the numbers of the closing. */
    List<Paper> of(Closing closing);

    /**
     * A document as it is for those who may not see some of what it names.
     *
     * @param kept the document as it was frozen
     * @param titles what it must not name
     */
    byte[] without(Closing closing, Kind kind, byte[] kept, List<String> titles);
}
