package org.fairreview.notification;

import static org.fairreview.notification.NoticeTable.at;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.fairreview.office.OfficeValues;
import org.fairreview.workflow.Deadlines.Deadline;
import org.fairreview.workflow.TaskOver;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Of which open tasks was told for which due date, and how long before it the office wants to be reminded. */
@Component
class DeadlineTable {

    static final String REMINDER = "notification.reminder";

    private final JdbcClient jdbc;
    private final OfficeValues officeValues;
    private final Clock clock;

    DeadlineTable(JdbcClient jdbc, OfficeValues officeValues, Clock clock) {
        this.jdbc = jdbc;
        this.officeValues = officeValues;
        this.clock = clock;
    }

    Set<Deadline> told(NoticeKind kind) {
        return new HashSet<>(jdbc.sql("select task_id, due_at from deadline_notice where kind = ?")
                .param(kind.name())
                .query((row, line) -> new Deadline(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list());
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody, maybe another node, has told of it */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Deadline deadline, NoticeKind kind) {
        jdbc.sql("insert into deadline_notice (task_id, due_at, kind, raised_at) values (?, ?, ?, ?)")
                .params(deadline.taskId(), at(deadline.dueAt()), kind.name(), at(clock.instant()))
                .update();
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void over(TaskOver task) {
        jdbc.sql("delete from deadline_notice where task_id = ?")
                .param(task.taskId())
                .update();
    }

    /** How many working days before the limit the region's offices are reminded; 0 is the day itself. */
    int lead(String regionId) {
        return Integer.parseInt(officeValues.inForce(REMINDER, regionId, LocalDate.now(clock)));
    }

    /** The longest of all regions, of today or another day. */
    int longestLead() {
        return officeValues.settings(REMINDER).stream()
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
