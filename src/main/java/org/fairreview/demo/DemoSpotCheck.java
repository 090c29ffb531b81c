package org.fairreview.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.supervision.spotcheck.SeedSource;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotPlan;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** An example spot check whose plan waits for the leader's signature. */
@Component
@Profile("demo")
class DemoSpotCheck {

    private static final String REGION = "r420600";
    private static final String PLANNER = "liufang";

    private final SpotChecks checks;
    private final Directory directory;
    private final Clock clock;

    DemoSpotCheck(SpotChecks checks, Directory directory, Clock clock) {
        this.checks = checks;
        this.directory = directory;
        this.clock = clock;
    }

    void make() {
        LocalDate today = LocalDate.now(clock);
        Actor planner = directory.actor(PLANNER).orElseThrow();
        DemoPeople.as(
                PLANNER,
                () -> checks.plan(
                        new SpotPlan(
                                "%d年度公平竞争审查抽查".formatted(today.getYear()),
                                "招商引资、政府采购和现代服务业领域的政策措施，重点检查限制外地经营者、妨碍企业迁移的内容和审查程序履行情况。",
                                "",
                                "",
                                "",
                                REGION,
                                null,
                                null,
                                3,
                                null,
                                today,
                                today.plusMonths(2),
                                "zhaolei",
                                "sunqian",
                                SeedSource.PRODUCT,
                                "",
                                null),
                        planner,
                        new ArrayList<>()));
    }
}
