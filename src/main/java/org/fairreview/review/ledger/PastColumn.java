package org.fairreview.review.ledger;

/** What is entered about a review of an earlier year; the order is that of the template. */
public enum PastColumn {
    UNIT(true),
    TITLE(true),
    KIND(true),
    ISSUANCE(false),
    RECEIVED(true),
    CONCLUDED(true),
    CONCLUSION(true),
    DOCUMENT_NUMBER(false),
    ISSUED_NUMBER(false),
    ISSUED_ON(false),
    REMARK(false);

    private final boolean required;

    PastColumn(boolean required) {
        this.required = required;
    }

    public boolean isRequired() {
        return required;
    }

    public boolean isDate() {
        return this == RECEIVED || this == CONCLUDED || this == ISSUED_ON;
    }
}
