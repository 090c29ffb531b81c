package org.fairreview.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.fairreview.document.Passage;
import org.fairreview.document.Passages;
import org.fairreview.standard.Standards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is pointed at in texts with lists, definitions, tables and prohibitions, and where exactly. */
class ScreeningTests {

    private static final Screening SCREENING = new Screening(RuleFile.readShipped(new Standards(Clock.systemUTC())));

    @Test
    void the_items_of_a_prohibition_are_prohibited_too() {
        var prohibited =
                """
                第一条 各部门不得有下列行为：
                （一）要求投标人在本市设有分公司；
                （二）优先采购本市企业的产品。
                """;
        assertThat(SCREENING.screen(Passages.of(prohibited)).hits()).isEmpty();

        var ordered = prohibited.replace("不得有下列行为", "应当落实下列措施");
        assertThat(addresses(ordered)).contains("第一条第(一)项", "第一条第(二)项");
    }

    @Test
    void a_prohibition_also_reaches_the_items_that_run_on_in_one_paragraph() {
        assertThat(hits("招标人不得有下列行为：（一）设定本市业绩要求；（二）要求投标人在本市设有分公司；（三）优先选择本地企业。")).isEmpty();
    }

    @Test
    void what_stands_after_otherwise_is_no_longer_prohibited() {
        assertThat(hits("企业不得弄虚作假，否则五年内迁出的，应当退还全部补助。")).isNotEmpty();
    }

