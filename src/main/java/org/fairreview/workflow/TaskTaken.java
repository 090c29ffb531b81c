package org.fairreview.workflow;

/** Somebody holds a task of a case from now on: claimed it, or was given it. */
public record TaskTaken(String caseNumber, String userId) {}
