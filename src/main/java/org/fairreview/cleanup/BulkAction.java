package org.fairreview.cleanup;

import org.fairreview.identity.Role;

/** What one person does with many cases at once; each is done and recorded singly. */
public enum BulkAction {
    /** 批量签署: the head of the unit signs checks that keep measures in force. */
    SIGN("Task_SignLegacyCheck", Role.UNITHEAD),
    /** 批量核查: the regulator takes over what stays in force. */
    TAKE_OVER("Task_ReviewProposal", Role.REVIEWER),
    /** 批量决定: the head of the issuing unit keeps in force what was proposed so. */
    DECIDE("Task_DecideOutcome", Role.UNITHEAD),
    /** 批量登记: the clerk registers one paper in which a body without an account here decided on many. */
    REGISTER("Task_DecideOutcome", Role.CLERK);

    private final String taskKey;
    private final Role role;

    BulkAction(String taskKey, Role role) {
        this.taskKey = taskKey;
        this.role = role;
    }

    public String taskKey() {
        return taskKey;
    }

    /** Who may do it. */
    public Role role() {
        return role;
    }

    /** Whether it is the regulator's, and not a unit's. */
    public boolean isOfRegulator() {
        return this == TAKE_OVER || this == REGISTER;
    }

    /** The stage in which cases wait for it. */
    public LegacyStage stage() {
        return switch (this) {
            case SIGN -> LegacyStage.SIGNING;
            case TAKE_OVER -> LegacyStage.REVIEWING;
            case DECIDE, REGISTER -> LegacyStage.DECIDING;
        };
    }
}
