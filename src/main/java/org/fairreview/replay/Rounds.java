package org.fairreview.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Objection;
import org.fairreview.supervision.monitoring.MonitoringImports;
import org.fairreview.supervision.monitoring.MonitoringImports.Brought;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringPoints;
import org.fairreview.supervision.monitoring.VisitPlans;
import org.fairreview.workflow.Refusal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Monitoring points: brought as a list in spring, planned, and visited one after the other. */
@Component("roundsOfTheYear")
@Profile("replay")
class Rounds {

    private static final int LISTED_ON = 60;
    private static final int EACH_DAY = 4;
    private static final int DAYS = 150;
    private static final List<String> KINDS = List.of("企业", "企业", "行业协会商会", "园区", "个体工商户");
    private static final List<String> NAMES = List.of("精密机械有限公司", "商贸有限公司", "行业协会", "产业园", "综合经营部");
    private static final List<String> PLACES = List.of("汉江", "隆中", "岘山", "檀溪", "鹿门", "云鹤", "东津", "邓城");
    private static final String HEAD = "监测点名称,种类,地区,地址,联系人,联系电话,设立日期";

    private final Cast cast;
    private final MonitoringImports imports;
    private final MonitoringPoints points;
    private final VisitPlans plans;
    private final List<String> visits = new ArrayList<>();

    Rounds(Cast cast, MonitoringImports imports, MonitoringPoints points, VisitPlans plans) {
        this.cast = cast;
        this.imports = imports;
        this.points = points;
        this.plans = plans;
    }

    List<Story> stories(Scenario scenario) {
        int many = scenario.visits();
        if (many == 0) {
            return List.of();
        }
        LocalDate listed = scenario.firstDay().plusDays(LISTED_ON);
        Story story = new Story("监测点走访", listed);
        story.then(0, "登记监测点", () -> list(many, listed));
        story.then(1, "安排走访", () -> plan(many));
        for (int place = 0; place < many; place++) {
            int at = place;
            story.then(place % EACH_DAY == 0 ? 1 : 0, "走访", () -> visit(visits.get(at)));
        }
        return List.of(story);
    }

    private void list(int many, LocalDate day) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (int place = 0; place < many; place++) {
            int kind = place % KINDS.size();
            text.append("襄阳%s%s%03d,%s,襄阳市,长虹路%d号,联系人%d,0710-%07d,%s%n"
                    .formatted(
                            PLACES.get(place % PLACES.size()),
                            NAMES.get(kind),
                            place + 1,
                            KINDS.get(kind),
                            place + 1,
                            place + 1,
                            3_500_000 + place,
                            day));
        }
        cast.as(Cast.CLERK, () -> {
            try {
                Path file = Files.writeString(Files.createTempFile("points", ".csv"), text);
                Brought brought = imports.bring(file, "监测点.csv", cast.actor(Cast.CLERK));
                brought.refusal().ifPresent(Rounds::refuse);
                imports.enter(brought.id(), cast.actor(Cast.CLERK)).ifPresent(Rounds::refuse);
                Files.deleteIfExists(file);
                return brought;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }

    private void plan(int many) {
        List<Long> all = points.list(MonitoringPoints.Query.ALL, cast.actor(Cast.SECTION_HEAD)).stream()
                .map(MonitoringPoint::id)
                .toList();
        List<String> made = new ArrayList<>();
        List<Objection> objections = cast.as(
                Cast.SECTION_HEAD,
                () -> plans.make(
                        new VisitPlans.Draft(
                                "公平竞争监测点走访调研", "招标投标、政府采购和惠企政策", cast.today().plusDays(DAYS), Cast.REVIEWER, all),
                        cast.actor(Cast.SECTION_HEAD),
                        made));
        if (!objections.isEmpty()) {
            throw new ReplayFailed("The plan of visits is not taken: " + objections);
        }
        for (int place = 1; place <= many; place++) {
            visits.add("%s-%03d".formatted(made.get(0), place));
        }
    }

    private void visit(String number) {
        cast.answer(
                number,
                "Task_RecordVisit",
                Cast.REVIEWER,
                Map.of(
                        "met",
                        true,
                        "visitedOn",
                        cast.today().toString(),
                        "companion",
                        Cast.SECOND_REVIEWER,
                        "receivedBy",
                        "单位负责人",
                        "answers",
                        List.of(Map.of("place", 0, "answer", "未遇到不同要求。")),
                        "remark",
                        "",
                        "leads",
                        List.of()));
    }
}
