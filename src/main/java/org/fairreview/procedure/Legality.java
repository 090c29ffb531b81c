package org.fairreview.procedure;

/** What the legal side says of a draft (合法性审查). */
public enum Legality {
    /** 合法. */
    LAWFUL,
    /** 应当修改. */
    TO_CHANGE,
    /** 不合法. */
    UNLAWFUL,
    /** 材料不齐,退回补充: no conclusion. */
    INCOMPLETE;

    /** Whether the draft may go to deliberation as far as its legality goes. */
    public boolean passes() {
        return this == LAWFUL;
    }
}
