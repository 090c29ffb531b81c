package org.fairreview.notification;

import static org.fairreview.notification.NoticeTable.at;
import static org.fairreview.notification.NoticeTable.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.audit.SendingProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is to leave the system, shared by all nodes: written in the transaction of the act, taken by one worker at a time.
 *
 * <p>A worker that dies leaves its sending to whoever looks after {@link #HOLD}. Between the moment at which a mail
 * server has taken a letter and our commit lies a gap that nobody can close: who dies there sends it again, with the same
 * Message-ID.
 */
@Component
class Outbox {

    static final Duration HOLD = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(2);
    private static final int LOOKED_AT = 20;
    private static final int LONGEST_PROBLEM = 500;

    private final String worker = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final int mostAttempts;

    Outbox(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.notification.attempts}") int mostAttempts) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.mostAttempts = mostAttempts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Channel channel, @Nullable String userId, List<Long> noticeIds) {
        add(UUID.randomUUID().toString(), channel, userId, noticeIds);
    }

    /** @throws org.springframework.dao.DataIntegrityViolationException where there is one of the id already */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(String id, Channel channel, @Nullable String userId, List<Long> noticeIds) {
        Instant now = clock.instant();
        jdbc.sql("insert into outbox (id, channel, user_id, created_at, state, attempts, next_at)"
                        + " values (:id, :channel, cast(:user as varchar), :now, :state, 0, :now)")
                .param("id", id)
                .param("channel", channel.name())
                .param("user", userId)
                .param("now", at(now))
                .param("state", SendingState.WAITING.name())
                .update();
        noticeIds.forEach(notice -> jdbc.sql("insert into outbox_notice (outbox_id, notice_id) values (?, ?)")
                .params(id, notice)
                .update());
        events.publishEvent(new OutboxFilled());
    }

    boolean contains(String id) {
        return jdbc.sql("select count(*) from outbox where id = ?")
                        .param(id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Takes something that is due to go that way; empty where nothing is, or other workers have it. */
    @Transactional
    public Optional<Sending> take(Channel channel) {
        Instant now = clock.instant();
        List<String> due = jdbc.sql(
                        """
                        select id from outbox where channel = :channel and state = :waiting and next_at <= :now
                          and (held_until is null or held_until < :now)
                        order by next_at, id fetch first :most rows only
                        """)
                .param("channel", channel.name())
                .param("waiting", SendingState.WAITING.name())
                .param("now", at(now))
                .param("most", LOOKED_AT)
                .query(String.class)
                .list();
        for (String id : due) {
            if (hold(id, now)) {
                Sending taken = find(id);
                if (taken.attempts() <= mostAttempts) {
                    return Optional.of(taken);
                }
                end(id, SendingState.DEAD, SendingProblem.interrupted());
            }
        }
        return Optional.empty();
    }

    @Transactional
    public void sent(String id) {
        end(id, SendingState.SENT, null);
    }

    /** Nobody is to get it any more. */
    @Transactional
    public void dropped(String id) {
        end(id, SendingState.DROPPED, null);
    }

    /** It did not go out: tried again after a pause that doubles, and given up after the last try. */
    @Transactional
    public void failed(Sending sending, String problem) {
        String kept = problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM));
        if (sending.attempts() >= mostAttempts) {
            end(sending.id(), SendingState.DEAD, kept);
            return;
        }
        jdbc.sql("update outbox set next_at = ?, held_until = null, problem = ?"
                        + " where id = ? and worker = ? and state = ?")
                .params(
                        at(clock.instant().plus(pause(sending.attempts()))),
                        kept,
                        sending.id(),
                        worker,
                        SendingState.WAITING.name())
                .update();
    }

    /** How long to wait after so many tries. */
    static Duration pause(int attempts) {
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    List<Undelivered> dead(int most) {
        return jdbc.sql("select id, channel, user_id, created_at, attempts, problem from outbox where state = :dead"
                        + " order by created_at desc, id fetch first :most rows only")
                .param("dead", SendingState.DEAD.name())
                .param("most", most)
                .query((row, line) -> new Undelivered(
                        row.getString("id"),
                        Channel.valueOf(row.getString("channel")) == Channel.MAIL,
                        row.getString("user_id"),
                        Objects.requireNonNull(instant(row, "created_at")),
                        row.getInt("attempts"),
                        Objects.requireNonNullElse(row.getString("problem"), "")))
                .list();
    }

    long count(SendingState state) {
        return jdbc.sql("select count(*) from outbox where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    Optional<Instant> oldestWaiting() {
        return jdbc.sql("select created_at from outbox where state = ? order by created_at fetch first 1 rows only")
                .param(SendingState.WAITING.name())
                .query((row, line) -> Objects.requireNonNull(instant(row, "created_at")))
                .optional();
    }

    /** Tries something again that was given up. */
    @Transactional
    public boolean again(String id) {
        boolean was = jdbc.sql("update outbox set state = ?, attempts = 0, next_at = ?, ended_at = null,"
                                + " held_until = null where id = ? and state = ?")
                        .params(SendingState.WAITING.name(), at(clock.instant()), id, SendingState.DEAD.name())
                        .update()
                == 1;
        if (was) {
            events.publishEvent(new OutboxFilled());
        }
        return was;
    }

    private boolean hold(String id, Instant now) {
        return jdbc.sql(
                                """
                                update outbox set worker = :worker, held_until = :until, attempts = attempts + 1
                                where id = :id and state = :waiting and next_at <= :now
                                  and (held_until is null or held_until < :now)
                                """)
                        .param("worker", worker)
                        .param("until", at(now.plus(HOLD)))
                        .param("id", id)
                        .param("waiting", SendingState.WAITING.name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private void end(String id, SendingState state, @Nullable String problem) {
        jdbc.sql(
                        "update outbox set state = :state, ended_at = :now, held_until = null,"
                                + " problem = cast(:problem as varchar) where id = :id and worker = :worker and state = :waiting")
                .param("state", state.name())
                .param("waiting", SendingState.WAITING.name())
                .param("now", at(clock.instant()))
                .param("problem", problem)
                .param("id", id)
                .param("worker", worker)
                .update();
    }

    private Sending find(String id) {
        return jdbc.sql("select id, channel, user_id, created_at, attempts from outbox where id = ?")
                .param(id)
                .query((row, line) -> sending(row))
                .single();
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                row.getString("id"),
                Channel.valueOf(row.getString("channel")),
                row.getString("user_id"),
                Objects.requireNonNull(instant(row, "created_at")),
                row.getInt("attempts"));
    }
}
