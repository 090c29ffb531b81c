package org.fairreview.review;

/** What a review concludes (审查结论). */
public enum Conclusion {
    /** 符合公平竞争审查标准. */
    CONFORMS,
    /** 符合,审查中起草单位已作修改. */
    CONFORMS_AFTER_CHANGE,
    /** 符合,并附工作建议或者风险提示. */
    CONFORMS_WITH_ADVICE,
    /** 不符合,附修改要求. */
    DOES_NOT_CONFORM,
    /** 适用例外规定 (Reg. 12). */
    EXCEPTION;

    /** Whether the measure may be issued as far as the review goes (Reg. 18, Measures 34). */
    public boolean allowsIssue() {
        return this != DOES_NOT_CONFORM;
    }
}
