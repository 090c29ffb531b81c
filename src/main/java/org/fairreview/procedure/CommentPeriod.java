package org.fairreview.procedure;

import java.time.LocalDate;

/**
 * The public's time to comment (公开征求意见).
 *
 * @param endsOn the last day, which belongs to it
 * @param place where the draft is published
 * @param shortReason why it is shorter than the rule; empty where it is not
 */
public record CommentPeriod(LocalDate startsOn, LocalDate endsOn, String place, String link, String shortReason) {}
