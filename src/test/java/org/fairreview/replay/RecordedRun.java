package org.fairreview.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A process that ran, with its passes through the elements of its model. */
final class RecordedRun {

    /** A pass through an element. */
    static final class Visit {

        private static final int CANCELLED = 2;

        final RecordedRun run;
        final String id;
        final String element;
        final String type;
        final Instant begins;
        final @Nullable Instant ends;
        final boolean cancelled;
        final @Nullable String taskId;
        final @Nullable String calledId;

        /** What our code set while the element was passed. */
        final Map<String, Object> variables = new LinkedHashMap<>();

        /** The flows by which a gateway was left. */
        final Set<String> flows = new HashSet<>();

        /** The values for which a multiple element was passed. */
        final List<Object> elements = new ArrayList<>();

        @Nullable
        RecordedRun called;

        @Nullable
        Task task;

        Visit(RecordedRun run, ResultSet row) throws SQLException {
            this.run = run;
            id = row.getString("ID_");
            element = row.getString("ACT_ID_");
            type = row.getString("ACT_TYPE_");
            begins = moment(row, "START_TIME_");
            ends = row.getTimestamp("END_TIME_") == null ? null : moment(row, "END_TIME_");
            cancelled = row.getInt("ACT_INST_STATE_") == CANCELLED;
            taskId = row.getString("TASK_ID_");
            calledId = row.getString("CALL_PROC_INST_ID_");
        }

        boolean isBody() {
            return type.equals("multiInstanceBody");
        }

        /** The element's id in the model. */
        String inModel() {
            return isBody() ? element.substring(0, element.indexOf('#')) : element;
        }

        long order() {
            return RecordedRun.order(id);
        }
    }

    /** A person's task. */
    static final class Task {

        final List<String> groups = new ArrayList<>();
        final Map<String, Object> variables = new LinkedHashMap<>();
        final @Nullable Date due;

        /** To whom it was given when it was made. */
        @Nullable
        String assignee;

        Task(ResultSet row) throws SQLException {
            due = row.getTimestamp("DUE_DATE_") == null ? null : Date.from(moment(row, "DUE_DATE_"));
        }
    }

    final String id;
    final String key;
    final @Nullable String businessKey;
    final String startedAt;
    final @Nullable String caller;
    final @Nullable String user;
    final Instant begins;

    /** With what it began. */
    final Map<String, Object> variables = new HashMap<>();

    /** All passes, in their order. */
    final List<Visit> visits = new ArrayList<>();

    RecordedRun(ResultSet row) throws SQLException {
        id = row.getString("PROC_INST_ID_");
        key = row.getString("PROC_DEF_KEY_");
        businessKey = row.getString("BUSINESS_KEY_");
        startedAt = row.getString("START_ACT_ID_");
        caller = row.getString("SUPER_PROCESS_INSTANCE_ID_");
        user = row.getString("START_USER_ID_");
        begins = moment(row, "START_TIME_");
    }

    /** The pass through an element that came after a number of others through it. */
    Visit visit(String element, int before) {
        return visits.stream()
                .filter(visit -> visit.element.equals(element))
                .skip(before)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "%s of %s was not passed %d times".formatted(element, businessKey, before + 1)));
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** When an id was made, by the machine's clock. */
    static long order(String id) {
        return UUID.fromString(id.substring(id.lastIndexOf(':') + 1)).timestamp();
    }
}
