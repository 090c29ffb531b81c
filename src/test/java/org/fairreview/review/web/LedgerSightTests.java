package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.fairreview.audit.AuditTrail;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.calendar.ClockReading;
import org.fairreview.identity.Actor;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.PastFiles;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.SampleMeasure;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.TestClock.MovableClock;
import org.fairreview.measure.Circulation;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Circulations;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.Submissions;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.LedgerQuery.Order;
import org.fairreview.review.ledger.LedgerQuery.Past;
import org.fairreview.review.ledger.LedgerQuery.Whose;
import org.fairreview.review.ledger.PastReviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger tells nobody more than the page of a case does: neither by a line, nor by a filter, a count or a search.
 */
@ProductTest
class LedgerSightTests {

    private static final List<String> EVERYBODY = List.of(
            "chenyu",
            "linyue",
            "hejun",
            "wangmin",
            "zhaolei",
            "sunqian",
            "liufang",
            "zhangwei",
            "xulaw",
            "gonglaw",
            "wuoffice",
            "dengaudit",
            "fcclerk",
            "fchead",
            "fcleader",
            "fcdrafter",
            "zydrafter",
            "zyclerk",
            "secop",
            "admin");

    private static final List<String> WHOLE_DEMO = Stream.concat(
                    EVERYBODY.stream(), Stream.of("tangxin", "luohui", "caocz", "pinggu"))
            .toList();

    @Autowired
    Ledger ledger;

    @Autowired
    PastReviews pastReviews;

    @Autowired
    CaseFile caseFile;

    @Autowired
    CaseList lines;

    @Autowired
    CaseInsights insights;

    @Autowired
    CaseClocks clocks;

    @Autowired
    Submitting submitting;

    @Autowired
    Submissions submissions;

    @Autowired
    JointReview people;

    @Autowired
    ProcessDriver process;

    @Autowired
    Circulations circulations;

    @Autowired
    AuditTrail trail;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void it_is_today_again() {
        clock.reset();
    }

    @Test
    void a_line_says_what_the_page_of_the_case_says_to_the_same_person() {
        cases_of_all_kinds();
        clock.advance(Duration.ofDays(40));
        SoftAssertions softly = new SoftAssertions();

        for (String userId : EVERYBODY) {
            Actor actor = process.actor(userId);
            Map<String, LedgerEntry> seen = seen(actor, LedgerQuery.all());
            for (String number : all()) {
                Optional<ReviewCase> review = caseFile.find(number, actor);
                softly.assertThat(seen.containsKey(number))
                        .as("%s sees %s", userId, number)
                        .isEqualTo(review.isPresent());
                if (review.isPresent() && seen.containsKey(number)) {
                    same(softly, userId, review.get(), actor, seen.get(number));
                }
            }
        }
        softly.assertAll();
    }

    /** Told from the demo's organisation by hand, so that a mistake that ledger and page share does not hide in both. */
    @Test
    void who_sees_which_line_and_whether_its_reviewer_and_conclusion_is_told_by_hand() {
        Set<String> ofTheCity = Set.of("wangmin", "zhaolei", "sunqian", "liufang", "zhangwei", "wuoffice", "dengaudit");
        Set<String> ofTheUnit = Set.of("chenyu", "tangxin", "luohui");
        List<String> made = cases_of_all_kinds();
        String destroyed = people.inSigning();
        people.signOff(destroyed);
        people.seal(destroyed);
        people.deliver(destroyed);
        long past = Long.parseLong(PastFiles.enter(pastReviews, jdbc, process.actor("wangmin")));
        destroyed(destroyed, "current_timestamp");
        try {
            SoftAssertions softly = new SoftAssertions();
            for (String number : List.of(made.get(0), made.get(2), made.get(4), made.get(5), made.get(6), destroyed)) {
                seenBy(softly, number, ofTheCity, ofTheUnit);
            }
            seenBy(softly, made.get(3), ofTheCity, ofTheUnit, Set.of("xulaw"));
            seenBy(softly, made.get(8), ofTheCity, Set.of("fcclerk", "fchead", "fcleader", "fcdrafter"));
            seenBy(softly, made.get(9), Set.of("wangmin", "zhaolei", "liufang", "zhangwei", "dengaudit", "chenyu"));
            softly.assertThat(people(
                            entry -> !entry.isOffline() && Long.valueOf(past).equals(entry.pastId())))
                    .as("past")
                    .isEqualTo(together(ofTheCity, ofTheUnit));
            for (String number : List.of(made.get(4), made.get(5), destroyed)) {
                boolean delivered = !number.equals(made.get(4));
                softly.assertThat(people(entry -> number.equals(entry.number()) && entry.reviewerId() != null))
                        .as("reviewer of %s", number)
                        .isEqualTo(together(ofTheCity));
                softly.assertThat(people(entry -> number.equals(entry.number()) && entry.conclusion() != null))
                        .as("conclusion of %s", number)
                        .isEqualTo(delivered ? together(ofTheCity, ofTheUnit) : together(ofTheCity));
            }
            softly.assertThat(people(entry -> Long.valueOf(past).equals(entry.pastId())
                            && !entry.isOffline()
                            && entry.conclusion() == Conclusion.CONFORMS))
                    .as("conclusion of a past one")
                    .isEqualTo(together(ofTheCity, ofTheUnit));
            softly.assertAll();
        } finally {
            destroyed(destroyed, "null");
        }
    }

