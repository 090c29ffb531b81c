package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.document.Comparison.Kind;
import org.fairreview.document.Comparison.Mark;
import org.fairreview.document.Comparison.Row;
import org.fairreview.document.Comparison.Run;
import org.fairreview.document.Comparison.Summary;
import org.junit.jupiter.api.Test;

/** Two versions of a text are laid side by side. */
class ComparisonTests {

    private static final String TEXT =
            """
            青林市鼓励绿色仓储办法

            第一条 为了鼓励绿色仓储，制定本办法。

            第二条 本办法适用于本市行政区域内的仓储经营者。

            第三条 新建屋顶光伏的仓库，按照每平方米二十元给予补助，单个项目不超过50万元。

            第四条 申请补助应当提交下列材料：
            （一）申请表；
            （二）竣工验收报告。

            第五条 商务部门应当在十五个工作日内作出决定。

            第六条 本办法自2026年1月1日起施行。
            """;

    @Test
    void the_same_text_is_the_same() {
        var comparison = compare(TEXT, TEXT);

        assertThat(comparison.isSameText()).isTrue();
        assertThat(comparison.summary()).isEqualTo(new Summary(9, 0, 0, 0, 0, 0));
        assertThat(comparison.rows()).noneMatch(Row::isReaddressed);
    }

    @Test
    void an_inserted_article_renumbers_those_below_and_changes_none_of_them() {
        var comparison = compare(
                TEXT,
                TEXT.replace("第六条", "第七条")
                        .replace("第五条", "第六条")
                        .replace("第四条", "第五条")
                        .replace("第三条", "第四条")
                        .replace("第四条 新建", "第三条 仓储经营者不分所有制和注册地，平等享受补助。\n\n第四条 新建"));

        assertThat(comparison.summary()).isEqualTo(new Summary(9, 0, 1, 0, 0, 6));
        assertThat(comparison.isSameText()).isFalse();
        assertThat(lines(comparison))
                .containsSubsequence(
                        "SAME 第二条 > 第二条",
                        "ADDED  > 第三条",
                        "SAME 第三条 > 第四条",
                        "SAME 第四条 > 第五条",
                        "SAME 第四条第(一)项 > 第五条第(一)项",
                        "SAME 第四条第(二)项 > 第五条第(二)项",
                        "SAME 第五条 > 第六条",
                        "SAME 第六条 > 第七条");
    }

    @Test
    void a_changed_number_is_marked_as_a_whole() {
        var comparison = compare(TEXT, TEXT.replace("50万元", "500万元").replace("二十元", "二十五元"));

        var row = only(comparison, Kind.CHANGED);
        assertThat(comparison.summary()).isEqualTo(new Summary(8, 1, 0, 0, 0, 0));
        assertThat(row.beforeRuns())
                .containsExactly(
                        new Run(Mark.KEPT, "第三条 新建屋顶光伏的仓库，按照每平方米"),
                        new Run(Mark.DELETED, "二十"),
                        new Run(Mark.KEPT, "元给予补助，单个项目不超过"),
                        new Run(Mark.DELETED, "50"),
                        new Run(Mark.KEPT, "万元。"));
        assertThat(row.afterRuns())
                .filteredOn(run -> !run.isKept())
                .containsExactly(new Run(Mark.INSERTED, "二十五"), new Run(Mark.INSERTED, "500"));
    }

    @Test
    void a_small_number_above_a_digit_is_no_matter_of_width() {
        var row = only(compare("第一条 面积不少于10m²的，每平方米补助102元。", "第一条 面积不少于10m2的，每平方米补助10²元。"), Kind.CHANGED);

        assertThat(changed(row.beforeRuns())).containsExactly("²", "102");
        assertThat(changed(row.afterRuns())).containsExactly("2", "10²");
    }

