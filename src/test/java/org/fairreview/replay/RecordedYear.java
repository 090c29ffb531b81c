package org.fairreview.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.fairreview.replay.BareModels.Way;
import org.fairreview.replay.RecordedRun.Visit;
import org.fairreview.replay.Stimulus.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the engine's history says that the processes of a year did, and what moved them from outside.
 *
 * <p>The clock of a replay stands still while a step is done; the order within it is that of the ids, which hold the time of the
 * machine at which they were made.
 */
final class RecordedYear {

    /** Elements that are left when something comes from outside. */
    private static final Map<String, Kind> WAITING = Map.of(
            "intermediateMessageCatch", Kind.MESSAGE,
            "receiveTask", Kind.MESSAGE,
            "intermediateTimer", Kind.TIMER);

    /** Elements that are reached when something comes from outside. */
    private static final Map<String, Kind> BEGINNING = Map.of(
            "boundaryMessage", Kind.MESSAGE,
            "messageStartEvent", Kind.MESSAGE,
            "boundaryTimer", Kind.TIMER,
            "startTimerEvent", Kind.TIMER);

    private static final Map<String, Kind> OPERATIONS =
            Map.of("Claim", Kind.CLAIM, "Assign", Kind.ASSIGN, "Complete", Kind.COMPLETE);

    /** Elements in which our code sets variables. */
    private static final Set<String> OURS = Set.of("userTask", "serviceTask", "intermediateMessageThrowEvent");

    /** Elements in which the engine sets them, from a decision or a called process. */
    private static final Set<String> THE_ENGINES = Set.of("businessRuleTask", "callActivity");

    private final BareModels models;
    private final Map<String, RecordedRun> runs = new LinkedHashMap<>();
    private final Map<String, Visit> visits = new HashMap<>();
    private final Map<String, Visit> tasks = new HashMap<>();
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    private RecordedYear(BareModels models) {
        this.models = models;
    }

    static RecordedYear read(DataSource database, BareModels models) {
        RecordedYear year = new RecordedYear(models);
        year.read(JdbcClient.create(database));
        return year;
    }

    /** How often each element of each process was passed, by the history of any engine. */
    static Map<String, Long> passes(DataSource database) {
        Map<String, Long> passes = new TreeMap<>();
        JdbcClient.create(database)
                .sql("select PROC_DEF_KEY_, ACT_ID_, count(*) from ACT_HI_ACTINST group by PROC_DEF_KEY_, ACT_ID_")
                .query(row -> {
                    passes.put(row.getString(1) + " " + row.getString(2), row.getLong(3));
                });
        return passes;
    }

    /** All that came from outside, in its order. */
    List<Stimulus> stimuli() {
        return stimuli;
    }

    int processes() {
        return runs.size();
    }

