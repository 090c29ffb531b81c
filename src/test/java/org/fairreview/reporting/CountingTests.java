package org.fairreview.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fairreview.identity.Directory;
import org.fairreview.kit.ProductTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** That a figure, its parts by anything and the list behind it agree, whatever stands in the ledger. */
@ProductTest
@Transactional
class CountingTests {

    private static final int YEAR = 2019;
    private static final List<String> REGIONS = List.of("r420600", "r420606");
    private static final List<String> ALL = List.of("r420600", "r420606", "r420683");

    @Autowired
    Counting counting;

    @Autowired
    Books books;

    @Autowired
    Closings closings;

    @Autowired
    Differences differences;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(longs = {1, 20})
    void every_figure_adds_up_over_units_regions_months_and_ends_to_its_list(long seed) {
        randomLedger(new Random(seed));
        Slice year = Slice.of(Period.year(YEAR), REGIONS);

        new AddsUp("seed " + seed, counting).overParts(year);
        assertThat(counting.count(Figures.find("received").orElseThrow(), year)).isPositive();
    }

    @Test
    void a_closed_year_adds_up_as_it_was_counted_whatever_comes_later() {
        randomLedger(new Random(7));
        Slice year = Slice.of(Period.year(YEAR), REGIONS);
        Map<String, Integer> before = new HashMap<>();
        Figures.all().forEach(figure -> before.put(figure.id(), counting.count(figure, year)));

        assertThat(closings.close(
                        Period.year(YEAR), "", directory.actor("wuoffice").orElseThrow()))
                .isEmpty();
        randomLedger(new Random(8));
        Closing closing = books.all(ALL).stream()
                .filter(each -> each.period().equals(Period.year(YEAR)))
                .findFirst()
                .orElseThrow();

        new AddsUp("closed", books.of(year, ALL)).overParts(year);
        Figures.all().forEach(figure -> assertThat(books.of(year, ALL).count(figure, year))
                .as(figure.id())
                .isEqualTo(before.get(figure.id())));
        assertThat(closings.isUntouched(closing)).isTrue();
        differences.of(closing, 1_000).forEach(difference -> agrees(difference, books.today(), year));
        assertThat(differences.of(closing, 0))
                .extracting(each -> each.figure().id())
                .contains("received", "letters");
        assertThat(books.of(year, List.of("r420606"))).isSameAs(counting);
    }

