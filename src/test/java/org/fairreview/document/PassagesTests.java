package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How texts of every build are cut, and what their passages are called. */
class PassagesTests {

    @Test
    void articles_paragraphs_and_items_are_cited_as_the_law_cites_them() {
        var text =
                """
                示范区促进文旅消费办法

                为了促进消费，制定本办法。
                第一章 总则
                第一条 本办法适用于示范区。
                第二条 主管部门负责下列工作：
                （一）编制计划；
                （二）组织实施。
                第三条 商户可以申请补贴。
                申请应当提交下列材料：
                （一）申请表；
                1．一式两份；
                2．加盖公章；
                （二）营业执照。
                主管部门应当在十日内答复。
                第四条 本办法自印发之日起施行。
                """;
        assertThat(addresses(text))
                .containsExactly(
                        "标题",
                        "引言第1段",
                        "第一章",
                        "第一条",
                        "第二条",
                        "第二条第(一)项",
                        "第二条第(二)项",
                        "第三条第一款",
                        "第三条第二款",
                        "第三条第二款第(一)项",
                        "第三条第二款第(一)项第1目",
                        "第三条第二款第(一)项第2目",
                        "第三条第二款第(二)项",
                        "第三条第三款",
                        "第四条");
    }

    @Test
    void an_article_under_a_heading_of_its_own_starts_with_the_paragraph_below() {
        var text =
                """
                第一条 【落户奖】
                对新落户的企业给予奖励。
                第二条 备案程序
                (一)机构备案
                机构应当向主管部门备案。
                (二)项目备案
                项目应当委托备案。
                """;
        assertThat(addresses(text))
                .containsExactly("第一条", "第一条第一款", "第二条", "第二条第(一)项", "第二条第(一)项第1段", "第二条第(二)项", "第二条第(二)项第1段");
    }

    @Test
    void opinions_without_articles_are_cited_by_their_own_numbers() {
        var text =
                """
                关于支持夜间经济的若干意见
                一、总体要求
                坚持市场主导。
                二、主要措施
                （一）繁荣市场。鼓励延时经营。
                1. 支持商圈：
                （1）开放广场；
                （2）减免费用。
                2、支持餐饮。
                （二）完善配套。
                附 则
                1．本意见由主管部门解释。
                """;
        assertThat(addresses(text))
                .containsExactly(
                        "标题",
                        "一、",
                        "一、第1段",
                        "二、",
                        "二、(一)",
                        "二、(一)1.",
                        "二、(一)1.(1)",
                        "二、(一)1.(2)",
                        "二、(一)2.",
                        "二、(二)",
                        "附则",
                        "附则1.");
    }

    @Test
    void articles_that_run_through_numbered_sections_do_not_name_the_section() {
        var text =
                """
                二、支持范围
                (一)投资奖励
                第 9 条对新上项目给予奖励，条件如下：
                (一)投资一千万元以上；
                (二)亩均达标。
                第 1 0 条对重大项目另行商定。
                (二)绩效奖励
                第 11 条对税收达标的项目给予奖励。
                三、组织保障
                第12条成立工作小组。
                """;
        assertThat(addresses(text))
                .containsExactly("二、", "二、(一)", "第9条", "第9条第(一)项", "第9条第(二)项", "第10条", "二、(二)", "第11条", "三、", "第12条");
    }

    @Test
    void a_line_that_only_cites_an_article_or_an_item_is_a_paragraph() {
        var text =
                """
                第五条 企业可以申请奖励。
                第三条规定的企业除外。
                （一）、（二）项所列材料另行规定。
                第六条 奖励分期拨付。
                """;
        assertThat(addresses(text)).containsExactly("第五条第一款", "第五条第二款", "第五条第三款", "第六条");
    }

    @Test
    void amounts_and_years_at_the_head_of_a_line_are_no_numbers_of_items() {
        var text = "一、奖励标准\n1.5亿元以上的，奖励十万元。\n2023年起执行。\n一、二等奖另行奖励。\n";
        assertThat(addresses(text)).containsExactly("一、", "一、第1段", "一、第2段", "一、第3段");
    }

