package org.fairreview.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.workflow.Deadlines;
import org.fairreview.workflow.Deadlines.Deadline;
import org.fairreview.workflow.Deadlines.Limit;
import org.fairreview.workflow.WaitingTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the limits of all open tasks: before one a reminder, when it is over an escalation; each once for a due date,
 * and anew when the due date has moved.
 */
@Component
class DeadlineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DeadlineWatch.class);
    private static final String ALL_REGIONS = "*";

    private final Deadlines deadlines;
    private final DeadlineTable table;
    private final Announcer announcer;
    private final Superiors superiors;
    private final CaseTitles cases;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final LocalTime dailyAt;

    DeadlineWatch(
            Deadlines deadlines,
            DeadlineTable table,
            Announcer announcer,
            Superiors superiors,
            CaseTitles cases,
            Directory directory,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${fairreview.notification.daily-at}") LocalTime dailyAt) {
        this.deadlines = deadlines;
        this.table = table;
        this.announcer = announcer;
        this.superiors = superiors;
        this.cases = cases;
        this.directory = directory;
        this.workingDays = workingDays;
        this.events = events;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.dailyAt = dailyAt;
    }

    void look() {
        Instant now = clock.instant();
        LocalDate last = workingDays.after(today(), table.longestLead() + 1);
        Instant horizon = last.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
        Set<Deadline> reminded = table.told(NoticeKind.REMINDER);
        Set<Deadline> escalated = table.told(NoticeKind.ESCALATION);
        boolean reminding = isTimeToRemind();
        Map<String, Integer> leads = new HashMap<>();
        for (Limit limit : deadlines.before(horizon)) {
            Deadline deadline = limit.deadline();
            if (!deadline.dueAt().isAfter(now)) {
                once(deadline, escalated, NoticeKind.ESCALATION, this::escalate);
            } else if (reminding && isNear(limit, leads)) {
                once(deadline, reminded, NoticeKind.REMINDER, this::remind);
            }
        }
    }

    /** On working days, from the hour on at which people come. */
    private boolean isTimeToRemind() {
        return workingDays.isWorkingDay(today())
                && !clock.instant().atZone(clock.getZone()).toLocalTime().isBefore(dailyAt);
    }

    /** Whoever got the task today has just read of its limit. */
    private boolean isNear(Limit limit, Map<String, Integer> leads) {
        int lead = leads.computeIfAbsent(Objects.requireNonNullElse(limit.regionId(), ALL_REGIONS), table::lead);
        return day(limit.createdAt()).isBefore(today())
                && workingDays.between(today(), day(limit.deadline().dueAt())) <= lead;
    }

    /** One task that cannot be told of must not keep the others from it. */
    private void once(Deadline deadline, Set<Deadline> told, NoticeKind kind, Consumer<WaitingTask> tell) {
        if (told.contains(deadline)) {
            return;
        }
        try {
            transactions.executeWithoutResult(status -> {
                table.tell(deadline, kind);
                deadlines
                        .find(deadline.taskId())
                        .filter(task -> task.dueAt().equals(deadline.dueAt()))
                        .ifPresentOrElse(tell, status::setRollbackOnly);
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node has told of task {}", deadline.taskId());
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of the limit of task {}", deadline.taskId(), e);
        }
    }

    private void remind(WaitingTask task) {
        announcer.announce(NoticeKind.REMINDER, subject(task), task.people());
    }

    private void escalate(WaitingTask task) {
        List<String> above = openTo(task.caseNumber(), superiors.of(task));
        announcer.announce(NoticeKind.OVERDUE, subject(task), task.people());
        announcer.announce(NoticeKind.ESCALATION, subject(task), above);
        events.publishEvent(
                new TaskEscalated(task.caseNumber(), task.key(), task.name(), task.dueAt(), clock.getZone(), above));
    }

    /** A restricted case is told of to nobody who may not see it, and was not asked to do the task. */
    private List<String> openTo(String caseNumber, Collection<String> people) {
        return people.stream()
                .filter(person -> directory
                        .actor(person)
                        .filter(actor -> !isClosed(caseNumber, actor))
                        .isPresent())
                .toList();
    }

    private boolean isClosed(String caseNumber, Actor actor) {
        return cases.isClosedTo(caseNumber, actor);
    }

    private static NoticeSubject subject(WaitingTask task) {
        return new NoticeSubject(task.caseNumber(), task.id(), task.name(), task.dueAt());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