    @Test
    void a_deleted_article_is_removed_and_the_rest_stays() {
        var comparison =
                compare(TEXT, TEXT.replace("第五条 商务部门应当在十五个工作日内作出决定。\n\n", "").replace("第六条", "第五条"));

        assertThat(comparison.summary()).isEqualTo(new Summary(8, 0, 0, 1, 0, 1));
        assertThat(only(comparison, Kind.REMOVED).beforeAddress()).isEqualTo("第五条");
        assertThat(lines(comparison)).contains("SAME 第六条 > 第五条");
    }

    @Test
    void a_moved_article_names_its_other_place() {
        String decision = "商务部门应当在十五个工作日内作出决定。";
        var comparison = compare(
                TEXT,
                TEXT.replace("第五条 " + decision + "\n\n", "")
                        .replace("第四条", "第五条")
                        .replace("第三条", "第四条")
                        .replace("第四条 新建", "第三条 " + decision + "\n\n第四条 新建"));

        assertThat(comparison.summary()).isEqualTo(new Summary(8, 0, 0, 0, 1, 4));
        assertThat(comparison.isSameText()).isFalse();
        assertThat(only(comparison, Kind.REMOVED).elsewhere().address()).isEqualTo("第三条");
        assertThat(only(comparison, Kind.ADDED).elsewhere().address()).isEqualTo("第五条");
    }

    @Test
    void blanks_and_widths_are_layout() {
        var comparison =
                compare(TEXT, TEXT.replace("，", ",").replace("第三条 ", "第三条").replace("2026年1月1日", "２０２６年 1月 1日"));

        assertThat(comparison.isSameText()).isTrue();
        assertThat(comparison.rows())
                .anySatisfy(row -> assertThat(row.afterRuns().get(0).text()).contains("２０２６年 1月 1日"));
    }

    @Test
    void line_breaks_are_layout_even_where_they_cut_a_passage() {
        var comparison = compare(TEXT, TEXT.replace("，按照每平方米", "，\n按照每平方米").replace("，单个项目", "，\n单个项目"));

        assertThat(comparison.isSameText()).isTrue();
        assertThat(lines(comparison)).contains("SAME 第三条 > 第三条第一款、第三条第二款、第三条第三款");
        assertThat(compare(TEXT.replace("，按照每平方米", "，\n按照每平方米"), TEXT.replace("，单个项目", "，\n单个项目"))
                        .isSameText())
                .isTrue();
    }

    @Test
    void layout_hides_no_change_of_words() {
        var row = only(compare(TEXT, TEXT.replace("第三条 新建屋顶光伏", "第三条　新建 屋顶光热")), Kind.CHANGED);

        assertThat(changed(row.beforeRuns())).containsExactly("伏");
        assertThat(row.afterRuns()).startsWith(new Run(Mark.KEPT, "第三条　新建 屋顶光"), new Run(Mark.INSERTED, "热"));
    }

    @Test
    void in_a_rewritten_block_a_passage_meets_the_one_it_is_most_like() {
        var comparison = compare(
                """
                第一条 对物流企业购置新能源货车给予补贴。
                第二条 企业应当在本市缴纳税款和社会保险满两年。
                第三条 商务部门负责组织实施。
                """,
                """
                第一条 物流园区应当配套充电设施。
                第二条 对从事城市配送的物流企业购置新能源货车给予补贴。
                第三条 市商务部门会同交通部门负责组织实施。
                """);

        assertThat(lines(comparison))
                .containsExactly("ADDED  > 第一条", "CHANGED 第一条 > 第二条", "REMOVED 第二条 > ", "CHANGED 第三条 > 第三条");
    }

