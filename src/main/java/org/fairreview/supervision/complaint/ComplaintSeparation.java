package org.fairreview.supervision.complaint;

import org.fairreview.identity.Post;
import org.fairreview.workflow.Separation;
import org.springframework.stereotype.Component;

/** The separation of duties of a complaint: nobody signs the own verification, nor twice. */
@Component
class ComplaintSeparation implements Separation {

    private static final String SIGN = "Task_SignComplaint";

    private final ComplaintRows rows;

    ComplaintSeparation(ComplaintRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean bars(String caseNumber, String taskKey, Post post, String userId) {
        return taskKey.equals(SIGN)
                && rows.findById(caseNumber)
                        .filter(complaint -> complaint.bars(userId))
                        .isPresent();
    }
}
