package org.fairreview.reporting;

/** By which of its days something belongs to a period. */
public enum CountedBy {
    /** 收件 or 受理: the day it came in. */
    RECEIVED("received_on"),
    /** 办结: the day it was concluded, given or decided. */
    CONCLUDED("concluded_on"),
    /** 印发 or 送达: the day it went out. */
    ISSUED("issued_on"),
    /** 期末: it stands on the last day of the period. */
    STANDING("");

    private final String column;

    CountedBy(String column) {
        this.column = column;
    }

    /** The condition on the days of a source; asks for {@code :from} and {@code :until}, both days included. */
    String within() {
        return this == STANDING
                ? "(x.received_on <= :until and (x.ended_on is null or x.ended_on > :until))"
                : "(x.%1$s >= :from and x.%1$s <= :until)".formatted(column);
    }

    /** The column by which months are told apart. */
    String column() {
        return this == STANDING ? "received_on" : column;
    }
}
