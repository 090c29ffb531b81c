package org.fairreview.notification;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.fairreview.calendar.WorkingDays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The daily mails: one for a person and working day, from a configured hour on. */
@Component
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

    private final NoticeTable notices;
    private final MailSettings settings;
    private final Outbox outbox;
    private final WorkingDays workingDays;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final LocalTime dailyAt;

    Digests(
            NoticeTable notices,
            MailSettings settings,
            Outbox outbox,
            WorkingDays workingDays,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${fairreview.notification.daily-at}") LocalTime dailyAt) {
        this.notices = notices;
        this.settings = settings;
        this.outbox = outbox;
        this.workingDays = workingDays;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.dailyAt = dailyAt;
    }

    /** Puts together what came since the last one; a second run on the same day, on whatever node, makes none. */
    void make() {
        LocalDate today = LocalDate.now(clock);
        LocalTime time = clock.instant().atZone(clock.getZone()).toLocalTime();
        if (!workingDays.isWorkingDay(today) || time.isBefore(dailyAt)) {
            return;
        }
        notices.withDigest().forEach(person -> make(person, today));
    }

    private void make(String person, LocalDate today) {
        String id = UUID.nameUUIDFromBytes(("digest/" + person + "/" + today).getBytes(StandardCharsets.UTF_8))
                .toString();
        try {
            transactions.executeWithoutResult(status -> {
                List<Long> collected = notices.forDigest(person);
                if (collected.isEmpty() || outbox.contains(id)) {
                    return;
                }
                notices.inDigest(collected);
                if (settings.of(person).delivery() != Delivery.NONE) {
                    outbox.add(id, Channel.MAIL, person, collected);
                }
            });
        } catch (DataIntegrityViolationException e) {
            LOG.debug("Another node has made the daily mail {}", id);
        }
    }
}
