package org.fairreview.review;

/** How long the papers of a case are kept (档案保管期限). */
public enum RetentionClass {
    YEARS_10,
    YEARS_30,
    PERMANENT
}
