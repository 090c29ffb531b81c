package org.fairreview.review.web;

import java.util.Set;
import org.fairreview.review.Disposition;

/**
 * What one person may read of one case, for pages, downloads and REST alike.
 *
 * <p>The regulator's people and auditors read everything. What the regulator thinks before it speaks (findings, draft,
 * advice, signatures) is not for the drafting unit: it learns of findings and conclusion when the conclusion is
 * delivered, and of advice and remarks never. An adviser, or another body that was asked, reads text, findings and the
 * own opinion.
 *
 * <p>Where the drafting unit reviews by itself (Reg. 13), its people stand inside, and the regulator reads what was
 * concluded once it is.
 *
 * @param own whether the drafting unit reviews by itself
 * @param delivered whether the conclusion on the present version is in the drafting unit's hand
 */
record CaseInsight(Side side, String userId, boolean own, boolean delivered) {

    /** From where somebody looks at a case. */
    enum Side {
        REGULATOR,
        DRAFTING_UNIT,
        ADVISER
    }

    private static final String TASK_COMPLETED = "task.completed";

    /** Steps between the two sides; every other task is the regulator's own business. */
    private static final Set<String> OPEN_TASKS = Set.of(
            "Task_CheckCompleteness",
            "Task_SupplementMaterials",
            "Task_SupplyHearing",
            "Task_DecideReturn",
            "Task_AmendDraft",
            "Task_ReviseMeasure",
            "Task_RegisterIssue",
            "Task_ReassessException",
            "Task_ServeStopNotice");

    private static final Set<String> OPEN_ACTS = Set.of(
            "case.submitted",
            "case.registered",
            "case.supplemented",
            "case.supplementOverdue",
            "case.withdrawn",
            "case.circulationRaised",
            "case.openedAgain",
            "case.deviationFound",
            "exception.began",
            "exception.succeeded",
            "exception.noticeMade");
    private static final Set<String> DELIVERY_TASKS = Set.of("Task_SealConclusion", "Task_DeliverConclusion");
    private static final Set<String> DELIVERY_ACTS = Set.of("case.numbered", "case.documentFrozen");
    private static final Set<String> ADVICE_TASKS = Set.of("Task_GiveOpinion", "Task_GiveMemberOpinion");

    boolean isInside() {
        return own ? side == Side.DRAFTING_UNIT || (side == Side.REGULATOR && delivered) : side == Side.REGULATOR;
    }

    /** The findings as they stand; for those outside the ones that the delivered conclusion rests on. */
    boolean findings() {
        return isInside() || side == Side.ADVISER || delivered;
    }

    boolean finding(Disposition disposition) {
        return findings() && (isInside() || disposition != Disposition.RESOLVED);
    }

    /** An opinion asked of a body for which the person works. */
    boolean opinionOf(boolean ownBody) {
        return isInside() || (side == Side.ADVISER && ownBody);
    }

    /** What the reviewer decided about a finding: a thought of the review, until the conclusion is delivered. */
    boolean decisions() {
        return isInside() || told();
    }

    /** An opinion asked of the given adviser. */
    boolean adviceBy(String adviserId) {
        return isInside() || (side == Side.ADVISER && adviserId.equals(userId));
    }

    /** The draft of the conclusion, and the signatures under it. */
    boolean draft() {
        return isInside();
    }

    /** The conclusion once it is signed off, its number, the document and the scan of the sealed paper. */
    boolean conclusion() {
        return isInside() || told();
    }

    /** What was concluded earlier, how it was issued, and what became of an exception. */
    boolean course() {
        return side != Side.ADVISER;
    }

    /** The conclusion is for the two sides of the review; a body that was asked has no part in it. */
    private boolean told() {
        return delivered && side != Side.ADVISER;
    }

    /** Who works on the case now. */
    boolean tasks() {
        return isInside();
    }

    /**
     * Whether an entry of the record is shown.
     *
     * @param task the task's id where the act is the completion of a task, otherwise empty
     * @param actorId who did it, empty for the system
     */
    boolean entry(String act, String task, String actorId) {
        if (isInside()) {
            return true;
        }
        if (act.equals(TASK_COMPLETED)) {
            return OPEN_TASKS.contains(task)
                    || (delivered && DELIVERY_TASKS.contains(task))
                    || (side == Side.ADVISER && ADVICE_TASKS.contains(task) && actorId.equals(userId));
        }
        return OPEN_ACTS.contains(act) || (delivered && DELIVERY_ACTS.contains(act));
    }
}
