package org.fairreview.notification;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.AuditableEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of what was to leave the system, as administrators see it. */
@Service
@Transactional(readOnly = true)
public class Deliveries {

    private static final String SUBJECT = "notifications";

    private record TriedAgain(String id) implements AuditableEvent {

        @Override
        public String subject() {
            return SUBJECT;
        }

        @Override
        public String act() {
            return "notice.triedAgain";
        }

        @Override
        public Map<String, ?> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("sending", id);
            return details;
        }
    }

    private final Outbox outbox;
    private final ApplicationEventPublisher events;

    Deliveries(Outbox outbox, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.events = events;
    }

    public long waiting() {
        return outbox.count(SendingState.WAITING);
    }

    public long undelivered() {
        return outbox.count(SendingState.DEAD);
    }

    /** Since when the oldest of what waits has waited. */
    public Optional<Instant> waitingSince() {
        return outbox.oldestWaiting();
    }

    public List<Undelivered> undelivered(int most) {
        return outbox.dead(most);
    }

    /** Tries something again that was given up; false where there is no such thing. */
    @Transactional
    public boolean again(String id) {
        boolean tried = outbox.again(id);
        if (tried) {
            events.publishEvent(new TriedAgain(id));
        }
        return tried;
    }
}
