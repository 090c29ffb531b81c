package org.fairreview.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The notices as rows. */
@Component
class NoticeTable {

    private static final String COLUMNS =
            "select id, user_id, kind, case_number, task_id, task_name, due_at, raised_at, read_at, over_at from notice ";

    private final JdbcClient jdbc;

    NoticeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String userId, NoticeKind kind, NoticeSubject about, boolean forDigest, Instant now) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into notice (user_id, kind, case_number, task_id, task_name, due_at, raised_at, for_digest)
                        values (:user, :kind, :number, :task, :name, cast(:due as timestamp with time zone), :now, :digest)
                        """)
                .param("user", userId)
                .param("kind", kind.name())
                .param("number", about.caseNumber())
                .param("task", about.taskId())
                .param("name", about.taskName())
                .param("due", about.dueAt() == null ? null : at(about.dueAt()))
                .param("now", at(now))
                .param("digest", forDigest)
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    List<Notice> of(String userId, boolean unreadOnly, int from, int most) {
        return jdbc.sql(COLUMNS + "where user_id = :user" + (unreadOnly ? " and read_at is null" : "")
                        + " order by id desc offset :from rows fetch first :most rows only")
                .param("user", userId)
                .param("from", from)
                .param("most", most)
                .query((row, line) -> notice(row))
                .list();
    }

    long unread(String userId) {
        return jdbc.sql("select count(*) from notice where user_id = ? and read_at is null")
                .param(userId)
                .query(Long.class)
                .single();
    }

    Optional<Notice> find(long id, String userId) {
        return jdbc.sql(COLUMNS + "where id = ? and user_id = ?")
                .params(id, userId)
                .query((row, line) -> notice(row))
                .optional();
    }

    void read(long id, Instant now) {
        jdbc.sql("update notice set read_at = ? where id = ? and read_at is null")
                .params(at(now), id)
                .update();
    }

    void readAll(String userId, Instant now) {
        jdbc.sql("update notice set read_at = ? where user_id = ? and read_at is null")
                .params(at(now), userId)
                .update();
    }

    /** The task waits for nobody any more: nobody needs to read of it, or to be written to. */
    void settle(String taskId, Instant now) {
        jdbc.sql("update notice set read_at = coalesce(read_at, :now), over_at = :now, for_digest = false"
                        + " where task_id = :task and over_at is null")
                .param("now", at(now))
                .param("task", taskId)
                .update();
    }

    /** The task waits for the person no more, but for others. */
    void settle(String taskId, String userId, Instant now) {
        jdbc.sql("update notice set read_at = coalesce(read_at, :now), over_at = :now, for_digest = false"
                        + " where task_id = :task and user_id = :user and over_at is null")
                .param("now", at(now))
                .param("task", taskId)
                .param("user", userId)
                .update();
    }

    /** Who has notices for the next daily mail. */
    List<String> withDigest() {
        return jdbc.sql("select distinct user_id from notice where for_digest order by user_id")
                .query(String.class)
                .list();
    }

    List<Long> forDigest(String userId) {
        return jdbc.sql("select id from notice where user_id = ? and for_digest order by id")
                .param(userId)
                .query(Long.class)
                .list();
    }

    void inDigest(Collection<Long> ids) {
        jdbc.sql("update notice set for_digest = false where id in (:ids)")
                .param("ids", ids)
                .update();
    }

    /** The notices that leave with one sending, in the order in which they came. */
    List<Notice> inSending(String outboxId) {
        return jdbc.sql(COLUMNS + "where id in (select notice_id from outbox_notice where outbox_id = ?) order by id")
                .param(outboxId)
                .query((row, line) -> notice(row))
                .list();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("user_id"),
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("case_number"),
                row.getString("task_id"),
                row.getString("task_name"),
                instant(row, "due_at"),
                Objects.requireNonNull(instant(row, "raised_at")),
                row.getObject("read_at") != null,
                row.getObject("over_at") != null);
    }
}
