package org.fairreview.supervision.complaint;

/**
 * What the reporter wrote; it may give the reporter away, and is sealed too.
 *
 * @param violation what is wrong, and why
 * @param elsewhere whether the same facts went to another body, a reconsideration or a court; empty for no
 */
public record Words(String violation, String elsewhere) {}
