package org.fairreview.review;

import org.fairreview.standard.StandardItem;

/**
 * The kinds of reason that justify a finding. A superior document (上级文件) is none: it never closes a finding (SAMR
 * Q&A no. 59).
 */
public enum Justification {
    /** 有法律、行政法规依据 (Reg. 10). */
    LAW {
        @Override
        boolean fits(StandardItem item) {
            return item.legalBasisQuestion();
        }
    },
    /** 经国务院批准 (Reg. 10). */
    STATE_COUNCIL {
        @Override
        boolean fits(StandardItem item) {
            return item.legalBasisQuestion();
        }
    },
    /** 受益者由公平合理、客观明确且非排他性条件确定,不属于特定经营者 (Measures 46). */
    NOT_A_SPECIFIC_OPERATOR {
        @Override
        boolean fits(StandardItem item) {
            return item.specificOperatorQuestion();
        }
    },
    /** 为实现合法目的所必需,且条件合理、不具有歧视性 (Reg. 8: 不合理或者歧视性; Measures 12). */
    NECESSARY {
        @Override
        boolean fits(StandardItem item) {
            return !item.legalBasisQuestion();
        }
    };

    abstract boolean fits(StandardItem item);
}
