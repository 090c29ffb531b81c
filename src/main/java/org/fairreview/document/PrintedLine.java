package org.fairreview.document;

/**
 * A line as it stands on a page.
 *
 * @param left where its first character begins, in points
 * @param right where its last character ends
 * @param size of its largest character
 */
record PrintedLine(String text, float left, float right, float size) {}
