package org.fairreview.cleanup;

/** Who cleans up what (责任规则). */
public enum ResponsibilityRule {
    /** 谁起草谁清理. */
    DRAFTER,
    /** 谁实施谁清理. */
    IMPLEMENTER
}
