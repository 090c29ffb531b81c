package org.fairreview.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.monitoring.MonitoringImports;
import org.fairreview.supervision.monitoring.MonitoringImports.Brought;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringPoints;
import org.fairreview.supervision.monitoring.MonitoringPoints.Query;
import org.fairreview.supervision.monitoring.VisitPlans;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** A few monitoring points with visits of this spring and their leads, and a plan whose visits wait. */
@Component
@Profile("demo")
class DemoSupervision {

    private static final String CLERK = "wangmin";
    private static final String HEAD = "liufang";
    private static final String REVIEWER = "zhaolei";
    private static final int DAYS = 14;

    private final MonitoringImports imports;
    private final MonitoringPoints points;
    private final VisitPlans plans;
    private final Directory directory;
    private final Clock clock;

    DemoSupervision(
            MonitoringImports imports, MonitoringPoints points, VisitPlans plans, Directory directory, Clock clock) {
        this.imports = imports;
        this.points = points;
        this.plans = plans;
        this.directory = directory;
        this.clock = clock;
    }

    void make() {
        Actor clerk = directory.actor(CLERK).orElseThrow();
        Actor head = directory.actor(HEAD).orElseThrow();
        List<Long> before = points(head);
        DemoPeople.as(CLERK, () -> {
            Brought brought = list(clerk);
            imports.enter(brought.id(), clerk);
            return brought;
        });
        List<Long> waiting =
                points(head).stream().filter(point -> !before.contains(point)).toList();
        DemoPeople.as(
                HEAD,
                () -> plans.make(
                        new VisitPlans.Draft(
                                "公平竞争监测点季度走访",
                                "招标投标、政府采购和惠企政策",
                                LocalDate.now(clock).plusDays(DAYS),
                                REVIEWER,
                                waiting),
                        head,
                        new ArrayList<>()));
    }

    private List<Long> points(Actor head) {
        return points.list(new Query("", "r420600", "", false), head).stream()
                .map(MonitoringPoint::id)
                .toList();
    }

    private Brought list(Actor clerk) {
        try {
            Path file = Files.createTempFile("monitoring", ".csv");
            try (InputStream in = new ClassPathResource("demo/monitoring.csv").getInputStream()) {
                Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                return imports.bring(file, "监测点.csv", clerk);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
