package org.fairreview.cleanup;

/** Why a measure in force is looked at. */
public enum Occasion {
    /** 集中清理. */
    CAMPAIGN,
    /** 定期评估. */
    EVALUATION,
    /** 有效期届满. */
    EXPIRY,
    /** 适用例外期限届满. */
    EXCEPTION_END
}
