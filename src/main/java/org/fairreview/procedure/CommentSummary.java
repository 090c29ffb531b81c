package org.fairreview.procedure;

/** What came of the public's comments: how many, what they said, what was adopted and why others were not. */
public record CommentSummary(int received, String summary, String adoption) {}
