package org.fairreview.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * One matter on the agenda of a meeting.
 *
 * @param caseNumber the case that it is about, if any
 * @param matter what it is, up to 500 characters
 * @param decision what was decided, up to 4,000 characters; absent until the meeting was held
 */
@Embeddable
public record MeetingItem(
        @Nullable String caseNumber,
        @Column(length = 500) String matter,
        @Column(length = 4000) @Nullable String decision) {}
