package org.fairreview.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The records of training and publicity (培训和宣传), which the annual report counts. */
@Service
@Transactional
public class Trainings {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_AUDIENCE = 500;
    private static final int LONGEST_NOTE = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int MOST_PEOPLE = 1_000_000;

    /** What it was. */
    public enum Kind {
        /** 培训. */
        TRAINING,
        /** 宣传. */
        PUBLICITY
    }

    /**
     * One event.
     *
     * @param audience for whom it was
     * @param participants how many people it reached
     */
    public record Training(
            long id,
            Kind kind,
            LocalDate heldOn,
            String title,
            String audience,
            int participants,
            @Nullable String note,
            String recordedBy) {}

    /** What was typed; null where it cannot be read. */
    public record Draft(
            @Nullable Kind kind,
            @Nullable LocalDate heldOn,
            String title,
            String audience,
            @Nullable Integer participants,
            String note) {}

    private final JdbcClient jdbc;
    private final JointConferences conferences;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trainings(JdbcClient jdbc, JointConferences conferences, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.conferences = conferences;
        this.events = events;
        this.clock = clock;
    }

    /** Those of a year in a region, the newest first. */
    @Transactional(readOnly = true)
    public List<Training> of(String regionId, int year) {
        return jdbc.sql("select id, kind, held_on, title, audience, participants, note, recorded_by"
                        + " from conference_training where region_id = ? and held_on between ? and ?"
                        + " order by held_on desc, id desc")
                .params(regionId, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31))
                .query((row, line) -> new Training(
                        row.getLong(1),
                        Kind.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    public List<Objection> add(String regionId, Draft draft, Actor by) {
        if (!conferences.mayKeep(regionId, by)) {
            return List.of(Objection.of("training.refused.notYours"));
        }
        List<Objection> objections = new ArrayList<>();
        if (draft.kind() == null) {
            objections.add(Objection.at("kind", "training.refused.kind"));
        }
        if (draft.heldOn() == null
                || draft.heldOn().isBefore(EARLIEST)
                || draft.heldOn().isAfter(LocalDate.now(clock))) {
            objections.add(Objection.at("heldOn", "training.refused.day", String.valueOf(EARLIEST.getYear())));
        }
        text("title", draft.title(), LONGEST_TITLE, objections);
        text("audience", draft.audience(), LONGEST_AUDIENCE, objections);
        if (draft.participants() == null || draft.participants() < 1 || draft.participants() > MOST_PEOPLE) {
            objections.add(Objection.at("participants", "training.refused.participants", MOST_PEOPLE));
        }
        if (draft.note().length() > LONGEST_NOTE) {
            objections.add(Objection.at("note", "training.refused.long", LONGEST_NOTE));
        }
        if (!objections.isEmpty() || draft.kind() == null || draft.heldOn() == null) {
            return objections;
        }
        jdbc.sql("insert into conference_training (region_id, kind, held_on, title, audience, participants, note,"
                        + " recorded_by, recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        regionId,
                        draft.kind().name(),
                        draft.heldOn(),
                        draft.title().strip(),
                        draft.audience().strip(),
                        draft.participants(),
                        draft.note().strip(),
                        by.userId(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        record(
                "conference.trained",
                Map.of(
                        "region", regionId,
                        "trainingKind", draft.kind(),
                        "heldOn", draft.heldOn().toString(),
                        "matter", draft.title().strip(),
                        "participants", String.valueOf(draft.participants())));
        return List.of();
    }

    /** Takes a wrong record away; that it was there stays on the audit record. */
    public List<Objection> remove(String regionId, long id, Actor by) {
        if (!conferences.mayKeep(regionId, by)) {
            return List.of(Objection.of("training.refused.notYours"));
        }
        Optional<Map<String, String>> removed = jdbc.sql("select title, kind, held_on, participants"
                        + " from conference_training where id = ? and region_id = ?")
                .params(id, regionId)
                .query((row, line) -> Map.of(
                        "region", regionId,
                        "matter", row.getString(1),
                        "trainingKind", row.getString(2),
                        "heldOn", row.getObject(3, LocalDate.class).toString(),
                        "participants", row.getString(4)))
                .optional();
        if (removed.isEmpty()) {
            return List.of(Objection.of("training.refused.gone"));
        }
        jdbc.sql("delete from conference_training where id = ?").param(id).update();
        record("conference.trainingRemoved", removed.get());
        return List.of();
    }

    private static void text(String field, String typed, int longest, List<Objection> objections) {
        if (typed.isBlank() || typed.strip().length() > longest) {
            objections.add(Objection.at(field, "training.refused.text", longest));
        }
    }

    private void record(String act, Map<String, ?> details) {
        events.publishEvent(new CanvassRecorded(JointConferences.SUBJECT, act, details));
    }
}
