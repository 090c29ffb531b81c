package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fairreview.kit.Answer;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.fairreview.kit.Visitor;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The units' yearly summaries: asked for, told of, chased, received; and the office's own. */
@ProductTest
class SummaryNoticeTests {

    @Autowired
    DeadlineWatch watch;

    @Autowired
    Submitting submitting;

    @Autowired
    Web web;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void a_summary_is_asked_for_with_a_notice_and_received_with_text_file_and_counted_figures() {
        String year = String.valueOf(LocalDate.now(clock).getYear());
        Visitor unit = web.session("chenyu");
        assertThat(post("wuoffice", "/summaries/requests", Map.of("year", year, "units", "u02"))
                        .status())
                .isEqualTo(302);
        Answer again = post("wuoffice", "/summaries/requests", Map.of("year", year, "units", "u02"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("请选择还没有要求过的单位");
        assertThat(unit.get("/notices").body()).contains("提交" + year + "年度总结", "NDZJ-" + year + "-u02");
        assertThat(unit.get("/cases/NDZJ-" + year + "-u02").location()).contains("/summaries/");
        String page = page(year, "u02");

        Answer bare = post("chenyu", page, Map.of("content", "全年审查情况"));
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body()).contains("请上传总结文件", "全年审查情况").doesNotContain("??");
        assertThat(post("linyue", page, Map.of("content", "别的单位")).status()).isEqualTo(404);
        assertThat(post("zhaolei", page, Map.of("content", "审查员")).status()).isEqualTo(403);
        assertThat(post("chenyu", page, Map.of("content", "全年审查情况", "fileId", submitting.scan("chenyu")))
                        .status())
                .isEqualTo(302);

        assertThat(unit.get(page).body()).contains("全年审查情况", "提交时统计的本单位数字", "收到新增政策措施");
        assertThat(web.session("wuoffice").get("/summaries?year=" + year).body())
                .contains("已报送1个")
                .doesNotContain("??");
        assertThat(open("chenyu", "NDZJ-" + year + "-u02")).isZero();
    }

    @Test
    void what_was_chosen_stays_so_when_the_request_is_refused_and_an_empty_list_says_what_to_do() {
        String year = String.valueOf(LocalDate.now(clock).getYear() - 4);
        Visitor office = web.session("wuoffice");
        assertThat(office.get("/summaries?year=" + year).body())
                .contains("value=\"u02\" checked=\"checked\"", "在下面勾选单位", "报上级以后，在下面登记")
                .doesNotContain("??");

        Answer none = post("wuoffice", "/summaries/requests", Map.of("year", year));

        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body())
                .contains("请选择还没有要求过的单位", "value=\"u02\"", "field-error")
                .doesNotContain("checked=\"checked\"");
        assertThat(web.session("zhaolei").get("/summaries?year=" + year).body())
                .contains("由联席会议办公室或者科室负责人在本页要求")
                .doesNotContain("在下面勾选单位", "??");
    }

    @Test
    void who_is_late_is_chased_once_by_the_watch_over_deadlines() {
        String year = String.valueOf(LocalDate.now(clock).getYear() - 1);
        assertThat(post("wuoffice", "/summaries/requests", Map.of("year", year, "units", "u02"))
                        .status())
                .isEqualTo(302);

        watch.look();
        watch.look();

        assertThat(told("chenyu", "NDZJ-" + year + "-u02", NoticeKind.OVERDUE)).isEqualTo(1);
        assertThat(web.session("wuoffice").get("/summaries?year=" + year).body())
                .contains("逾期未报1个", "1月15日", "1月20日");
    }

    @Test
    void the_offices_own_summary_is_registered_as_sent_with_its_day_and_file() {
        int year = LocalDate.now(clock).getYear() - 1;
        Map<String, String> typed =
                Map.of("year", String.valueOf(year), "sentOn", (year + 1) + "-01-18", "sentTo", "湖北省市场监督管理局");
        Answer bare = post("wuoffice", "/summaries/office", typed);
        assertThat(bare.status()).isEqualTo(422);
        assertThat(bare.body()).contains("请上传总结文件", "湖北省市场监督管理局");
        Map<String, String> whole = new HashMap<>(typed);
        whole.put("fileId", submitting.scan("wuoffice"));
        assertThat(post("wuoffice", "/summaries/office", whole).status()).isEqualTo(302);
        String page = web.session("wuoffice").get("/summaries?year=" + year).body();
        assertThat(page).contains((year + 1) + "年1月18日", "湖北省市场监督管理局");
        String file = page.replaceFirst("(?s).*(/summaries/files/[0-9a-f-]+).*", "$1");
        assertThat(web.session("wuoffice").get(file).status()).isEqualTo(200);
        assertThat(web.session("chenyu").get(file).status()).isEqualTo(404);
    }

    private String page(String year, String unit) {
        return "/summaries/"
                + jdbc.sql("select id from yearly_summary where summary_year = ? and unit_id = ?")
                        .params(Integer.parseInt(year), unit)
                        .query(Long.class)
                        .single();
    }

    private int open(String userId, String number) {
        return jdbc.sql("select count(*) from notice where user_id = ? and case_number = ? and over_at is null")
                .params(userId, number)
                .query(Integer.class)
                .single();
    }

    private int told(String userId, String number, NoticeKind kind) {
        return jdbc.sql("select count(*) from notice where user_id = ? and case_number = ? and kind = ?")
                .params(userId, number, kind.name())
                .query(Integer.class)
                .single();
    }

    private Answer post(String userId, String path, Map<String, String> fields) {
        Map<String, String> typed = new HashMap<>(fields);
        typed.put("_csrf", web.session(userId).csrf());
        return web.session(userId).submit(path, typed);
    }
}
