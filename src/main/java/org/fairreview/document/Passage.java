package org.fairreview.document;

/**
 * A piece of a file's text that can be pointed at.
 *
 * @param ordinal position in the file, from 1
 * @param address where it stands, as an officer would cite it; unique within the file
 * @param start first character in the full text
 * @param end one past the last character in the full text
 */
public record Passage(int ordinal, String address, PassageKind kind, int start, int end, String text) {}
