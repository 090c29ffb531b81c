package org.fairreview.workflow;

/** A task that somebody may work on now. */
public record OpenTask(String id, String key, String name, String caseNumber) {}