    @Test
    void appendices_in_the_same_file_put_their_name_before_each_address() {
        var text =
                """
                关于印发补贴细则的通知
                各有关单位：
                一、请遵照执行。
                附件：1.补贴细则
                2.申请表
                示范区管理委员会
                2026年3月1日
                附件1
                补贴细则
                第一条 补贴每人一百元。
                第二条 补贴按月发放。
                附件2：申请表
                | 项目 | 内容 |
                | 名称 | 填写全称 |
                """;
        assertThat(addresses(text))
                .containsExactly(
                        "标题",
                        "引言第1段",
                        "一、",
                        "附件清单第1行",
                        "附件清单第2行",
                        "落款第1行",
                        "落款第2行",
                        "附件1",
                        "附件1 标题",
                        "附件1 第一条",
                        "附件1 第二条",
                        "附件2",
                        "附件2 表1第1行",
                        "附件2 表1第2行");
    }

    @Test
    void rows_are_counted_in_each_table() {
        var text = "一、目录\n| 甲 | 乙 |\n| 丙 | 丁 |\n\n| 戊 | 己 |\n二、其他\n";
        assertThat(addresses(text)).containsExactly("一、", "表1第1行", "表1第2行", "表2第1行", "二、");
    }

    @Test
    void what_stands_above_the_title_is_the_masthead() {
        var text =
                """
                示范区管理委员会文件
                示管发〔2026〕5号

                示范区管理委员会关于
                支持夜间经济的若干措施
                （征求意见稿）
                第一条 支持夜间经济。
                """;
        var passages = Passages.of(text);
        assertThat(addresses(text)).containsExactly("版头第1段", "版头第2段", "标题", "引言第1段", "第一条");
        assertThat(passages.get(2).text()).isEqualTo("示范区管理委员会关于\n支持夜间经济的若干措施");
    }

    @Test
    void numbers_with_points_say_by_themselves_what_they_stand_under() {
        assertThat(addresses("一、申报\n1. 条件\n1.1 依法登记。\n1.2 信用良好。\n2. 材料\n2.1 申请表。"))
                .containsExactly("一、", "一、1.", "一、1.1", "一、1.2", "一、2.", "一、2.1");
    }

    @Test
    void a_text_without_any_number_is_cited_by_its_paragraphs() {
        assertThat(addresses("夜间经济工作通告\n商户自愿参加。\n活动不收费用。\n示范区管理委员会\n2026年3月1日"))
                .containsExactly("标题", "正文第1段", "正文第2段", "落款第1行", "落款第2行");
    }

    @Test
    void the_same_address_is_never_given_twice() {
        var text = "第一章 总则\n一、甲。\n第一章 总则\n一、乙。\n第一章 总则\n";
        assertThat(addresses(text)).containsExactly("第一章", "第一章一、", "第一章之2", "第一章一、之2", "第一章之3");
    }

    @Test
    void brackets_widths_and_blanks_do_not_change_an_address() {
        assertThat(addresses("一 、措施\n（ 一 ）甲。\n１．乙。"))
                .isEqualTo(addresses("一、措施\n(一)甲。\n1.乙。"))
                .containsExactly("一、", "一、(一)", "一、(一)1.");
    }

    @Test
    void passages_cover_the_whole_text_in_order() {
        var text = "  示范办法\n\n第一条 甲。\n\n  乙。  \n（一）丙\n落款单位\n2026年1月1日\n";
        int last = 0;
        for (var passage : Passages.of(text)) {
            assertThat(text.substring(last, passage.start())).isBlank();
            assertThat(text.substring(passage.start(), passage.end())).isEqualTo(passage.text());
            last = passage.end();
        }
        assertThat(text.substring(last)).isBlank();
    }

    @Test
    void a_very_long_paragraph_stays_whole() {
        var text = "第一条 " + "很长。".repeat(30_000);
        assertThat(Passages.of(text)).singleElement().satisfies(passage -> assertThat(passage.text())
                .hasSize(text.length()));
    }

    @Test
    void numerals_are_read_and_written() {
        assertThat(List.of(1, 10, 12, 20, 101, 110, 133, 1004))
                .allSatisfy(number ->
                        assertThat(HanNumber.parse(HanNumber.of(number))).isEqualTo(number));
        assertThat(HanNumber.of(12)).isEqualTo("十二");
        assertThat(HanNumber.of(101)).isEqualTo("一百零一");
        assertThat(HanNumber.parse("1 0")).isEqualTo(10);
    }

    private static List<String> addresses(String text) {
        return Passages.of(text).stream().map(Passage::address).toList();
    }
}
