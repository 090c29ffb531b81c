package org.fairreview.measure;

/** What a file is within a version of a measure (Measures 31). */
public enum FileRole {
    /** 政策措施草案. */
    BODY,
    /** 草案附件. */
    ATTACHMENT,
    /** 起草说明. */
    EXPLANATION,
    /** 征求意见材料. */
    HEARING,
    /** 公平竞争审查初审意见. */
    FIRST_OPINION;

    /** Whether the file is text of the measure itself, so that its clauses are reviewed. */
    public boolean isReviewed() {
        return this == BODY || this == ATTACHMENT;
    }
}
