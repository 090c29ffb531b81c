package org.fairreview.reminder;

import java.util.Set;

/** Where a letter stands. */
public enum LetterState {
    /** 起草. */
    DRAFTING,
    /** 法律审核. */
    LEGAL_LOOK,
    /** 审签. */
    SIGNING,
    /** 已签发，待编号成文. */
    SIGNED,
    /** 已成文，待用印. */
    ISSUED,
    /** 已用印，待送达. */
    SEALED,
    /** 已送达，待回复. */
    AWAITING_REPLY,
    /** 已回复，待认定. */
    REPLIED,
    /** 整改不到位或者逾期，待升级处理. */
    FAILED,
    /** 整改到位. */
    RECTIFIED,
    /** 已升级处理. */
    ESCALATED,
    /** 已送达办结. */
    DONE,
    /** 已撤回. */
    WITHDRAWN;

    private static final Set<LetterState> ENDED = Set.of(RECTIFIED, ESCALATED, DONE, WITHDRAWN);

    public boolean hasEnded() {
        return ENDED.contains(this);
    }

    /** Whether the addressee has it in hand. */
    public boolean isDelivered() {
        return ordinal() >= AWAITING_REPLY.ordinal() && this != WITHDRAWN;
    }
}
