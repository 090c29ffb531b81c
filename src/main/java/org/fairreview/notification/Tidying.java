package org.fairreview.notification;

import static org.fairreview.notification.NoticeTable.at;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets what was read, sent or dropped long ago; what could not be delivered stays until somebody has looked at it. */
@Component
class Tidying {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration kept;

    Tidying(JdbcClient jdbc, Clock clock, @Value("${fairreview.notification.keep}") Duration kept) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.kept = kept;
    }

    @Transactional
    public void tidy() {
        Instant before = clock.instant().minus(kept);
        OffsetDateTime limit = at(before);
        jdbc.sql("delete from outbox_notice where outbox_id in"
                        + " (select id from outbox where ended_at < ? and state in (?, ?))")
                .params(limit, SendingState.SENT.name(), SendingState.DROPPED.name())
                .update();
        jdbc.sql("delete from outbox where ended_at < ? and state in (?, ?)")
                .params(limit, SendingState.SENT.name(), SendingState.DROPPED.name())
                .update();
        jdbc.sql("delete from notice where read_at < ? and not exists"
                        + " (select 1 from outbox_notice n where n.notice_id = notice.id)")
                .param(limit)
                .update();
    }
}
