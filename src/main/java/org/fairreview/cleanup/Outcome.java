package org.fairreview.cleanup;

/** What becomes of a measure in force (清理结果). */
public enum Outcome {
    /** 继续有效. */
    KEEP,
    /** 修订. */
    REVISE,
    /** 废止. */
    REPEAL,
    /** 失效. */
    LAPSE,
    /** 停止执行. */
    SUSPEND;

    /** Whether the public must be told that the measure is no longer in force. */
    public boolean isAnnounced() {
        return this == REPEAL || this == LAPSE || this == SUSPEND;
    }
}
