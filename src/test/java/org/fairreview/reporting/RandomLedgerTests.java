package org.fairreview.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.fairreview.kit.ProductTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Figures of any random set of rows of every kind add up over units, regions, months, quarters and ends, and count what was put
 * there. A failure names its seed; {@code -Dfigures.seed=…} tries that one again.
 */
@ProductTest
@Transactional
class RandomLedgerTests {

    private static final int YEAR = 2011;
    private static final LocalDate LAST = LocalDate.of(YEAR, 12, 31);
    private static final List<String> REGIONS = List.of("r420600", "r420606");
    private static final List<String> ALL = List.of("r420600", "r420606", "r420683");
    private static final List<String> ITEMS = List.of("8.1", "9.2", "zq");

    @Autowired
    Counting counting;

    @Autowired
    Books books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final Map<String, Integer> before = new HashMap<>();
    private final Set<String> tried = new HashSet<>();
    private final Map<String, Integer> expected = new HashMap<>();
    private Random random = new Random(0);
    private RandomRows rows;
    private Map<String, List<String>> units = Map.of();

    static LongStream seeds() {
        Long asked = Long.getLong("figures.seed");
        return asked == null ? LongStream.of(11, 12, System.nanoTime()) : LongStream.of(asked);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void figures_of_any_random_set_of_cases_add_up_over_units_months_and_ends(long seed) {
        String of = "seed " + seed;
        put(seed);
        Slice year = Slice.of(Period.year(YEAR), REGIONS);

        AddsUp addsUp = new AddsUp(of, counting);
        addsUp.overParts(year);
        addsUp.overTimes(YEAR, REGIONS);

        Numbers page = books.forPage(ALL).of(year);
        AddsUp onPage = new AddsUp(of + ", on a page", page);
        onPage.overParts(year);
        onPage.agreesWith(counting, year);

        Map<String, Integer> come = new HashMap<>();
        Figures.all()
                .forEach(figure ->
                        come.put(figure.id(), counting.count(figure, year) - before.getOrDefault(figure.id(), 0)));
        assertThat(come).as(of).containsAllEntriesOf(expected);
        assertThat(tried)
                .as("%s: every figure is tried", of)
                .containsExactlyInAnyOrderElementsOf(
                        Figures.all().stream().map(Figure::id).toList());
    }

    private void put(long seed) {
        random = new Random(seed);
        rows = new RandomRows(jdbc);
        units = new HashMap<>();
        ALL.forEach(region -> units.put(
                region,
                jdbc.sql("select id from unit where region_id = ? order by id fetch first 6 rows only")
                        .param(region)
                        .query(String.class)
                        .list()));
        // other tests share the database, and some put due dates far into the past
        Slice year = Slice.of(Period.year(YEAR), REGIONS);
        Figures.all().forEach(figure -> before.put(figure.id(), counting.count(figure, year)));
        for (int each = 0; each < 25; each++) {
            review();
            cleanup();
            contract();
            letter();
            complaint();
            lead();
            training();
            procedure();
            pastReview();
        }
        for (int each = 0; each < 8; each++) {
            spotCheck();
            point();
        }
        ALL.forEach(region -> units.get(region).forEach(unit -> summary(region, unit)));
    }

    // ---- what the figures count, one kind after the other

    private void review() {
        String region = region();
        String unit = unit(region);
        String number = rows.name("review");
        LocalDate received = day();
        LocalDate concluded = maybe(later(received));
        LocalDate issued = concluded == null ? null : maybe(later(concluded));
        LocalDate ended = issued;
        String conclusion = concluded == null ? null : any("CONFORMS", "DOES_NOT_CONFORM", "EXCEPTION");
        measure(number, region, unit);
        rows.put(
                "review_case",
                "number",
                number,
                "measure_id",
                number,
                "version_id",
                number,
                "region_id",
                region,
                "drafting_unit_id",
                unit,
                "regulator_unit_id",
                unit,
                "submitted_at",
                moment(received),
                "received_on",
                random.nextBoolean() ? received : null,
                "signed_off_at",
                moment(concluded),
                "issued_on",
                issued,
                "ended_at",
                moment(ended),
                "route",
                any("JOINT", "OWN"),
                "conclusion",
                conclusion,
                "case_end",
                ended == null ? null : "ISSUED",
                "stage",
                "REVIEW",
                "regime",
                "2025");
        on("received", region, received, 1);
        on("reviewed", region, concluded, 1);
        if ("DOES_NOT_CONFORM".equals(conclusion)) {
            on("refused", region, concluded, 1);
        }
        on("issued", region, issued, 1);
        standing("open", region, received, ended, 1);
        for (int each = random.nextInt(3); each > 0; each--) {
            String disposition = any("CHANGE", "JUSTIFIED", "RESOLVED");
            rows.put(
                    "finding", "case_number", number, "item", any(ITEMS), "disposition", disposition, "regime", "2025");
            if (!disposition.equals("RESOLVED")) {
                on("findings", region, concluded, 1);
            }
        }
        if ("EXCEPTION".equals(conclusion) && issued != null) {
            LocalDate stopped = maybe(later(issued));
            rows.put(
                    "exception_term",
                    "case_number",
                    number,
                    "region_id",
                    region,
                    "drafting_unit_id",
                    unit,
                    "regulator_unit_id",
                    unit,
                    "began_on",
                    issued,
                    "stopped_on",
                    stopped,
                    "state",
                    stopped == null ? "RUNNING" : "STOPPED");
            standing("exceptions", region, issued, stopped, 1);
        }
        asked(number, region, unit, received);
        steps(number, region);
    }

    /** Those who were asked about the case. */
    private void asked(String number, String region, String unit, LocalDate received) {
        LocalDate given = maybe(later(received));
        rows.put(
                "legal_advice",
                "id",
                rows.name("advice"),
                "case_number",
                number,
                "kind",
                "MEASURE",
                "region_id",
                region,
                "asking_unit_id",
                unit,
                "requested_at",
                moment(received),
                "given_at",
                moment(given),
                "assessment",
                given == null ? null : any("LAWFUL", "RISK"));
        on("opinions", region, given, 1);
        LocalDate stated = maybe(later(received));
        boolean silent = random.nextInt(4) == 0;
        String position = silent || stated == null ? null : any("AGREES", "DISAGREES");
        rows.put(
                "consultation",
                "id",
                rows.name("asked"),
                "case_number",
                number,
                "kind",
                "MEMBER",
                "asked_unit_id",
                unit,
                "requested_at",
                moment(received),
                "given_at",
                silent ? null : moment(stated),
                "silent_at",
                silent ? moment(stated) : null,
                "position",
                position);
        on("consultations", region, received, 1);
        if (silent) {
            on("silence", region, stated, 1);
        } else if ("DISAGREES".equals(position)) {
            on("dissent", region, stated, 1);
        }
        LocalDate accepted = maybe(later(received));
        rows.put(
                "evaluation",
                "id",
                rows.name("evaluation"),
                "case_number",
                number,
                "evaluator_unit_id",
                unit,
                "purpose",
                any("NEW", "STOCK"),
                "region_id",
                region,
                "regulator_unit_id",
                unit,
                "requested_at",
                moment(received),
                "accepted_at",
                moment(accepted));
        on("evaluations", region, accepted, 1);
    }

    /** What people did in the case. */
    private void steps(String number, String region) {
        for (int each = random.nextInt(3); each > 0; each--) {
            LocalDate begun = day();
            LocalDate due = begun.plusDays(random.nextInt(20));
            LocalDate done = maybe(later(begun));
            boolean limited = random.nextBoolean();
            boolean late = limited && (done == null || done.isAfter(due));
            rows.put(
                    "task_step",
                    "task_id",
                    rows.name("task"),
                    "case_number",
                    number,
                    "region_id",
                    region,
                    "unit_id",
                    unit(region),
                    "step",
                    any("甲", "乙"),
                    "begun_on",
                    begun,
                    "done_on",
                    done,
                    "left_on",
                    done,
                    "minutes",
                    done == null ? null : random.nextInt(10_000),
                    "late",
                    done == null || !limited ? null : late ? "LATE" : "IN_TIME",
                    "overdue_at",
                    late ? moment(due) : null,
                    "overdue_on",
                    late ? due : null);
            on("steps", region, done, 1);
            if (late) {
                on("steps-late", region, done, 1);
                standing("overdue", region, due, done, 1);
            }
        }
    }

    private void cleanup() {
        String region = region();
        String unit = unit(region);
        String number = rows.name("legacy");
        String campaign = rows.name("campaign");
        String kind = any("FAIR_COMPETITION", "NORMATIVE_DOCUMENT");
        LocalDate opened = day();
        LocalDate decided = maybe(later(opened));
        LocalDate closed = decided == null ? null : maybe(later(decided));
        measure(number, region, unit);
        rows.put("campaign", "number", campaign, "region_id", region, "regulator_unit_id", unit, "kind", kind);
        rows.put(
                "legacy_case",
                "number",
                number,
                "campaign_number",
                campaign,
                "measure_id",
                number,
                "region_id",
                region,
                "unit_id",
                unit,
                "regulator_unit_id",
                unit,
                "decided_at",
                moment(decided),
                "outcome",
                decided == null ? null : any("KEEP", "REVISE", "REPEAL"),
                "closed_at",
                moment(closed),
                "opened_at",
                moment(opened));
        on(kind.equals("FAIR_COMPETITION") ? "cleaned-up" : "cleaned-up-documents", region, decided, 1);
        standing("cleanup-open", region, opened, closed, 1);
        for (int each = random.nextInt(3); each > 0; each--) {
            rows.put("legacy_finding", "case_number", number, "item", any(ITEMS), "disposition", any("CHANGE", "OPEN"));
            on("legacy-findings", region, decided, 1);
        }
    }

    private void pastReview() {
        String region = region();
        LocalDate received = day();
        LocalDate concluded = later(received);
        LocalDate issued = maybe(later(concluded));
        String conclusion = any("CONFORMS", "DOES_NOT_CONFORM");
        rows.put(
                "past_review",
                "region_id",
                region,
                "unit_id",
                unit(region),
                "kind",
                "POLICY_DOCUMENT",
                "received_on",
                received,
                "concluded_on",
                concluded,
                "conclusion",
                conclusion,
                "issued_on",
                issued);
        LocalDate paper = day();
        rows.put(
                "offline_review",
                "region_id",
                region,
                "unit_id",
                unit(region),
                "reviewed_on",
                paper,
                "route",
                "JOINT",
                "conclusion",
                "CONFORMS");
        on("received", region, received, 1);
        on("received", region, paper, 1);
        on("reviewed", region, concluded, 1);
        on("reviewed", region, paper, 1);
        if (conclusion.equals("DOES_NOT_CONFORM")) {
            on("refused", region, concluded, 1);
        }
        on("issued", region, issued, 1);
        standing("open", region, received, issued == null ? concluded : issued, 1);
        standing("open", region, paper, paper, 1);
    }

    private void contract() {
        String region = region();
        LocalDate asked = day();
        LocalDate given = maybe(later(asked));
        rows.put(
                "legal_advice",
                "id",
                rows.name("advice"),
                "case_number",
                rows.name("contract"),
                "kind",
                "CONTRACT",
                "region_id",
                region,
                "asking_unit_id",
                unit(region),
                "requested_at",
                moment(asked),
                "given_at",
                moment(given));
        on("contracts", region, given, 1);
    }

    private void letter() {
        String region = region();
        LocalDate begun = day();
        LocalDate delivered = maybe(later(begun));
        LocalDate ended = delivered == null ? null : maybe(later(delivered));
        rows.put(
                "letter",
                "number",
                rows.name("letter"),
                "region_id",
                region,
                "regulator_unit_id",
                unit(region),
                "restricted",
                random.nextInt(5) == 0,
                "begun_at",
                moment(begun),
                "kind",
                any("reminder", "urging"),
                "state",
                any("AWAITING_REPLY", "RECTIFIED"),
                "delivered_on",
                delivered,
                "ended_at",
                moment(ended));
        on("letters", region, delivered, 1);
        if (delivered != null && !delivered.isAfter(LAST)) {
            standing("letters-open", region, begun, ended, 1);
        }
    }

    private void complaint() {
        String region = region();
        String number = rows.name("complaint");
        LocalDate received = day();
        LocalDate concluded = maybe(later(received));
        LocalDate ended = concluded == null ? null : maybe(later(concluded));
        rows.put(
                "complaint",
                "number",
                number,
                "region_id",
                region,
                "regulator_unit_id",
                unit(region),
                "channel",
                any("WEB", "PHONE"),
                "real_name",
                random.nextBoolean(),
                "received_on",
                received,
                "state",
                any("VERIFYING", "ANSWERED"),
                "concluded_at",
                moment(concluded),
                "outcome",
                concluded == null ? null : any("VIOLATES", "CONFORMS"),
                "ended_at",
                moment(ended));
        on("complaints", region, received, 1);
        on("complaints-concluded", region, concluded, 1);
        standing("complaints-open", region, received, ended, 1);
        if (random.nextBoolean()) {
            rows.put("complaint_finding", "complaint_number", number, "item", any(ITEMS));
            on("supervision-findings", region, concluded, 1);
        }
    }

    private void lead() {
        String region = region();
        LocalDate opened = day();
        LocalDate ended = maybe(later(opened));
        rows.put(
                "lead",
                "number",
                rows.name("lead"),
                "region_id",
                region,
                "regulator_unit_id",
                unit(region),
                "state",
                "OPEN",
                "opened_at",
                moment(opened),
                "ended_at",
                moment(ended),
                "decision",
                ended == null ? null : any("CHECK", "DROP"));
        on("leads", region, opened, 1);
        standing("leads-open", region, opened, ended, 1);
    }

    private void spotCheck() {
        String region = region();
        String unit = unit(region);
        String number = rows.name("check");
        LocalDate planned = day();
        LocalDate closed = maybe(later(planned));
        rows.put(
                "spot_check",
                "number",
                number,
                "region_id",
                region,
                "regulator_unit_id",
                unit,
                "state",
                any("INSPECTING", "CLOSED"),
                "planned_at",
                moment(planned),
                "seeded_at",
                moment(planned),
                "closed_at",
                moment(closed));
        on("spot-checks", region, closed, 1);
        standing("spot-checks-open", region, planned, closed, 1);
        for (int each = random.nextInt(4); each > 0; each--) {
            String item = rows.name("item");
            boolean inspected = random.nextInt(3) > 0;
            LocalDate recorded = later(planned);
            rows.put(
                    "spot_item",
                    "number",
                    item,
                    "check_number",
                    number,
                    "unit_id",
                    unit,
                    "state",
                    inspected ? "INSPECTED" : "DRAWN");
            rows.put("spot_record", "item_number", item, "inspector", "zq1", "recorded_at", moment(planned));
            rows.put("spot_record", "item_number", item, "inspector", "zq2", "recorded_at", moment(recorded));
            boolean stands = random.nextBoolean();
            rows.put("spot_finding", "item_number", item, "item", any(ITEMS), "stands", stands);
            if (inspected) {
                on("spot-checked", region, recorded, 1);
                if (stands) {
                    on("supervision-findings", region, recorded, 1);
                }
            }
        }
    }

    private void point() {
        String region = region();
        LocalDate opened = day();
        LocalDate closed = maybe(later(opened));
        String name = rows.name("point");
        rows.put(
                "monitoring_point",
                "region_id",
                region,
                "name",
                name,
                "kind",
                any("ENTERPRISE", "ASSOCIATION"),
                "registered_at",
                moment(opened),
                "opened_on",
                opened,
                "closed_on",
                closed);
        standing("points", region, opened, closed, 1);
        long point = jdbc.sql("select id from monitoring_point where name = ?")
                .param(name)
                .query(Long.class)
                .single();
        boolean visited = false;
        for (int each = random.nextInt(4); each > 0; each--) {
            LocalDate day = day();
            boolean done = random.nextInt(3) > 0;
            rows.put(
                    "monitoring_visit",
                    "number",
                    rows.name("visit"),
                    "point_id",
                    point,
                    "region_id",
                    region,
                    "regulator_unit_id",
                    unit(region),
                    "state",
                    done ? "DONE" : "PLANNED",
                    "visited_on",
                    done ? day : null);
            if (done) {
                on("visits", region, day, 1);
                visited |= day.getYear() == YEAR;
            }
        }
        if (visited) {
            on("points-visited", region, LAST, 1);
        }
    }

    private void training() {
        String region = region();
        LocalDate held = day();
        int participants = random.nextInt(300);
        rows.put(
                "conference_training",
                "region_id",
                region,
                "kind",
                any("TRAINING", "PUBLICITY"),
                "held_on",
                held,
                "participants",
                participants);
        on("trainings", region, held, 1);
        on("participants", region, held, participants);
    }

    private void procedure() {
        String region = region();
        LocalDate opened = day();
        LocalDate published = maybe(later(opened));
        LocalDate ended = maybe(later(published == null ? opened : published));
        String unit = unit(region);
        rows.put(
                "procedure_case",
                "number",
                rows.name("procedure"),
                "region_id",
                region,
                "drafting_unit_id",
                unit,
                "legal_unit_id",
                unit,
                "kind",
                any("NORMATIVE", "DECISION"),
                "decider",
                any("GOVERNMENT", "DEPARTMENT"),
                "state",
                "OPEN",
                "opened_at",
                moment(opened),
                "published_on",
                published,
                "ended_at",
                moment(ended),
                "procedure_end",
                ended == null ? null : any("FILED", "GIVEN_UP"));
        on("documents-published", region, published, 1);
        on("procedures-ended", region, ended, 1);
        standing("procedures-open", region, opened, ended, 1);
    }

    private void summary(String region, String unit) {
        rows.put(
                "yearly_summary",
                "region_id",
                region,
                "unit_id",
                unit,
                "summary_year",
                YEAR,
                "due_on",
                LAST.plusDays(15),
                "first_handed_in_on",
                maybe(LAST.plusDays(random.nextInt(30))));
        on("summaries", region, LAST, 1);
    }

    private void measure(String id, String region, String unit) {
        rows.put(
                "measure",
                "id",
                id,
                "region_id",
                region,
                "drafting_unit_id",
                unit,
                "kind",
                any("POLICY_DOCUMENT", "OTHER"),
                "circulation",
                random.nextInt(5) == 0 ? "RESTRICTED" : "INTERNAL");
        rows.put("measure_version", "id", id, "measure_id", id);
    }

    // ---- what is expected

    private void on(String figure, String region, @Nullable LocalDate day, int amount) {
        tried.add(figure);
        if (day != null && day.getYear() == YEAR && REGIONS.contains(region)) {
            expected.merge(figure, amount, Integer::sum);
        }
    }

    private void standing(String figure, String region, LocalDate in, @Nullable LocalDate out, int amount) {
        tried.add(figure);
        if (!in.isAfter(LAST) && (out == null || out.isAfter(LAST)) && REGIONS.contains(region)) {
            expected.merge(figure, amount, Integer::sum);
        }
    }

    // ---- what is random

    private String region() {
        return ALL.get(random.nextInt(ALL.size()));
    }

    private String unit(String region) {
        List<String> of = units.get(region);
        return of.get(random.nextInt(of.size()));
    }

    /** Of the year, or near it. */
    private LocalDate day() {
        return LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(-40, 400));
    }

    private LocalDate later(LocalDate day) {
        return day.plusDays(random.nextInt(60));
    }

    private @Nullable LocalDate maybe(LocalDate day) {
        return random.nextInt(4) == 0 ? null : day;
    }

    /** In the first or the last half hour of the day at the office: in Greenwich the first is a day earlier. */
    private @Nullable OffsetDateTime moment(@Nullable LocalDate day) {
        return day == null
                ? null
                : day.atTime(random.nextBoolean() ? LocalTime.of(0, 20) : LocalTime.of(23, 40))
                        .atZone(clock.getZone())
                        .toOffsetDateTime();
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
