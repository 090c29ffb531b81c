package org.fairreview.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often the elements and flows of one version of a model are passed, and how long it takes. */
@Component
public class FlowFigures {

    /** The most runs that are counted, the latest first. */
    public static final int MOST_RUNS = 5_000;

    /**
     * The figures of one version.
     *
     * @param runs how many processes were counted
     * @param flows how often each sequence flow was taken
     */
    public record Figures(int runs, Map<String, Integer> flows, List<Element> elements) {}

    /**
     * The figures of one element.
     *
     * @param passed how often it was reached
     * @param open how often it is still under way
     * @param late how often it was done, or is, after its due date
     * @param median half of those that were done took no longer
     * @param waited the same of the time until somebody took the task; absent for what is no person's task
     * @param worked the same of the time from then on
     */
    public record Element(
            String id,
            @Nullable String name,
            String type,
            int passed,
            int open,
            int late,
            @Nullable Duration median,
            @Nullable Duration waited,
            @Nullable Duration worked) {}

    /** All passes of the runs that passed anything of the version: where a run came from an older one, its path needs them. */
    private static final String PASSES =
            """
            select a.PROC_INST_ID_, a.PROC_DEF_ID_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.START_TIME_, a.END_TIME_,
              a.ACT_INST_STATE_, t.DUE_DATE_,
              (select min(l.TIMESTAMP_) from ACT_HI_IDENTITYLINK l
                where l.TASK_ID_ = a.TASK_ID_ and l.TYPE_ = 'assignee' and l.OPERATION_TYPE_ = 'add') as TAKEN_
            from ACT_HI_ACTINST a
            left join ACT_HI_TASKINST t on t.ID_ = a.TASK_ID_
            join (
              select p.PROC_INST_ID_ from ACT_HI_PROCINST p
              where p.START_TIME_ >= :from and p.START_TIME_ < :until and p.TENANT_ID_ in (:regions)
                and exists (select 1 from ACT_HI_ACTINST b
                  where b.PROC_INST_ID_ = p.PROC_INST_ID_ and b.PROC_DEF_ID_ = :model)
              order by p.START_TIME_ desc limit :most) r on r.PROC_INST_ID_ = a.PROC_INST_ID_
            where a.ACT_TYPE_ <> 'multiInstanceBody'
            order by a.PROC_INST_ID_, a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_
            """;

    private static final int CANCELLED = 2;

    private final ModelFlows flows;
    private final JdbcClient tables;

    FlowFigures(ModelFlows flows, JdbcClient tables) {
        this.flows = flows;
        this.tables = tables;
    }

    /**
     * The figures of a version, over the processes that began between two moments.
     *
     * @param regions the tenants whose processes count
     */
    public Figures of(String model, Instant from, Instant until, Collection<String> regions, Instant now) {
        Counting counting = new Counting(model, now);
        tables.sql(PASSES)
                .param("model", model)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("regions", regions)
                .param("most", MOST_RUNS)
                .query(counting::pass);
        return counting.figures();
    }

    /** Counts the passes of one run after the other. */
    private final class Counting {

        private final String model;
        private final Instant now;
        private final Map<String, Integer> taken = new HashMap<>();
        private final Map<String, Passes> elements = new LinkedHashMap<>();
        private int runs;
        private String run = "";
        private TakenPath path = new TakenPath();

        Counting(String model, Instant now) {
            this.model = model;
            this.now = now;
        }

        void pass(ResultSet row) throws SQLException {
            if (!row.getString("PROC_INST_ID_").equals(run)) {
                run = row.getString("PROC_INST_ID_");
                path = new TakenPath();
                runs++;
            }
            String passedIn = row.getString("PROC_DEF_ID_");
            String element = row.getString("ACT_ID_");
            Instant from = instant(row, "START_TIME_").orElseThrow();
            Optional<Instant> until = instant(row, "END_TIME_");
            boolean cancelled = row.getInt("ACT_INST_STATE_") == CANCELLED;
            String via = path.into(flows.into(passedIn, element), element, from, until.orElse(null), cancelled);
            if (!passedIn.equals(model)) {
                return;
            }
            if (via != null) {
                taken.merge(via, 1, Integer::sum);
            }
            String name = row.getString("ACT_NAME_");
            String type = row.getString("ACT_TYPE_");
            Passes passes = elements.computeIfAbsent(element, id -> new Passes(id, name, type));
            passes.add(from, until, cancelled, instant(row, "TAKEN_"), instant(row, "DUE_DATE_"), now);
        }

        Figures figures() {
            return new Figures(
                    runs, taken, elements.values().stream().map(Passes::figures).toList());
        }
    }

    /** The passes of one element. */
    private static final class Passes {

        private final String id;
        private final @Nullable String name;
        private final String type;
        private final List<Duration> took = new ArrayList<>();
        private final List<Duration> waited = new ArrayList<>();
        private final List<Duration> worked = new ArrayList<>();
        private int passed;
        private int open;
        private int late;

        Passes(String id, @Nullable String name, String type) {
            this.id = id;
            this.name = name;
            this.type = type;
        }

        void add(
                Instant from,
                Optional<Instant> until,
                boolean cancelled,
                Optional<Instant> takenAt,
                Optional<Instant> due,
                Instant now) {
            passed++;
            if (until.isEmpty()) {
                open++;
            }
            if (due.filter(day -> until.orElse(now).isAfter(day)).isPresent()) {
                late++;
            }
            if (until.isPresent() && !cancelled) {
                took.add(Duration.between(from, until.get()));
                takenAt.ifPresent(at -> {
                    waited.add(Duration.between(from, at));
                    worked.add(Duration.between(at, until.get()));
                });
            }
        }

        Element figures() {
            return new Element(id, name, type, passed, open, late, median(took), median(waited), median(worked));
        }
    }

    /** The middle of the durations, or the mean of the two in the middle. */
    static @Nullable Duration median(List<Duration> durations) {
        if (durations.isEmpty()) {
            return null;
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
