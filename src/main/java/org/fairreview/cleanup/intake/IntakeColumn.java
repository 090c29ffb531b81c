package org.fairreview.cleanup.intake;

import org.fairreview.document.SheetColumn;

/** A column of the spreadsheet, in the order of the template. */
public enum IntakeColumn implements SheetColumn {
    SEQUENCE(false, 50),
    TITLE(true, 500),
    DOCUMENT_NUMBER(false, 100),
    ISSUER(true, 200),
    UNIT(true, 200),
    ISSUED_ON(true, 50),
    VALID_UNTIL(false, 50),
    KIND(false, 50),
    ISSUANCE(false, 50),
    LINK(false, 500),
    FILE(false, 250),
    REMARK(false, 2_000);

    private final boolean required;
    private final int longest;

    IntakeColumn(boolean required, int longest) {
        this.required = required;
        this.longest = longest;
    }

    @Override
    public boolean isRequired() {
        return required;
    }

    public boolean isDate() {
        return this == ISSUED_ON || this == VALID_UNTIL;
    }

    @Override
    public int longest() {
        return longest;
    }

    /** Whether what stands in cells merged over several lines is meant for each of them. */
    @Override
    public boolean spreads() {
        return this == ISSUER
                || this == UNIT
                || this == ISSUED_ON
                || this == VALID_UNTIL
                || this == KIND
                || this == ISSUANCE;
    }
}