    @Test
    void an_item_is_read_together_with_the_words_above_its_list() {
        var text =
                """
                第一条 申请经营共享汽车的，应当符合下列条件：
                （一）有固定停车场；
                （二）在本市登记的企业法人。
                """;
        Hit hit = SCREENING.screen(Passages.of(text)).hits().stream()
                .filter(found -> found.item().equals("8(4)"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.address()).isEqualTo("第一条第(二)项");
    }

    @Test
    void a_definition_colours_the_clauses_that_use_its_term() {
        var coloured =
                """
                第一条 本办法所称骨干商户是指注册在本区的商贸企业。
                第二条 骨干商户参加展销会的，展位费全额补贴。
                """;
        assertThat(rulesAt(coloured, "第二条")).contains("以本地注册、纳税、统计为奖补条件");

        var plain = coloured.replace("注册在本区的商贸企业", "从事批发零售的经营者");
        assertThat(rulesAt(plain, "第二条")).doesNotContain("以本地注册、纳税、统计为奖补条件");
    }

    @Test
    void traditional_characters_are_read_like_simplified_ones_and_the_words_stand_in_the_original() {
        var simplified =
                """
                第一条 招标人应当优先选择本市企业。
                第二条 采购人不得有下列行为：
                （一）要求投标人在本市设有分公司；
                """;
        var traditional =
                """
                第一條 招標人應當優先選擇本市企業。
                第二條 採購人不得有下列行為：
                （一）要求投標人在本市設有分公司；
                """;
        List<Passage> passages = Passages.of(traditional);
        List<Hit> hits = SCREENING.screen(passages).hits();

        assertThat(hits)
                .extracting(Hit::item, Hit::rule, Hit::start, Hit::end)
                .isEqualTo(SCREENING.screen(Passages.of(simplified)).hits().stream()
                        .map(hit ->
                                org.assertj.core.api.Assertions.tuple(hit.item(), hit.rule(), hit.start(), hit.end()))
                        .toList());
        assertThat(hits).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.address()).isEqualTo("第一條");
            assertThat(hit.words())
                    .allSatisfy(word -> assertThat(passages.get(0).text()).contains(word.text()));
        });
        assertThat(hits.get(0).words()).extracting(HitWord::text).contains("優先");
    }

    @Test
    void table_rows_and_attachments_have_addresses() {
        var text =
                """
                第一条 本办法自印发之日起施行。
                附件1 奖补标准
                一、对新迁入我县的总部企业一次性奖励五十万元。
                """;
        assertThat(addresses(text)).anySatisfy(address -> assertThat(address).startsWith("附件1"));
    }

    @Test
    void blanks_line_breaks_width_and_numerals_do_not_hide_words() {
        var text = "获奖企业１０ 年内不 得迁\n出本 区";
        Hit hit = hits(text).stream()
                .filter(found -> found.item().equals("9(1)"))
                .findFirst()
                .orElseThrow();
        assertThat(hit.words()).allSatisfy(word -> assertThat(text.substring(word.start(), word.end()))
                .isEqualTo(word.text()));
        assertThat(text.substring(hit.start(), hit.end())).contains("迁\n出");
    }

    @Test
    void a_percentage_in_words_reads_like_one_in_digits_and_stands_where_it_stands() {
        for (String share : List.of("20%", "２０％", "百分之二十", "百分之20")) {
            var text = "宾馆房价旺季涨幅不得超过" + share + "，由协会监督。";
            assertThat(hits(text))
                    .as(share)
                    .filteredOn(hit -> hit.item().equals("11(3)"))
                    .anySatisfy(hit ->
                            assertThat(text.substring(hit.start(), hit.end())).endsWith(share));
        }
        assertThat(NormalText.of("按七折供应")).hasToString("按#折供应");
    }

    @Test
    void a_threshold_is_no_prohibition() {
        assertThat(hits("民宿客房价格每晚不得超过三百元。")).extracting(Hit::item).contains("11(3)");
    }

    @Test
    void a_reference_to_laws_takes_the_hit_away() {
        var clause = "从事二手家电回收的经营者，应当向街道办事处备案";
        assertThat(hits(clause + "。")).isNotEmpty();
        assertThat(hits(clause + "，法律、行政法规另有规定的除外。")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"全市粮油购销业务应当通过楚粮通平台办理。", "机关和国有企业职工疗休养应当通过市文旅惠民平台办理，不得自行安排。", "景区门票预订须统一使用“一机游”小程序办理。"})
    void business_that_must_go_through_one_platform_is_pointed_at(String clause) {
        assertThat(hits(clause)).extracting(Hit::item).contains("8(3)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "不动产登记应当通过省政务服务平台办理。",
                "进出口货物收发货人应当通过国际贸易单一窗口平台办理报关。",
                "道路运输经营许可证换发应当通过省道路运政平台办理。",
                "不得要求经营者通过指定平台办理业务。"
            })
    void dealings_with_authorities_on_their_platform_are_not(String clause) {
        assertThat(hits(clause)).isEmpty();
    }

    @Test
    void a_heading_alone_is_not_pointed_at() {
        assertThat(addresses("关于优先采购本市企业产品的意见\n\n第一条 本意见自印发之日起施行。")).doesNotContain("标题");
    }

    @Test
    void the_best_hit_of_a_passage_comes_first_and_every_run_gives_the_same() throws Exception {
        var text = "对在本区注册纳税且承诺十年内不迁出的企业，按其地方财政贡献的八成给予奖励。".repeat(20);
        List<Hit> once = hits(text);
        assertThat(once.get(0).score())
                .isGreaterThanOrEqualTo(once.get(once.size() - 1).score());

        var threads = Executors.newFixedThreadPool(4);
        Callable<List<Hit>> again = () -> hits(text);
        for (Future<List<Hit>> result : threads.invokeAll(List.of(again, again, again, again))) {
            assertThat(result.get()).isEqualTo(once);
        }
        threads.shutdown();
    }

    @Test
    void long_texts_without_any_full_stop_end_in_time() {
        String text = "不得要求本市企业采购指定公司产品并给予奖励，".repeat(9_000);
        long start = System.nanoTime();
        SCREENING.screen(text);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    private static List<Hit> hits(String text) {
        return SCREENING.screen(text).hits();
    }

    private static List<String> addresses(String text) {
        return SCREENING.screen(Passages.of(text)).hits().stream()
                .map(Hit::address)
                .distinct()
                .toList();
    }

    private static List<String> rulesAt(String text, String address) {
        List<Passage> passages = Passages.of(text);
        return SCREENING.screen(passages).hits().stream()
                .filter(hit -> hit.address().equals(address))
                .map(Hit::rule)
                .toList();
    }
}
