package org.fairreview.reporting;

import java.util.List;

/** Tells a year's work in the sentences of the office's report on government by law (法治政府建设年度报告). */
public interface YearParagraphs {

    /** The paragraphs, each number in them a figure of the numbers given; none about what did not happen. */
    List<String> paragraphs(Numbers numbers, Slice slice);
}
