package org.fairreview.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.Digest;
import org.fairreview.workflow.CaseCourse.Visit;
import org.fairreview.workflow.CaseCourse.Work;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the engine's history of a case that is over out of the engine's tables; how it went is kept beside, with its digest
 * on record, so that replay, search and reports show the same as before.
 */
@Service
public class CaseArchive {

    private final CaseHistory history;
    private final CaseErasure engine;
    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseArchive(
            CaseHistory history,
            CaseErasure engine,
            JdbcTemplate jdbc,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock) {
        this.history = history;
        this.engine = engine;
        this.jdbc = jdbc;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** Archives the case; says whether there was something of it in the engine and nothing that still runs. */
    @Transactional
    public boolean archive(String caseNumber) {
        if (engine.isRunning(caseNumber) || !engine.knows(caseNumber)) {
            return false;
        }
        CaseCourse course = history.of(caseNumber);
        String text = write(course);
        jdbc.update(
                "insert into case_course (case_number, course, sha256, late, archived_at) values (?, ?, ?, ?, ?)",
                caseNumber,
                text,
                Digest.of(text),
                course.visits().stream().anyMatch(this::isLate),
                clock.instant().atOffset(ZoneOffset.UTC));
        List<Object[]> steps = new ArrayList<>();
        for (Visit visit : course.visits()) {
            Work work = visit.work();
            steps.add(new Object[] {
                caseNumber,
                steps.size(),
                visit.element(),
                work == null || work.completedAt() == null ? null : work.assignee()
            });
        }
        jdbc.batchUpdate(
                "insert into case_course_step (case_number, place, element, done_by) values (?, ?, ?, ?)", steps);
        engine.takeOut(caseNumber);
        events.publishEvent(Trace.automatic(caseNumber, Trace.ARCHIVED, Map.of("sha256", Digest.of(text))));
        return true;
    }

    private boolean isLate(Visit visit) {
        return visit.work() != null && visit.work().isLate(clock.instant());
    }

    private String write(CaseCourse course) {
        try {
            return json.writeValueAsString(course);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The course of a case cannot be written", e);
        }
    }
}
