package org.fairreview.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person was told, the newest first. */
@Service
@Transactional
public class Inbox {

    private final NoticeTable notices;
    private final Clock clock;

    Inbox(NoticeTable notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /** A page of the person's notices, counted from 0, and one more where there is a next page. */
    @Transactional(readOnly = true)
    public List<Notice> of(String userId, boolean unreadOnly, int page, int size) {
        return notices.of(userId, unreadOnly, page * size, size + 1);
    }

    @Transactional(readOnly = true)
    public long unread(String userId) {
        return notices.unread(userId);
    }

    /** The person's own notice, which counts as read from now on. */
    public Optional<Notice> open(long id, String userId) {
        Optional<Notice> found = notices.find(id, userId);
        found.ifPresent(notice -> notices.read(notice.id(), clock.instant()));
        return found;
    }

    public void readAll(String userId) {
        notices.readAll(userId, clock.instant());
    }
}