    @Test
    void an_article_rewritten_under_its_address_is_changed_though_little_of_it_stayed() {
        var row = only(
                compare(
                        "第一条 为了公平，制定本办法。\n第二条 申请补贴的企业应当在本市注册并在本市纳税满三年。\n第三条 商务部门负责实施。",
                        "第一条 为了公平，制定本办法。\n第二条 申请补贴的企业应当依法登记并具有与项目相适应的服务能力。\n第三条 商务部门负责实施。"),
                Kind.CHANGED);

        assertThat(row.beforeRuns()).startsWith(new Run(Mark.KEPT, "第二条 申请补贴的企业应当"));
        assertThat(changed(row.beforeRuns())).containsExactly("在本市注册并在本市纳税满三年");
    }

    @Test
    void what_was_rewritten_between_two_lone_characters_is_one_run() {
        var row = only(compare("第一条 优先采购本市企业生产的智能设备和产品。", "第一条 优先采购符合国家标准的节能设备和产品。"), Kind.CHANGED);

        assertThat(changed(row.beforeRuns())).containsExactly("本市企业生产的智");
        assertThat(changed(row.afterRuns())).containsExactly("符合国家标准的节");
    }

    @Test
    void an_article_that_was_continued_is_changed_and_not_replaced() {
        var row =
                only(compare("第一条 商务部门应当依法组织实施。", "第一条 商务部门应当依法组织实施。负责人由主任担任，副主任协助，成员单位派员参加，每季度召集一次会议。"), Kind.CHANGED);

        assertThat(changed(row.beforeRuns())).isEmpty();
        assertThat(changed(row.afterRuns())).containsExactly("负责人由主任担任，副主任协助，成员单位派员参加，每季度召集一次会议。");
    }

    @Test
    void against_an_empty_side_everything_is_added_or_removed() {
        var passages = Passages.of(TEXT);

        assertThat(Comparison.of(List.of(), passages).summary()).isEqualTo(new Summary(0, 0, 9, 0, 0, 0));
        assertThat(Comparison.of(passages, List.of()).summary()).isEqualTo(new Summary(0, 0, 0, 9, 0, 0));
        assertThat(Comparison.of(List.of(), List.of()).isSameText()).isTrue();
    }

    @Test
    void every_passage_of_both_texts_stands_in_one_row() {
        var random = new Random(20260101);
        for (int round = 0; round < 50; round++) {
            var before = Passages.of(shuffled(random));
            var after = Passages.of(shuffled(random));

            var rows = Comparison.of(before, after).rows();

            assertThat(rows.stream().flatMap(row -> row.before().stream())).containsExactlyElementsOf(before);
            assertThat(rows.stream().flatMap(row -> row.after().stream())).containsExactlyElementsOf(after);
            assertThat(rows).allSatisfy(row -> {
                assertThat(text(row.beforeRuns())).isEqualTo(passageText(row.before()));
                assertThat(text(row.afterRuns())).isEqualTo(passageText(row.after()));
            });
        }
    }

    @Test
    void a_quotation_is_followed_to_its_new_place() {
        String changed = TEXT.replace("第六条", "第七条")
                .replace("第五条", "第六条")
                .replace("第六条 商务部门应当在十五个", "第五条 补助不得重复享受。\n第六条　市商务部门应当在十五 个");
        var comparison = compare(TEXT, changed);

        var place = follow(comparison, "商务部门应当在十五个工作日内");

        assertThat(place.passage().address()).isEqualTo("第六条");
        assertThat(changed.substring(place.start(), place.end())).isEqualTo("商务部门应当在十五 个工作日内");
        assertThat(counterpart(comparison, "第五条")).isEqualTo("第六条");
    }

    @Test
    void a_quotation_over_two_passages_is_followed_as_one() {
        String changed = TEXT.replace("第一条 ", "\n第一条  ");

        var place = follow(compare(TEXT, changed), "制定本办法。\n\n第二条 本办法");

        assertThat(changed.substring(place.start(), place.end())).isEqualTo("制定本办法。\n\n第二条 本办法");
    }

