package org.fairreview.supervision.spotcheck;

/**
 * A measure that is to be inspected whatever is drawn (定向), and why.
 *
 * @param unitName the unit that answers for it; asked for where it stands in no register
 */
public record Target(String title, String documentNumber, String unitName, String reason) {}
