package org.fairreview.review;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.fairreview.workflow.TaskTaken;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes who handles a case: whoever takes a task of it, once and for all. */
@Component
class CaseHandlers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseHandlers(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void taken(TaskTaken task) {
        if (add(task.caseNumber(), task.userId()) && isRestricted(task.caseNumber())) {
            record(task.caseNumber(), task.userId());
        }
    }

    /** Makes the person a handler of a case that is restricted now; recorded where the person was none. */
    void join(String caseNumber, String userId) {
        if (add(caseNumber, userId)) {
            record(caseNumber, userId);
        }
    }

    private void record(String caseNumber, String userId) {
        events.publishEvent(new CaseRecorded(caseNumber, "case.handlerJoined", Map.of("handler", userId)));
    }

    /** Whether the person was none of the handlers until now. */
    boolean add(String caseNumber, String userId) {
        return jdbc.sql(
                                """
                                insert into case_handler (case_number, user_id, since)
                                select c.number, :user, cast(:now as timestamp with time zone) from review_case c
                                where c.number = :number
                                  and not exists (
                                    select 1 from case_handler h where h.case_number = c.number and h.user_id = :user)
                                """)
                        .param("number", caseNumber)
                        .param("user", userId)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private boolean isRestricted(String caseNumber) {
        return jdbc.sql("select count(*) from review_case c join measure m on m.id = c.measure_id"
                                + " where c.number = :number and m.circulation = 'RESTRICTED'")
                        .param("number", caseNumber)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