    /** What of the history has no place in what is carried, and how often. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    private void read(JdbcClient history) {
        history.sql("select * from ACT_HI_PROCINST order by START_TIME_").query(row -> {
            runs.put(row.getString("PROC_INST_ID_"), new RecordedRun(row));
        });
        history.sql("select * from ACT_HI_ACTINST").query(row -> {
            RecordedRun run = runs.get(row.getString("PROC_INST_ID_"));
            Visit visit = new Visit(run, row);
            run.visits.add(visit);
            visits.put(visit.id, visit);
            if (visit.taskId != null) {
                tasks.put(visit.taskId, visit);
            }
        });
        runs.values().forEach(this::arrange);
        history.sql("select * from ACT_HI_TASKINST").query(row -> {
            tasks.get(row.getString("ID_")).task = new RecordedRun.Task(row);
        });
        history.sql(
                        "select * from ACT_HI_DETAIL where TYPE_ = 'VariableUpdate' order by TIME_, SEQUENCE_COUNTER_, REV_")
                .query(row -> {
                    variable(row);
                });
        history.sql("select * from ACT_HI_IDENTITYLINK order by TIMESTAMP_").query(row -> {
            link(row);
        });
        history.sql("select * from ACT_HI_OP_LOG where TASK_ID_ is not null and PROPERTY_ in ('assignee', 'delete')")
                .query(row -> {
                    operation(row);
                });
        runs.values().stream()
                .filter(run -> run.caller == null)
                .forEach(run ->
                        stimuli.add(new Stimulus(Kind.START, run.begins, 0, run, null, run.user, run.variables)));
        stimuli.sort(Comparator.comparing(Stimulus::moment).thenComparingLong(Stimulus::order));
    }

    private void arrange(RecordedRun run) {
        run.visits.sort(Comparator.comparingLong(Visit::order));
        Set<Visit> reached = new HashSet<>();
        for (int place = 0; place < run.visits.size(); place++) {
            Visit visit = run.visits.get(place);
            List<Visit> later = run.visits.subList(place + 1, run.visits.size());
            if (visit.calledId != null) {
                visit.called = runs.get(visit.calledId);
            }
            findFlows(visit, later, reached);
            if (place > 0 && BEGINNING.containsKey(visit.type)) {
                stimuli.add(Stimulus.of(BEGINNING.get(visit.type), visit.begins, visit.order(), visit));
            }
            if (WAITING.containsKey(visit.type) && visit.ends != null && !visit.cancelled) {
                stimuli.add(Stimulus.of(WAITING.get(visit.type), visit.ends, Long.MAX_VALUE, visit));
            }
        }
    }

    private void findFlows(Visit gateway, List<Visit> later, Set<Visit> reached) {
        List<Way> ways = models.ways(gateway.run.key, gateway.element);
        if (ways.isEmpty() || gateway.ends == null) {
            return;
        }
        boolean several = gateway.type.equals("inclusiveGateway");
        for (Visit next : later) {
            boolean over = several ? !next.begins.equals(gateway.ends) : !gateway.flows.isEmpty();
            if (over || next.element.equals(gateway.element)) {
                return;
            }
            ways.stream()
                    .filter(way -> way.target().equals(next.inModel()))
                    .filter(way -> !gateway.flows.contains(way.flow()))
                    .findFirst()
                    .filter(way -> reached.add(next))
                    .ifPresent(way -> gateway.flows.add(way.flow()));
        }
    }

    private void variable(ResultSet row) throws SQLException {
        String name = row.getString("NAME_");
        Object value = value(row);
        RecordedRun run = runs.get(row.getString("PROC_INST_ID_"));
        Visit task = tasks.get(row.getString("TASK_ID_"));
        Visit visit = visits.get(row.getString("ACT_INST_ID_"));
        if (task != null) {
            task.task.variables.put(name, value);
        } else if (visit == null || isStart(run, visit)) {
            Instant at = RecordedRun.moment(row, "TIME_");
            if (at.equals(run.begins)) {
                run.variables.put(name, value);
            } else {
                stimuli.add(new Stimulus(
                        Kind.VARIABLES,
                        at,
                        RecordedRun.order(row.getString("ID_")),
                        run,
                        null,
                        null,
                        mapOf(name, value)));
            }
        } else if (visit.isBody() && name.equals(models.elementVariable(run.key, visit.inModel()))) {
            visit.elements.add(value);
        } else if (OURS.contains(visit.type)) {
            visit.variables.put(name, value);
        } else if (!THE_ENGINES.contains(visit.type)) {
            leave("variable %s set in %s".formatted(name, visit.element));
        }
    }

    private static boolean isStart(RecordedRun run, Visit visit) {
        return run.visits.get(0) == visit;
    }

    private static Map<String, Object> mapOf(String name, @Nullable Object value) {
        Map<String, Object> map = new HashMap<>();
        map.put(name, value);
        return map;
    }

    private void link(ResultSet row) throws SQLException {
        Visit visit = tasks.get(row.getString("TASK_ID_"));
        if (visit == null) {
            leave("identity link of no task");
            return;
        }
        boolean added = row.getString("OPERATION_TYPE_").equals("add");
        if (row.getString("TYPE_").equals("candidate") && added) {
            visit.task.groups.add(row.getString("GROUP_ID_"));
        } else if (row.getString("TYPE_").equals("assignee")
                && added
                && RecordedRun.moment(row, "TIMESTAMP_").equals(visit.begins)) {
            visit.task.assignee = row.getString("USER_ID_");
        }
    }

    private void operation(ResultSet row) throws SQLException {
        String task = row.getString("TASK_ID_");
        Kind kind = OPERATIONS.get(row.getString("OPERATION_TYPE_"));
        Visit visit = tasks.get(task);
        if (kind == null || visit == null) {
            leave("operation " + row.getString("OPERATION_TYPE_"));
            return;
        }
        String user = kind == Kind.COMPLETE ? row.getString("USER_ID_") : row.getString("NEW_VALUE_");
        stimuli.add(new Stimulus(
                kind,
                RecordedRun.moment(row, "TIMESTAMP_"),
                RecordedRun.order(row.getString("ID_")),
                visit.run,
                visit,
                user,
                kind == Kind.COMPLETE ? visit.variables : Map.of()));
    }

    private void leave(String what) {
        leftOut.merge(what, 1, Integer::sum);
    }

    private static @Nullable Object value(ResultSet row) throws SQLException {
        String type = row.getString("VAR_TYPE_");
        return switch (type == null ? "null" : type) {
            case "null" -> null;
            case "string" -> row.getString("TEXT_");
            case "boolean" -> row.getLong("LONG_") == 1;
            case "integer" -> (int) row.getLong("LONG_");
            case "long" -> row.getLong("LONG_");
            case "double" -> row.getDouble("DOUBLE_");
            case "date" -> new Date(row.getLong("LONG_"));
            default -> throw new IllegalStateException("Variables of type '%s' are not read".formatted(type));
        };
    }
}
