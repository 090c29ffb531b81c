package org.fairreview.office;

/**
 * A value that an office sets for itself. Its texts are messages: {@code office.value.<name>} what it is, and
 * {@code office.source.<name>} the article that leaves it to the office; without that one, 本单位规定.
 *
 * @param name its key in the table, which never changes
 * @param kind what may stand in it
 */
public record OfficeValue(String name, ValueKind kind) {}