    @SafeVarargs
    private void seenBy(SoftAssertions softly, String number, Set<String>... people) {
        softly.assertThat(people(entry -> number.equals(entry.number())))
                .as(number)
                .isEqualTo(together(people));
    }

    private TreeSet<String> people(Predicate<LedgerEntry> is) {
        return WHOLE_DEMO.stream()
                .filter(userId -> ledger.entries(LedgerQuery.all(), process.actor(userId), 10_000).stream()
                        .anyMatch(is))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SafeVarargs
    private static TreeSet<String> together(Set<String>... people) {
        return Stream.of(people).flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    private void destroyed(String number, String when) {
        jdbc.sql("update review_case set destroyed_at = %s where number = ?".formatted(when))
                .param(number)
                .update();
    }

    private void same(SoftAssertions softly, String userId, ReviewCase review, Actor actor, LedgerEntry entry) {
        CaseRow row = lines.find(review.number(), actor).orElseThrow();
        CaseInsight insight = insights.of(review, actor);
        String as = "%s of %s for %s".formatted("%s", review.number(), userId);
        softly.assertThat(entry.title()).as(as, "title").isEqualTo(row.title());
        softly.assertThat(entry.stage()).as(as, "stage").isEqualTo(row.stage());
        softly.assertThat(entry.conclusion()).as(as, "conclusion").isEqualTo(row.conclusion());
        softly.assertThat(entry.reviewerId() != null).as(as, "reviewer").isEqualTo(row.reviewer() != null);
        softly.assertThat(entry.lastDay()).as(as, "last day").isEqualTo(row.lastDay());
        softly.assertThat(entry.over()).as(as, "over").isEqualTo(row.over());
        softly.assertThat(entry.deliveredOn()).as(as, "delivery").isEqualTo(row.deliveredOn());
        softly.assertThat(Optional.ofNullable(entry.documentNumber()))
                .as(as, "document number")
                .isEqualTo(insight.conclusion() ? review.documentNumber() : Optional.empty());
        softly.assertThat(Optional.ofNullable(entry.signedOffAt()))
                .as(as, "signature")
                .isEqualTo(insight.conclusion() ? review.signedOffAt() : Optional.empty());
        softly.assertThat(entry.usedDays())
                .as(as, "used days")
                .isEqualTo(clocks.read(review.clockSubject())
                        .map(ClockReading::countedDays)
                        .orElse(null));
        softly.assertThat(entry.findings() == null ? -1 : (long) entry.findings())
                .as(as, "findings")
                .isEqualTo(
                        insight.findings()
                                ? caseFile.findings(review.number()).stream()
                                        .filter(finding -> insight.finding(finding.disposition()))
                                        .count()
                                : -1);
    }

    @Test
    void no_filter_finds_by_what_the_line_hides() {
        cases_of_all_kinds();
        SoftAssertions softly = new SoftAssertions();

        for (String userId : EVERYBODY) {
            Actor actor = process.actor(userId);
            Map<String, LedgerEntry> seen = seen(actor, LedgerQuery.all());
            for (Conclusion conclusion : Conclusion.values()) {
                softly.assertThat(seen(actor, by(conclusion, null)).keySet())
                        .as("%s asks for %s", userId, conclusion)
                        .isEqualTo(where(seen, entry -> entry.conclusion() == conclusion));
            }
            for (String reviewer : List.of("zhaolei", "sunqian", "fcclerk")) {
                softly.assertThat(seen(actor, by(null, reviewer)).keySet())
                        .as("%s asks for %s", userId, reviewer)
                        .isEqualTo(where(seen, entry -> reviewer.equals(entry.reviewerId())));
                softly.assertThat(ledger.choices(actor).reviewerIds().contains(reviewer))
                        .as("%s is offered %s", userId, reviewer)
                        .isEqualTo(seen.values().stream().anyMatch(entry -> reviewer.equals(entry.reviewerId())));
            }
            for (ReviewRoute route : ReviewRoute.values()) {
                softly.assertThat(seen(actor, by(route, null)).keySet())
                        .as("%s asks for %s", userId, route)
                        .isEqualTo(where(seen, entry -> entry.route() == route));
            }
            for (CaseEnd end : CaseEnd.values()) {
                softly.assertThat(seen(actor, by((ReviewRoute) null, end)).keySet())
                        .as("%s asks for %s", userId, end)
                        .isEqualTo(where(seen, entry -> entry.end() == end));
            }
            for (String documentNumber : documentNumbers()) {
                softly.assertThat(seen(actor, words(documentNumber)).keySet())
                        .as("%s searches %s", userId, documentNumber)
                        .isEqualTo(where(seen, entry -> documentNumber.equals(entry.documentNumber())));
            }
            int lines = ledger.entries(LedgerQuery.all(), actor, 10_000).size();
            softly.assertThat(ledger.count(LedgerQuery.all(), actor)).isEqualTo(lines);
            softly.assertThat(ledger.page(LedgerQuery.all(), actor, 1).total()).isEqualTo(lines);
        }
        softly.assertAll();
    }

    @Test
    void words_are_found_in_title_number_unit_and_text_and_all_must_match() {
        String mark = "甲乙丙" + System.nanoTime();
        String number = submitting.measure(
                "chenyu", "u02", Issuance.GOVERNMENT, SampleMeasure.BODY + "\n第九十九条 给予" + mark + "%50_补助。\n");
        Actor drafter = process.actor("chenyu");

        assertThat(seen(drafter, words(mark)).keySet()).containsExactly(number);
        assertThat(seen(drafter, words(mark + "%50_补")).keySet()).containsExactly(number);
        assertThat(seen(drafter, words(mark + "%5_")).keySet()).isEmpty();
        assertThat(seen(drafter, words(number + " " + mark + "　发展和改革")).keySet())
                .containsExactly(number);
        assertThat(seen(drafter, words(mark + " 没有这个词")).keySet()).isEmpty();
        assertThat(seen(process.actor("wangmin"), words(mark)).keySet()).containsExactly(number);
        assertThat(seen(process.actor("linyue"), words(mark)).keySet()).isEmpty();
        assertThat(seen(process.actor("zyclerk"), words(mark)).keySet()).isEmpty();

        var page = ledger.page(words(mark), drafter, 1);
        assertThat(ledger.hits(List.of(mark), page.entries(), 2).get(number))
                .singleElement()
                .satisfies(hit -> {
                    assertThat(hit.fileName()).isEqualTo("草案.txt");
                    assertThat(hit.address()).contains("第九十九条");
                    assertThat(hit.text()).contains(mark);
                });
    }

    @Test
    void all_conditions_at_once_still_find_and_each_alone_can_exclude() {
        String number = submitting.measure();
        people.accept(number);
        people.assign(number, "zhaolei");
        Actor head = process.actor("liufang");
        int year = clock.instant().atZone(clock.getZone()).getYear();
        clock.advance(Duration.ofDays(60));
        LedgerQuery all = new LedgerQuery(
                number + " 汉江市",
                Stage.IN_REVIEW,
                year,
                "u02",
                "r420600",
                MeasureKind.NORMATIVE_DOCUMENT,
                Issuance.GOVERNMENT,
                null,
                "zhaolei",
                true,
                Whose.UNIT,
                Past.WITHOUT,
                null,
                null,
                null);

        for (Order order : Order.values()) {
            assertThat(seen(head, all.sortedBy(order)).keySet()).as("%s", order).containsExactly(number);
        }
        assertThat(ledger.page(all, head, 7).number()).isEqualTo(1);
        assertThat(seen(
                        head,
                        new LedgerQuery(
                                number, null, year + 1, null, null, null, null, null, null, null, null, null, null,
                                null, null)))
                .isEmpty();
        assertThat(seen(
                        head,
                        new LedgerQuery(
                                number, null, null, "u03", null, null, null, null, null, null, null, null, null, null,
                                null)))
                .isEmpty();
        assertThat(seen(
                        head,
                        new LedgerQuery(
                                number, null, null, null, "r420606", null, null, null, null, null, null, null, null,
                                null, null)))
                .isEmpty();
        assertThat(seen(
                        head,
                        new LedgerQuery(
                                number,
                                null,
                                null,
                                null,
                                null,
                                MeasureKind.RULE,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .isEmpty();
        assertThat(seen(
                        head,
                        new LedgerQuery(
                                number,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Issuance.CONGRESS,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null)))
                .isEmpty();
    }

    @Test
    void mine_and_my_units_are_found_and_overdue_ones() {
        List<String> made = cases_of_all_kinds();
        Actor reviewer = process.actor("zhaolei");

        assertThat(seen(reviewer, whose(Whose.MINE)).keySet())
                .contains(made.get(2))
                .doesNotContain(made.get(0));
        assertThat(seen(process.actor("chenyu"), whose(Whose.MINE)).keySet()).contains(made.get(0));
        assertThat(seen(process.actor("xulaw"), whose(Whose.MINE)).keySet()).contains(made.get(3));
        assertThat(seen(reviewer, whose(Whose.UNIT)).keySet())
                .contains(made.get(0))
                .noneMatch(number -> number.startsWith("420606"));
        assertThat(seen(reviewer, overdue()).keySet()).doesNotContain(made.get(0));
        clock.advance(Duration.ofDays(60));
        assertThat(seen(reviewer, overdue()).keySet()).contains(made.get(0)).doesNotContain(made.get(5));
    }

    @Test
    void taking_lines_out_is_on_record() {
        submitting.measure();
        Actor drafter = process.actor("chenyu");
        int lines = process.as("chenyu", () -> ledger.export(words("冷链"), drafter))
                .orElseThrow()
                .size();

        var entry = trail.of("chenyu").get(trail.of("chenyu").size() - 1);
        assertThat(entry.act()).isEqualTo("ledger.exported");
        assertThat(entry.actor().userId()).isEqualTo("chenyu");
        assertThat(entry.details()).contains("\"q\":\"冷链\"").contains("\"lines\":" + lines);
        assertThat(lines).isEqualTo(seen(drafter, words("冷链")).size()).isPositive();
    }

    /** Submitted; supplement asked; in review; advice asked; signed off; delivered; a county's; restricted. */
    private List<String> cases_of_all_kinds() {
        List<String> made = new ArrayList<>();
        made.add(submitting.measure());
        made.add(made(number -> process.complete(
                number, JointReview.CHECK, "wangmin", Map.of("decision", "SUPPLEMENT", "missing", "请补充"))));
        made.add(people.inReview());
        made.add(made(number -> {
            people.accept(number);
            people.assign(number, "zhaolei");
            process.answer(
                    number,
                    JointReview.REVIEW,
                    "zhaolei",
                    Map.of(
                            "findings",
                            List.of(people.finding(number, SampleMeasure.STAY_TEN_YEARS, "9(1)", Map.of())),
                            "adviceWanted",
                            true,
                            "adviser",
                            "xulaw",
                            "adviceQuestion",
                            "有无依据？"));
        }));
        String signedOff = people.inSigning();
        people.signOff(signedOff);
        made.add(signedOff);
        String delivered = people.inSigning();
        people.signOff(delivered);
        people.seal(delivered);
        people.deliver(delivered);
        made.add(delivered);
        made.add(submitting.measure("chenyu", "u02", Issuance.DEPARTMENT, SampleMeasure.BODY));
        made.add(made(
                number -> process.as("chenyu", () -> submissions.withdraw(number, "不再出台", process.actor("chenyu")))));
        made.add(submitting.measure("fcdrafter", "u12", Issuance.GOVERNMENT, SampleMeasure.BODY));
        String restricted = people.inReview();
        process.as(
                "zhaolei",
                () -> circulations.raise(restricted, Circulation.RESTRICTED, "内部管控", "", process.actor("zhaolei")));
        made.add(restricted);
        return made;
    }

    private String made(Consumer<String> act) {
        String number = submitting.measure();
        act.accept(number);
        return number;
    }

    /** Of a destroyed case there is a line in the ledger and no page any more. */
    private List<String> all() {
        return jdbc.sql("select number from review_case where destroyed_at is null")
                .query(String.class)
                .list();
    }

    private List<String> documentNumbers() {
        return jdbc.sql("select distinct document_number from review_case where document_number is not null")
                .query(String.class)
                .list();
    }

    private Map<String, LedgerEntry> seen(Actor actor, LedgerQuery query) {
        return ledger.entries(query, actor, 10_000).stream()
                .filter(entry -> !entry.isPast())
                .collect(Collectors.toMap(LedgerEntry::number, entry -> entry));
    }

    private static TreeSet<String> where(Map<String, LedgerEntry> seen, Predicate<LedgerEntry> is) {
        return seen.values().stream()
                .filter(is)
                .map(LedgerEntry::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LedgerQuery words(String q) {
        return new LedgerQuery(q, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    private static LedgerQuery by(Conclusion conclusion, String reviewer) {
        return new LedgerQuery(
                null, null, null, null, null, null, null, conclusion, reviewer, null, null, null, null, null, null);
    }

    private static LedgerQuery by(ReviewRoute route, CaseEnd end) {
        return new LedgerQuery(
                null, null, null, null, null, null, null, null, null, null, null, null, route, end, null);
    }

    private static LedgerQuery whose(Whose whose) {
        return new LedgerQuery(
                null, null, null, null, null, null, null, null, null, null, whose, null, null, null, null);
    }

    private static LedgerQuery overdue() {
        return new LedgerQuery(
                null, null, null, null, null, null, null, null, null, true, null, null, null, null, null);
    }
}
