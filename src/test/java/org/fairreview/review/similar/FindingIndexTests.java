package org.fairreview.review.similar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.review.similar.FindingIndex.Entry;
import org.fairreview.review.similar.FindingIndex.Like;
import org.junit.jupiter.api.Test;

/** Which passages are called similar, and that the index holds what it is told to and no more. */
class FindingIndexTests {

    private static final String OWN = "own";

    private static final String REGISTERED = "申报技改补助的企业应当在襄阳市注册并连续纳税满三年";
    private static final String STAY = "享受奖励的企业十年内不得将注册地和纳税关系迁出本区，否则退回全部奖励资金";
    private static final String PLATFORM = "政府投资的水利工程须使用江汉数字公司提供的监管平台";
    private static final String AWARD = "获得省级荣誉的本地建筑企业在投标评审中加2分";
    private static final String HARMLESS = "各部门应当加强协同配合，按照职责分工抓好本方案的落实";

    private final Map<Long, Entry> table = new TreeMap<>();
    private final List<Long> loaded = new ArrayList<>();
    private final FindingIndex index = new FindingIndex();

    FindingIndexTests() {
        List.of(REGISTERED, STAY, PLATFORM, AWARD, HARMLESS).forEach(this::add);
        hold();
    }

    @Test
    void the_same_demand_is_found_with_other_numbers_and_in_another_place() {
        assertThat(like("申报技改补助的企业应当在宜昌市注册并连续纳税满5年")).containsExactly(1L);
        assertThat(like("申請購置獎勵的，須為在襄陽市註冊並連續納稅滿２年的企業")).contains(1L);
        assertThat(like("享受奖励的企业，5年内不得将注册地、纳税关系迁出本县，否则须退回奖励资金")).containsExactly(2L);
    }

    @Test
    void what_differs_in_numbers_alone_is_the_same() {
        assertThat(index.like(AWARD.replace("2分", "15分"), OWN))
                .singleElement()
                .satisfies(like -> assertThat(like.share()).isGreaterThan(0.9));
    }

    @Test
    void one_sentence_of_a_long_passage_is_enough() {
        assertThat(like("第九条 鼓励企业开展技术改造。对节能设备给予贷款贴息；" + REGISTERED + "。具体办法由市经信局另行制定。"))
                .containsExactly(1L);
    }

    @Test
    void words_that_many_passages_share_do_not_make_them_similar() {
        assertThat(like("企业应当在三年内完成技术改造并向主管部门报告进展情况")).isEmpty();
        assertThat(like("各有关单位应当加强对奖励资金的监督管理，确保专款专用")).isEmpty();
    }

    @Test
    void a_heading_resembles_nothing() {
        add("工作要求");
        hold();
        assertThat(like("工作要求")).isEmpty();
        assertThat(like("")).isEmpty();
        assertThat(like("。；\n")).isEmpty();
    }

    @Test
    void the_likest_stands_first() {
        long likest = add("申报技改补助的企业应当在本市注册并连续纳税满两年");
        hold();
        assertThat(index.like("申报技改补助的企业应当在本市注册并连续纳税满三年", OWN))
                .extracting(Like::id)
                .startsWith(likest, 1L);
    }

    @Test
    void a_case_is_not_held_against_itself() {
        long own = table.size() + 1L;
        table.put(own, new Entry(own, OWN, "竞标人须在本地设有分公司和不少于十人的常驻团队"));
        hold();
        assertThat(like("竞标人须在本地设有分公司和不少于十人的常驻团队")).isEmpty();
        assertThat(index.like("竞标人须在本地设有分公司和不少于十人的常驻团队", "another"))
                .extracting(Like::id)
                .containsExactly(own);
    }

    @Test
    void new_findings_are_found_and_those_gone_are_not_and_nothing_is_loaded_twice() {
        loaded.clear();
        long added = add("承接本县公交广告业务的公司由县交投集团指定");
        hold();
        assertThat(like("承接本县公交广告业务的公司由县交投集团指定")).containsExactly(added);
        assertThat(loaded).containsExactly(added);

        table.remove(1L);
        hold();
        assertThat(like(REGISTERED)).isEmpty();
        assertThat(loaded).containsExactly(added);
    }

    @Test
    void what_could_not_be_loaded_is_asked_for_again() {
        index.hold(List.of(99L), ids -> List.of());
        index.hold(List.of(99L), ids -> List.of(new Entry(99L, "other", PLATFORM)));
        assertThat(like(PLATFORM)).containsExactly(99L);
    }

    private long add(String quotation) {
        long id = table.size() + 1L;
        table.put(id, new Entry(id, "case " + id, quotation));
        return id;
    }

    private void hold() {
        index.hold(table.keySet(), ids -> {
            loaded.addAll(ids);
            return ids.stream().map(table::get).toList();
        });
    }

    private List<Long> like(String passage) {
        return index.like(passage, OWN).stream().map(Like::id).toList();
    }
}
