package org.fairreview.notification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.workflow.TaskArrived;
import org.fairreview.workflow.TaskLeft;
import org.fairreview.workflow.TaskOver;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells people of tasks: in the inbox always, outside as each has chosen; all in the transaction of the act. */
@Component
class Announcer {

    private final NoticeTable notices;
    private final MailSettings settings;
    private final Outbox outbox;
    private final Outgoing outgoing;
    private final CaseTitles cases;
    private final Directory directory;
    private final Accounts accounts;
    private final CurrentActor currentActor;
    private final Clock clock;

    Announcer(
            NoticeTable notices,
            MailSettings settings,
            Outbox outbox,
            Outgoing outgoing,
            CaseTitles cases,
            Directory directory,
            Accounts accounts,
            CurrentActor currentActor,
            Clock clock) {
        this.notices = notices;
        this.settings = settings;
        this.outbox = outbox;
        this.outgoing = outgoing;
        this.cases = cases;
        this.directory = directory;
        this.accounts = accounts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Last of all, when whoever was given the task of a restricted case is a handler of it. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    @Order(0)
    public void arrived(TaskArrived task) {
        announce(
                NoticeKind.ARRIVED,
                new NoticeSubject(task.caseNumber(), task.taskId(), task.taskName(), task.dueAt()),
                task.people());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void over(TaskOver task) {
        notices.settle(task.taskId(), clock.instant());
    }

    /** Whoever has handed it over needs to read of it no more, nor to be written to. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void left(TaskLeft task) {
        notices.settle(task.taskId(), task.userId(), clock.instant());
    }

    /** Nothing leaves the system for whoever acts just now, nor for somebody to whom the case is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(NoticeKind kind, NoticeSubject about, Collection<String> people) {
        String self = currentActor.userId().orElse("");
        List<Long> outside = new ArrayList<>();
        for (String person : new LinkedHashSet<>(people)) {
            if (accounts.of(person).isDisabled()) {
                continue;
            }
            boolean leaves = !person.equals(self) && outgoing.isOpen() && isOpenTo(about.caseNumber(), person);
            MailSetting setting = settings.of(person);
            boolean daily = leaves && outgoing.hasMail() && setting.wants(Delivery.DAILY);
            long notice = notices.add(person, kind, about, daily, clock.instant());
            if (leaves && outgoing.hasMail() && setting.wants(Delivery.AT_ONCE)) {
                outbox.add(Channel.MAIL, person, List.of(notice));
            }
            if (leaves) {
                outside.add(notice);
            }
        }
        if (outgoing.hasWebhook() && !outside.isEmpty()) {
            outbox.add(Channel.WEBHOOK, null, outside);
        }
    }

    private boolean isOpenTo(String caseNumber, String person) {
        return directory
                .actor(person)
                .filter(actor -> !cases.isClosedTo(caseNumber, actor))
                .isPresent();
    }
}
