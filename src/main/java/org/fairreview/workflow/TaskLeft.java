package org.fairreview.workflow;

/** A task went to somebody else and waits for the person no more; published in the transaction that moves it. */
public record TaskLeft(String taskId, String userId) {}
