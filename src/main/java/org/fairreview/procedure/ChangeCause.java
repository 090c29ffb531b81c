package org.fairreview.procedure;

/** Why a draft came back to its drafter. */
public enum ChangeCause {
    /** 审查未通过. */
    REVIEWS,
    /** 公平竞争审查中改过草案,合法性审查没有看到. */
    AMENDED,
    /** 公平竞争审查结论不再有效. */
    VOIDED,
    /** 审议修改涉及已审查的内容. */
    DELIBERATION,
    /** 审查后又有修改,退回重新审查. */
    RETURNED
}
