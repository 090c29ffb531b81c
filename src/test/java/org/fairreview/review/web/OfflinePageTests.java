package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fairreview.audit.AuditTrail;
import org.fairreview.kit.Answer;
import org.fairreview.kit.Crowd;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clerk registers that a classified measure was reviewed on paper. */
@ProductTest
class OfflinePageTests {

    @Autowired
    Web web;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerWorkbook workbook;

    @Autowired
    ProcessDriver process;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String paper = "JZ" + System.nanoTime();

    @Test
    void it_is_closed_and_counted_and_has_neither_title_nor_text() {
        assertThat(web.session("wangmin").get("/cases").body()).contains("href=\"/cases/offline\"");
        assertThat(web.session("wangmin").get("/cases/offline").body())
                .contains("本页不得填写任何涉密内容", "不填写政策措施的名称")
                .doesNotContain("name=\"title\"", "type=\"file\"", "??");

        Answer done = send(form());

        assertThat(done.status()).isEqualTo(302);
        String address = done.location().replaceFirst("https?://[^/]+", "");
        assertThat(web.session("wangmin").get(address).body())
                .contains("涉密（线下审查）", paper, "襄阳市发展和改革委员会", "王敏", "案卷存机要室")
                .doesNotContain("??");
        for (String sees : List.of("wangmin", "chenyu", "dengaudit", "zhaolei")) {
            List<LedgerEntry> found = ledger.entries(asking(paper), process.actor(sees), 10);
            assertThat(found).as(sees).singleElement().satisfies(entry -> {
                assertThat(entry.title()).isEqualTo("涉密（线下审查）");
                assertThat(entry.isOffline()).isTrue();
                assertThat(entry.isPast()).isTrue();
            });
            assertThat(ledger.count(asking(paper), process.actor(sees))).isEqualTo(1);
            assertThat(web.session(sees).get("/cases?q=" + paper).body())
                    .contains("涉密（线下审查）", "href=\"" + address + "\"", "线下审查</span>");
        }
        for (String stranger : List.of("linyue", "fcclerk", "admin", "xulaw")) {
            assertThat(ledger.count(asking(paper), process.actor(stranger)))
                    .as(stranger)
                    .isZero();
            assertThat(web.session(stranger).get(address).status()).as(stranger).isEqualTo(404);
        }
        assertThat(workbook.of(ledger.entries(asking(paper), process.actor("wangmin"), 10)))
                .isNotEmpty();
        assertThat(web.basic("wangmin")
                        .get("/api/measures?end=OFFLINE&q=" + paper)
                        .body())
                .contains("\"title\":\"涉密（线下审查）\"", "\"total\":1");
        assertThat(trail.lastOf("wangmin").orElseThrow().act()).isEqualTo("ledger.offlineRegistered");
        assertThat(columns())
                .contains("paper_number")
                .doesNotContain("title", "text", "measure_id", "version_id", "file_id");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
        Map<String, String> form = form();
        form.put("remark", "机密★10年");
        form.remove("unclassified");

        Answer refused = send(form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("这一栏带有密级标志", "请确认以上内容不涉及国家秘密", "value=\"" + paper + "\"")
                .doesNotContain("??");
        assertThat(ledger.count(asking(paper), process.actor("wangmin"))).isZero();
        assertThat(send(form()).status()).isEqualTo(302);
        assertThat(send(form()).body()).contains("这个编号的案卷已经登记过");
        Map<String, String> foreign = form();
        foreign.put("unit", "u12");
        foreign.put("paperNumber", paper + "b");
        assertThat(send(foreign).body()).contains("请选择起草单位");
        assertThat(web.session("zhaolei").get("/cases/offline").status()).isEqualTo(403);
    }

    @Test
    void a_button_pressed_twice_registers_once() {
        Callable<Integer> press = () -> send(form()).status();

        List<Integer> statuses = Crowd.atOnce(List.of(press, press, press)).stream()
                .map(Crowd.Outcome::value)
                .toList();

        assertThat(statuses).containsOnlyOnce(302).allMatch(status -> status == 302 || status == 422);
        assertThat(ledger.count(asking(paper), process.actor("wangmin"))).isEqualTo(1);
    }

    private Map<String, String> form() {
        return new HashMap<>(Map.of(
                "unit", "u02",
                "reviewedOn", LocalDate.now(clock).toString(),
                "route", "JOINT",
                "conclusion", "CONFORMS",
                "paperNumber", paper,
                "handledBy", "王敏",
                "remark", "案卷存机要室",
                "unclassified", "true"));
    }

    private Answer send(Map<String, String> form) {
        Visitor wangmin = web.session("wangmin");
        form.put("_csrf", wangmin.csrf());
        return wangmin.submit("/cases/offline", form);
    }

    private List<String> columns() {
        return jdbc.sql("select lower(column_name) from information_schema.columns where lower(table_name) ="
                        + " 'offline_review'")
                .query(String.class)
                .list();
    }

    private static LedgerQuery asking(String q) {
        return new LedgerQuery(q, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
