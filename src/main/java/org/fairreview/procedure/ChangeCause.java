package org.fairreview.procedure;

/** Why a draft came back to its drafter. */
public enum ChangeCause {
    /** 审查未通过. */
    REVIEWS,
    /** 审议修改涉及已审查的内容. */
    DELIBERATION,
    /** 审查后又有修改,退回重新审查. */
    RETURNED
}
