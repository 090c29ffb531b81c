package org.fairreview.replay;

import java.io.PrintStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.replay.Scenario.Expected;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.Slice;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what a scenario expects with the figures, which are counted from the ledger. */
@Component
@Profile("replay")
class Comparing {

    private final Counting counting;
    private final JdbcClient jdbc;

    Comparing(Counting counting, JdbcClient jdbc) {
        this.counting = counting;
        this.jdbc = jdbc;
    }

    Slice year(Scenario scenario) {
        return Slice.of(
                Period.year(scenario.year()),
                jdbc.sql("select id from region where id = ? or parent_id = ? order by id")
                        .params(Cast.REGION, Cast.REGION)
                        .query(String.class)
                        .list());
    }

    /** Writes a line for each expectation; gives back how many differ. */
    int compare(Scenario scenario, PrintStream out) {
        int differences = 0;
        for (Expected expected : scenario.expect()) {
            int counted = count(scenario, expected);
            boolean same = counted == expected.count();
            differences += same ? 0 : 1;
            out.printf(
                    "%s %s%s 应为 %d，实为 %d%n",
                    same ? "相符" : "不符", expected.figure(), narrowed(expected.only()), expected.count(), counted);
        }
        out.printf(
                "%d 项，%d 项不符。 %d figures, %d differ.%n",
                scenario.expect().size(), differences, scenario.expect().size(), differences);
        return differences;
    }

    private int count(Scenario scenario, Expected expected) {
        Slice slice = year(scenario);
        for (Map.Entry<String, String> only : expected.only().entrySet()) {
            slice = slice.with(only.getKey(), only.getValue());
        }
        return counting.count(Figures.find(expected.figure()).orElseThrow(), slice);
    }

    private static String narrowed(Map<String, String> only) {
        return only.isEmpty()
                ? ""
                : only.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(",", "[", "]"));
    }
}
