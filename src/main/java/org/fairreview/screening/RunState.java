package org.fairreview.screening;

/** How far a piece of the screening's work in the background is. */
public enum RunState {
    /** 等待. */
    PENDING,
    /** 进行中. */
    RUNNING,
    /** 完成. */
    DONE,
    /** 未能完成. */
    FAILED;

    /** Whether nothing more comes by itself. */
    public boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
