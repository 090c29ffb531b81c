package org.fairreview.identity;

/** An account and the name that people see. */
public record Person(String userId, String name) {}
