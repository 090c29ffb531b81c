package org.fairreview.review;

import org.fairreview.standard.StandardItem;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of reason that justify a finding. A superior document (上级文件) is none: it never closes a finding (SAMR
 * Q&A no. 59).
 */
public enum Justification {
    /** 有法律、行政法规依据 (Reg. 10). */
    LAW {
        @Override
        public boolean fits(StandardItem item) {
            return item.legalBasisQuestion();
        }
    },
    /** 经国务院批准 (Reg. 10). */
    STATE_COUNCIL {
        @Override
        public boolean fits(StandardItem item) {
            return item.legalBasisQuestion();
        }
    },
    /** 受益者由公平合理、客观明确且非排他性条件确定,不属于特定经营者 (Measures 46). */
    NOT_A_SPECIFIC_OPERATOR {
        @Override
        public boolean fits(StandardItem item) {
            return item.specificOperatorQuestion();
        }
    },
    /** 为实现合法目的所必需,且条件合理、不具有歧视性 (Reg. 8: 不合理或者歧视性; Measures 12). */
    NECESSARY {
        @Override
        public boolean fits(StandardItem item) {
            return !item.legalBasisQuestion();
        }
    };

    /** Whether it can be said of a finding under the item. */
    public abstract boolean fits(StandardItem item);

    /** Whether the finding itself answered the question behind it the other way. */
    public boolean contradicts(@Nullable LegalBasis legalBasis, @Nullable Boolean specificOperator) {
        return switch (this) {
            case LAW -> legalBasis != LegalBasis.LAW;
            case STATE_COUNCIL -> legalBasis != LegalBasis.STATE_COUNCIL;
            case NOT_A_SPECIFIC_OPERATOR -> !Boolean.FALSE.equals(specificOperator);
            case NECESSARY -> false;
        };
    }
}
