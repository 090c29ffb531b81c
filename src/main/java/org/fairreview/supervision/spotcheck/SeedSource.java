package org.fairreview.supervision.spotcheck;

/** Where the seed of a draw comes from; the signed plan says it. */
public enum SeedSource {
    /** 由系统随机产生, once, after the list is fixed. */
    PRODUCT,
    /** 公开号码, announced in the plan, known after the list is fixed. */
    PUBLIC
}