    private static void agrees(Difference difference, Numbers today, Slice year) {
        assertThat(difference.entries()).hasSize(difference.come() + difference.gone());
        assertThat(difference.closed()
                        + difference.entries().stream()
                                .mapToInt(entry -> entry.isGone() ? -entry.amount() : entry.amount())
                                .sum())
                .as(difference.figure().id())
                .isEqualTo(difference.counted());
        assertThat(difference.counted()).isEqualTo(today.count(difference.figure(), year));
        assertThat(difference.isExplained()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void months_and_quarters_add_up_to_the_year_and_regions_to_all(long seed) {
        randomLedger(new Random(seed));

        new AddsUp("seed " + seed, counting).overTimes(YEAR, REGIONS);
    }

    @Test
    void a_figure_counts_what_its_definition_says_and_nothing_of_another_year_or_region() {
        Map<String, Integer> before = counts();
        past(
                "r420600",
                "u02",
                LocalDate.of(YEAR, 3, 1),
                LocalDate.of(YEAR, 3, 20),
                "CONFORMS",
                LocalDate.of(YEAR, 4, 2));
        past("r420600", "u02", LocalDate.of(YEAR, 12, 30), LocalDate.of(YEAR + 1, 1, 5), "DOES_NOT_CONFORM", null);
        past("r420600", "u03", LocalDate.of(YEAR - 1, 12, 30), LocalDate.of(YEAR, 1, 5), "DOES_NOT_CONFORM", null);
        letter("rectification", "AWAITING_REPLY", LocalDate.of(YEAR, 6, 1));
        letter("reminder", "DRAFTING", null);
        training("TRAINING", LocalDate.of(YEAR, 9, 9), 120);

        Map<String, Integer> more = new HashMap<>();
        counts().forEach((id, count) -> more.put(id, count - before.get(id)));

        assertThat(more)
                .containsEntry("received", 2)
                .containsEntry("reviewed", 2)
                .containsEntry("refused", 1)
                .containsEntry("issued", 1)
                .containsEntry("letters", 1)
                .containsEntry("letters-open", 1)
                .containsEntry("trainings", 1)
                .containsEntry("participants", 120)
                .containsEntry("cleaned-up", 0);
        assertThat(counting.count(
                        Figures.find("received").orElseThrow(), Slice.of(Period.year(YEAR), List.of("r420606"))))
                .isZero();
        assertThat(counting.count(Figures.find("received").orElseThrow(), Slice.of(Period.year(YEAR), List.of())))
                .isZero();
    }

    @Test
    void the_day_of_a_moment_is_the_offices_day() {
        Figure received = Figures.find("letters-open").orElseThrow();
        Slice before = Slice.of(new Period(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 6, 30)), REGIONS);
        int already = counting.count(received, before);
        // half past midnight in Xiangyang, the evening before in Greenwich
        letter("reminder", "AWAITING_REPLY", LocalDate.of(YEAR, 7, 1), Instant.parse(YEAR + "-06-30T16:30:00Z"));

        assertThat(counting.count(received, before)).isEqualTo(already);
        assertThat(counting.count(
                        received, Slice.of(new Period(LocalDate.of(YEAR, 7, 1), LocalDate.of(YEAR, 7, 1)), REGIONS)))
                .isEqualTo(already + 1);
    }

    @Test
    void a_lead_that_complaints_alone_have_found_tells_neither_what_nor_of_whom() {
        RandomRows rows = new RandomRows(jdbc);
        for (String kinds : List.of("COMPLAINT", "COMPLAINT,VISIT")) {
            String number = rows.name("lead");
            rows.put(
                    "lead",
                    "number",
                    number,
                    "region_id",
                    "r420600",
                    "regulator_unit_id",
                    "u01",
                    "unit_id",
                    "u02",
                    "title",
                    "被举报的措施",
                    "opened_at",
                    LocalDate.of(YEAR, 5, 5).atStartOfDay().atOffset(ZoneOffset.UTC));
            for (String kind : kinds.split(",")) {
                rows.put("lead_source", "lead_number", number, "kind", kind, "source_key", number + kind);
            }
        }

        assertThat(counting.lines(
                        Figures.find("leads").orElseThrow(), Slice.of(Period.year(YEAR), List.of("r420600")), 0, 100))
                .filteredOn(line -> line.subject().startsWith("zq-lead-"))
                .extracting(Numbers.Line::title, Numbers.Line::unitId)
                .containsExactlyInAnyOrder(tuple(null, "u01"), tuple("被举报的措施", "u02"));
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        Figures.all()
                .forEach(figure -> counts.put(
                        figure.id(), counting.count(figure, Slice.of(Period.year(YEAR), List.of("r420600")))));
        return counts;
    }

    private void randomLedger(Random random) {
        String[] conclusions = {"CONFORMS", "CONFORMS_AFTER_CHANGE", "DOES_NOT_CONFORM", "EXCEPTION"};
        String[] letters = {"reminder", "rectification", "urging"};
        String[] states = {"AWAITING_REPLY", "RECTIFIED", "ESCALATED", "WITHDRAWN"};
        for (int each = 0; each < 40; each++) {
            LocalDate received = LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(-20, 385));
            LocalDate concluded = received.plusDays(random.nextInt(40));
            boolean county = random.nextInt(3) == 0;
            past(
                    county ? "r420606" : "r420600",
                    county ? "fcu01" : "u0" + random.nextInt(2, 4),
                    received,
                    concluded,
                    conclusions[random.nextInt(conclusions.length)],
                    random.nextBoolean() ? concluded.plusDays(random.nextInt(60)) : null);
        }
        for (int each = 0; each < 15; each++) {
            letter(
                    letters[random.nextInt(letters.length)],
                    states[random.nextInt(states.length)],
                    random.nextInt(4) == 0 ? null : LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(365)));
            training(
                    random.nextBoolean() ? "TRAINING" : "PUBLICITY",
                    LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(365)),
                    random.nextInt(1, 300));
        }
    }

    private int past;

    private void past(
            String region, String unit, LocalDate received, LocalDate concluded, String conclusion, LocalDate issued) {
        jdbc.sql(
                        """
                        insert into past_review (entry_key, region_id, unit_id, title, kind, issuance, received_on, received_at,
                          concluded_on, conclusion, document_number, issued_on, remark, imported_by, imported_at)
                        values (:key, :region, coalesce((select id from unit where id = :unit), (select min(id) from unit
                          where region_id = :region)), '以往的措施', 'POLICY_DOCUMENT', 'DEPARTMENT', :received, :at, :concluded,
                          :conclusion, :key, :issued, '', 'counting', :at)
                        """)
                .param("key", "counting-" + past++)
                .param("region", region)
                .param("unit", unit)
                .param("received", received)
                .param("at", received.atStartOfDay().atOffset(ZoneOffset.UTC))
                .param("concluded", concluded)
                .param("conclusion", conclusion)
                .param("issued", issued)
                .update();
    }

    private void letter(String kind, String state, LocalDate delivered) {
        letter(kind, state, delivered, Instant.parse(YEAR + "-01-05T00:00:00Z"));
    }

    private void letter(String kind, String state, LocalDate delivered, Instant begun) {
        jdbc.sql(
                        """
                        insert into letter (number, revision, region_id, regulator_unit_id, source, restricted, begun_at, kind,
                          state, addressee_name, title, facts, ground_statement, appointment, request, contact, copy_to,
                          attachments, signing_step, delivered_on, ended_at)
                        values (:number, 0, 'r420600', 'u01', 'HAND', false, :begun, :kind, :state, '某局', '关于某事的函', '', '', '',
                          '', '', '', '', 0, :delivered, :ended)
                        """)
                .param("number", "counting-letter-" + past++)
                .param("begun", begun.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("state", state)
                .param("delivered", delivered)
                .param(
                        "ended",
                        List.of("RECTIFIED", "ESCALATED", "WITHDRAWN").contains(state)
                                ? Instant.parse(YEAR + "-11-05T00:00:00Z").atOffset(ZoneOffset.UTC)
                                : null)
                .update();
    }

    private void training(String kind, LocalDate held, int participants) {
        jdbc.sql(
                        """
                        insert into conference_training (region_id, kind, held_on, title, audience, participants, recorded_by,
                          recorded_at)
                        values ('r420600', :kind, :held, '培训', '各部门', :participants, 'counting', :at)
                        """)
                .param("kind", kind)
                .param("held", held)
                .param("participants", participants)
                .param("at", held.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }
}
