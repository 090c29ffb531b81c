package org.fairreview.procedure;

/** Who decides after collective deliberation. */
public enum Decider {
    /** 本单位. */
    UNIT,
    /** 本级人民政府. */
    GOVERNMENT
}