    @Test
    void a_quotation_is_lost_where_a_word_of_it_went_or_came() {
        int start = TEXT.indexOf("给予补助");

        assertThat(compare(TEXT, TEXT.replace("给予补助", "给予适当补助")).follow(start, start + 4))
                .isEmpty();
        assertThat(compare(TEXT, TEXT.replace("给予补助", "予以补助")).follow(start, start + 4))
                .isEmpty();
        assertThat(compare(TEXT, TEXT.replace("单个项目", "每个项目")).follow(start, start + 4))
                .isPresent();
    }

    @Test
    void two_thousand_passages_are_compared_within_seconds() {
        var before = passages(new Random(1), 2000);
        var after = passages(new Random(2), 2000);
        var mixed = IntStream.range(0, 2000)
                .mapToObj(i -> i % 3 == 0 ? after.get(i) : i % 3 == 1 ? before.get(i) : edited(before.get(i)))
                .toList();
        var start = Instant.now();

        assertThat(Comparison.of(before, after).rows()).hasSizeGreaterThan(2000);
        assertThat(Comparison.of(before, mixed).summary().changed()).isGreaterThan(600);
        assertThat(Comparison.of(
                                before,
                                mixed.stream().map(ComparisonTests::edited).toList())
                        .rows())
                .hasSizeGreaterThan(2000);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_passage_without_any_break_is_compared_too() {
        var random = new Random(3);
        String sentence =
                IntStream.range(0, 3000).mapToObj(i -> words(random, 20)).collect(Collectors.joining("，"));
        var before = List.of(new Passage(1, "正文第1段", PassageKind.TEXT, 0, sentence.length(), sentence));
        String changed = sentence.substring(0, 30000) + "新" + sentence.substring(30001);
        var after = List.of(new Passage(1, "正文第1段", PassageKind.TEXT, 0, changed.length(), changed));

        var row = only(Comparison.of(before, after), Kind.CHANGED);

        assertThat(changed(row.afterRuns())).containsExactly("新");
    }

    private static List<Passage> passages(Random random, int many) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 1; i <= many; i++) {
            String text = "第%d条 申请人应当%s。".formatted(i, words(random, 80));
            passages.add(new Passage(i, "第%d条".formatted(i), PassageKind.ARTICLE, 0, text.length(), text));
        }
        return passages;
    }

    private static Passage edited(Passage passage) {
        String text = passage.text().replace("申请人应当", "申请单位可以");
        return new Passage(passage.ordinal(), passage.address(), passage.kind(), 0, text.length(), text);
    }

    private static String words(Random random, int length) {
        return random.ints(length, 0x4E00, 0x4E00 + 600)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String shuffled(Random random) {
        List<String> lines = new ArrayList<>(TEXT.lines().toList());
        for (int i = 0; i < 4; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(4)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, lines.get(at).replace("补助", "补 贴，奖励"));
                default -> lines.add(random.nextInt(lines.size()), lines.remove(at));
            }
        }
        return String.join("\n", lines);
    }

    private static Comparison compare(String before, String after) {
        return Comparison.of(Passages.of(before), Passages.of(after));
    }

    private static Row only(Comparison comparison, Kind kind) {
        var rows = comparison.rows().stream().filter(row -> row.kind() == kind).toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Comparison.Place follow(Comparison comparison, String quotation) {
        int start = TEXT.indexOf(quotation);
        return comparison.follow(start, start + quotation.length()).orElseThrow();
    }

    private static String counterpart(Comparison comparison, String address) {
        var before = Passages.of(TEXT).stream()
                .filter(passage -> passage.address().equals(address))
                .findFirst()
                .orElseThrow();
        return comparison.counterpart(before).orElseThrow().address();
    }

    private static List<String> lines(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> "%s %s > %s".formatted(row.kind(), row.beforeAddress(), row.afterAddress()))
                .toList();
    }

    private static List<String> changed(List<Run> runs) {
        return runs.stream().filter(run -> !run.isKept()).map(Run::text).toList();
    }

    private static String text(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String passageText(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
    }
}
