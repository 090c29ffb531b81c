package org.fairreview.reminder;

import org.fairreview.identity.Post;
import org.fairreview.workflow.Separation;
import org.springframework.stereotype.Component;

/** The separation of duties of a letter: nobody looks at or signs the own draft, nor signs twice. */
@Component
class LetterSeparation implements Separation {

    private final LetterRows rows;

    LetterSeparation(LetterRows rows) {
        this.rows = rows;
    }

    @Override
    public boolean bars(String caseNumber, String taskKey, Post post, String userId) {
        return rows.findById(caseNumber).filter(letter -> letter.bars(userId)).isPresent();
    }
}
