package org.fairreview.workflow;

/** A task waits for nobody any more: it was done, or is no longer wanted. */
public record TaskOver(String taskId) {}
