package org.fairreview.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A form that makes something makes it once, however often it is sent. */
@ProductTest
class SentFormsTests {

    private static final Pattern KEY = Pattern.compile("name=\"formKey\" value=\"([^\"]+)\"");

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Standards standards;

    @Autowired
    Clock clock;

    @Test
    void a_procedure() {
        assertMadeOnce("chenyu", "/procedures", "procedure_case", procedure());
    }

    @Test
    void a_letter() {
        assertMadeOnce(
                "zhaolei",
                "/letters",
                "letter",
                Map.of("kind", "urging", "addresseeAs", "DEPARTMENT", "addressee", "u03"));
    }

    @Test
    void a_clean_up() {
        assertMadeOnce("wuoffice", "/cleanup", "campaign", cleanUp());
    }

    @Test
    void a_spot_check() {
        assertMadeOnce("liufang", "/spot-checks", "spot_check", spotCheck());
    }

    @Test
    void sent_at_the_same_moment_it_is_made_once_too() {
        Visitor drafter = web.login("chenyu");
        Map<String, String> form = form(drafter, "/procedures", procedure());
        List<CompletableFuture<Answer>> sendings = IntStream.range(0, 6)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> drafter.submit("/procedures", form)))
                .toList();
        assertThat(sendings).map(sending -> sending.join().location()).allSatisfy(address -> assertThat(address)
                .contains("/procedures/4")
                .isEqualTo(sendings.get(0).join().location()));
    }

    @Test
    void what_was_refused_keeps_its_key_and_may_be_sent_again() {
        Visitor drafter = web.session("chenyu");
        Map<String, String> form = form(drafter, "/procedures", procedure());
        Map<String, String> hollow = new HashMap<>(form);
        hollow.remove("decider");

        Answer refused = drafter.submit("/procedures", hollow);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(form.get("formKey"));
        assertThat(drafter.submit("/procedures", form).location()).contains("/procedures/4");
    }

    @Test
    void the_key_of_another_leads_nowhere() {
        Visitor drafter = web.session("chenyu");
        Map<String, String> form = form(drafter, "/procedures", procedure());
        String made = drafter.submit("/procedures", form).location();
        Visitor other = web.session("linyue");
        form.put("_csrf", other.csrf());

        assertThat(other.submit("/procedures", form).location())
                .contains("/procedures/4")
                .isNotEqualTo(made);
    }

    private void assertMadeOnce(String userId, String path, String table, Map<String, String> typed) {
        Visitor person = web.session(userId);
        Map<String, String> form = form(person, path, typed);
        long before = count(table);

        Answer first = person.submit(path, form);
        Answer second = person.submit(path, form);

        assertThat(first.status()).as(first.toString()).isEqualTo(302);
        assertThat(first.location()).contains(path + "/4");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(count(table)).isEqualTo(before + 1);

        Map<String, String> again = form(person, path, typed);
        assertThat(person.submit(path, again).location())
                .as("another form with the same words is another thing")
                .isNotEqualTo(first.location());
    }

    private static Map<String, String> form(Visitor person, String path, Map<String, String> typed) {
        Matcher key = KEY.matcher(person.get(path + "/new").body());
        assertThat(key.find()).as("the form of " + path + " has a key").isTrue();
        Map<String, String> form = new HashMap<>(typed);
        form.put("formKey", key.group(1));
        form.put("_csrf", person.csrf());
        return form;
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private static Map<String, String> procedure() {
        return Map.of(
                "title", "关于重复提交的通知" + UUID.randomUUID().toString().substring(0, 8),
                "kind", "NORMATIVE_DOCUMENT",
                "business", "true",
                "decider", "UNIT",
                "decidingBody", "局长办公会议",
                "legalUnit", "u05");
    }

    private Map<String, String> cleanUp() {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "kind", "FAIR_COMPETITION",
                "title", "重复提交的清理",
                "scope", "现行有效的政策措施",
                "cutOff", today.minusDays(1).toString(),
                "deadline", today.plusDays(60).toString(),
                "responsibility", "DRAFTER",
                "regime", standards.regime(),
                "samplingShare", "0",
                "units", "u02");
    }

    private Map<String, String> spotCheck() {
        LocalDate today = LocalDate.now(clock);
        return Map.of(
                "title", "重复提交的抽查",
                "focus", "招商引资领域",
                "regions", "r420600",
                "sampleSize", "5",
                "method", "SIMPLE",
                "startsOn", today.toString(),
                "endsOn", today.plusDays(30).toString(),
                "firstInspector", "zhaolei",
                "secondInspector", "sunqian",
                "seedSource", "PRODUCT");
    }
}
