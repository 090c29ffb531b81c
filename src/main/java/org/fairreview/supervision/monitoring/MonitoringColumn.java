package org.fairreview.supervision.monitoring;

import org.fairreview.document.SheetColumn;

/** A column of the list of monitoring points and their visits, in the order of the template. */
public enum MonitoringColumn implements SheetColumn {
    SEQUENCE(false, 50, 7),
    NAME(true, 200, 36),
    KIND(true, 50, 14),
    REGION(false, 100, 12),
    ADDRESS(false, 500, 36),
    CONTACT(false, 100, 12),
    PHONE(false, 100, 16),
    OPENED_ON(false, 50, 13),
    CLOSED_ON(false, 50, 13),
    VISITED_ON(false, 50, 13),
    FIRST_VISITOR(false, 100, 12),
    SECOND_VISITOR(false, 100, 12),
    RECEIVED_BY(false, 200, 16),
    REMARK(false, 4_000, 36),
    LEAD_TITLE(false, 500, 40),
    LEAD_NUMBER(false, 200, 20),
    LEAD_ISSUER(false, 200, 24),
    LEAD_SAID(false, 4_000, 40);

    private final boolean required;
    private final int longest;
    private final int width;

    MonitoringColumn(boolean required, int longest, int width) {
        this.required = required;
        this.longest = longest;
        this.width = width;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    @Override
    public int longest() {
        return longest;
    }

    @Override
    public boolean spreads() {
        return this == KIND || this == REGION;
    }

    public boolean isDate() {
        return this == OPENED_ON || this == CLOSED_ON || this == VISITED_ON;
    }

    /** How wide it is in the workbook, in characters. */
    int width() {
        return width;
    }
}
