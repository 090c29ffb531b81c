package org.fairreview.replay;

import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Period;
import org.fairreview.reporting.UnitSummaries;
import org.fairreview.reporting.UnitSummary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The January after the year: units hand in their summaries, one of them late; the office closes the year and sends its own. */
@Component
@Profile("replay")
class YearEnd {

    private static final int ASKED_ON = 3;
    private static final int BEFORE_THE_DAY = 4;
    private static final int AFTER_THE_DAY = 5;
    private static final String HIGHER = "湖北省市场监督管理局";

    private final Cast cast;
    private final UnitSummaries summaries;
    private final Closings closings;

    YearEnd(Cast cast, UnitSummaries summaries, Closings closings) {
        this.cast = cast;
        this.summaries = summaries;
        this.closings = closings;
    }

    List<Story> stories(Scenario scenario) {
        if (!scenario.closed()) {
            return List.of();
        }
        int year = scenario.year();
        return List.of(new Story("年度总结", LocalDate.of(year + 1, 1, ASKED_ON))
                .then(0, "要求提交总结", () -> ask(year))
                .then(BEFORE_THE_DAY, "按时提交总结", () -> owed(year).stream()
                        .skip(1)
                        .forEach(this::handIn))
                .then(AFTER_THE_DAY, "逾期提交总结", () -> owed(year).forEach(this::handIn))
                .then(1, "封存全年", () -> close(year))
                .then(1, "报送年度总结", () -> send(year)));
    }

    private void ask(int year) {
        List<String> units =
                summaries.withDuty(Cast.REGION, year).stream().map(Unit::id).toList();
        refuse(cast.as(Cast.OFFICE, () -> summaries.request(year, units, cast.actor(Cast.OFFICE))));
    }

    private List<UnitSummary> owed(int year) {
        return summaries.of(List.of(Cast.REGION), year).stream()
                .filter(summary -> summary.firstHandedInOn() == null)
                .toList();
    }

    /** By the unit's drafter, or registered by the office for a unit without accounts. */
    private void handIn(UnitSummary summary) {
        String unit = summary.unitId();
        boolean own = cast.has(unit, Role.DRAFTER);
        String userId = own ? cast.in(unit, Role.DRAFTER) : Cast.OFFICE;
        String title = "%s%d年度公平竞争审查工作总结".formatted(cast.unitName(unit), summary.year());
        String text = "本单位落实公平竞争审查制度，对拟出台的政策措施逐件审查，按要求清理现行有效的政策措施，组织业务培训。";
        String file = cast.upload(userId, own ? unit : Cast.REGULATOR, title, title + "\n" + text);
        refuse(cast.as(userId, () -> summaries.handIn(summary, text, file, cast.actor(userId))));
    }

    private void close(int year) {
        refuse(cast.as(
                Cast.OFFICE, () -> closings.close(Period.year(year), "各单位年度总结已收齐，数字核对无误。", cast.actor(Cast.OFFICE))));
    }

    private void send(int year) {
        String title = "襄阳市%d年度公平竞争审查工作总结".formatted(year);
        String file = cast.upload(Cast.OFFICE, Cast.REGULATOR, title, title + "\n全年工作情况和数字见附件。");
        refuse(cast.as(Cast.OFFICE, () -> summaries.send(year, cast.today(), HIGHER, file, cast.actor(Cast.OFFICE))));
    }

    private static void refuse(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw new ReplayFailed("Not taken: " + objections);
        }
    }
}
