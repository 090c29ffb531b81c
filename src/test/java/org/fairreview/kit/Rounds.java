package org.fairreview.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fairreview.identity.Objection;
import org.fairreview.supervision.monitoring.MonitoringImports;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringPoints;
import org.fairreview.supervision.monitoring.MonitoringPoints.Query;
import org.fairreview.supervision.monitoring.PointDraft;
import org.fairreview.supervision.monitoring.PointKind;
import org.fairreview.supervision.monitoring.VisitPlans;
import org.springframework.boot.test.context.TestComponent;

/** Registers monitoring points and has them visited. */
@TestComponent
public class Rounds {

    public static final String RECORD = "Task_RecordVisit";

    private final MonitoringPoints points;
    private final VisitPlans plans;
    private final MonitoringImports imports;
    private final ProcessDriver process;
    private final Clock clock;

    Rounds(MonitoringPoints points, VisitPlans plans, MonitoringImports imports, ProcessDriver process, Clock clock) {
        this.points = points;
        this.plans = plans;
        this.imports = imports;
        this.process = process;
        this.clock = clock;
    }

    /** A point of the city with a name of its own. */
    public MonitoringPoint point() {
        return point("wangmin", Inbox.CITY);
    }

    public MonitoringPoint point(String userId, String region) {
        String name = "监测点" + UUID.randomUUID().toString().substring(0, 8);
        List<Objection> objections = process.as(
                userId,
                () -> points.register(
                        new PointDraft(region, name, PointKind.ENTERPRISE, "长虹路1号", "王经理", "0710-1", null, null, ""),
                        process.actor(userId)));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections);
        }
        return points.list(new Query(name, "", "", true), process.actor(userId)).get(0);
    }

    /** A plan of the city's section head for Zhao Lei to visit the points; gives back its number. */
    public String plan(MonitoringPoint... chosen) {
        List<String> made = new ArrayList<>();
        List<Long> ids = List.of(chosen).stream().map(MonitoringPoint::id).toList();
        List<Objection> objections = process.as(
                "liufang",
                () -> plans.make(
                        new VisitPlans.Draft("季度走访", "招标投标", today().plusDays(10), "zhaolei", ids),
                        process.actor("liufang"),
                        made));
        if (!objections.isEmpty()) {
            throw new AssertionError(objections);
        }
        return made.get(0);
    }

    /** A list that Wang Min brings as .csv; gives back the number of its dry run. */
    public String list(String text) {
        return process.as("wangmin", () -> {
            try {
                Path file = Files.writeString(Files.createTempFile("points", ".csv"), text);
                return imports.bring(file, "监测点.csv", process.actor("wangmin")).id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    public void withdraw(String plan) {
        process.as("liufang", () -> plans.withdraw(plan, "任务调整。", process.actor("liufang")));
    }

    /** What a visit with one lead answers. */
    public Map<String, Object> visited(String measure) {
        return Map.of(
                "met",
                true,
                "visitedOn",
                today().toString(),
                "companion",
                "sunqian",
                "receivedBy",
                "王经理",
                "answers",
                List.of(Map.of("place", 0, "answer", "遇到过要求本地注册。")),
                "leads",
                measure.isEmpty() ? List.of() : List.of(Map.of("measure", measure, "said", "要求企业在本地注册。")));
    }

    public void record(String visit, Map<String, Object> answer) {
        process.answer(visit, RECORD, "zhaolei", answer);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }
}
