package org.fairreview.reporting;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long the steps took against their limits: over the very rows that the figure {@code steps} counts. */
@Service
@Transactional(readOnly = true)
public class StepDurations {

    /**
     * One step.
     *
     * @param done how often it was done
     * @param limited how often with a limit
     * @param late how often after it
     * @param median half took no longer, in minutes by the clock on the wall
     * @param ninety nine of ten took no longer, in minutes
     */
    public record Took(String step, int done, int limited, int late, int median, int ninety) {

        /** The share of those with a limit that were late, in hundredths. */
        public int latePercent() {
            return limited == 0 ? 0 : Math.round(late * 100f / limited);
        }
    }

    private final JdbcClient jdbc;
    private final Counting counting;

    StepDurations(JdbcClient jdbc, Counting counting) {
        this.jdbc = jdbc;
        this.counting = counting;
    }

    /** The steps of a period, those first that were late most often. Those of a closed period took as long as it was closed. */
    public List<Took> of(Numbers numbers, Slice slice) {
        Figure steps = Figures.find("steps").orElseThrow();
        Reading reading = numbers instanceof ClosedNumbers closed && closed.knowsTimes() ? closed : counting;
        return jdbc.sql(
                        """
                        select x.step, count(*) as done, count(x.step_late) as limited,
                          sum(case when x.step_late = 'LATE' then 1 else 0 end) as late,
                          percentile_cont(0.5) within group (order by x.minutes) as median,
                          percentile_cont(0.9) within group (order by x.minutes) as ninety
                        from (%s) x where %s group by x.step order by late desc, x.step
                        """
                                .formatted(reading.source(steps), reading.condition(steps, slice)))
                .params(slice.values())
                .query((row, line) -> new Took(
                        row.getString("step"),
                        row.getInt("done"),
                        row.getInt("limited"),
                        row.getInt("late"),
                        (int) Math.round(row.getDouble("median")),
                        (int) Math.round(row.getDouble("ninety"))))
                .list();
    }
}
