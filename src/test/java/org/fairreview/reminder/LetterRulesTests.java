package org.fairreview.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the law asks of a letter, article by article. */
class LetterRulesTests {

    private static final Map<String, LetterKind> KINDS = LetterKinds.read(new ObjectMapper()).stream()
            .collect(Collectors.toMap(LetterKind::key, Function.identity()));
    private static final String CITY = "r420600";
    private static final String PROVINCE = "r420000";
    private static final String COMMISSION = "襄阳市发展和改革委员会";
    private static final String MEASURE = "襄阳市智慧停车建设管理办法";
    private static final String OTHER_MEASURE = "襄阳市汽车以旧换新补贴细则";

    @Test
    void a_reminder_needs_no_ground_but_a_text_and_an_addressee() {
        assertAllowed(letter("reminder", Addressee.OTHER, COMMISSION, "", List.of(), List.of()));
        assertRefused("letter.addresseeMissing", letter("reminder", Addressee.OTHER, "", "", List.of(), List.of()));
        assertRefused(
                "letter.textMissing",
                draft("reminder", Addressee.OTHER, COMMISSION, text("", "", null, ""), List.of(), List.of()));
        assertRefused(
                "letter.classified",
                draft("reminder", Addressee.OTHER, COMMISSION, text("机密★1年", "", null, ""), List.of(), List.of()));
    }

    @Test
    void Measures_40_a_rectification_letter_is_about_a_finding() {
        assertAllowed(letter("rectification", Addressee.DRAFTER, COMMISSION, "", List.of(MEASURE), List.of(MEASURE)));
        assertRefused(
                "letter.rectificationWithoutFinding",
                letter("rectification", Addressee.DRAFTER, COMMISSION, "", List.of(MEASURE), List.of()));
        assertRefused(
                "letter.findingOfNothing",
                letter("rectification", Addressee.DRAFTER, COMMISSION, "", List.of(OTHER_MEASURE), List.of(MEASURE)));
    }

    @Test
    void Measures_40_a_rectification_letter_goes_to_the_drafter_of_the_measure_alone() {
        assertRefused(
                "letter.rectificationToOther",
                letter("rectification", Addressee.DRAFTER, "襄阳市商务局", "", List.of(MEASURE), List.of(MEASURE)));
        assertRefused(
                "letter.addresseeNotAllowed",
                letter("rectification", Addressee.DEPARTMENT, COMMISSION, "", List.of(MEASURE), List.of(MEASURE)));
    }

    @Test
    void Measures_43_an_urging_letter_stands_on_two_measures_or_a_stated_risk() {
        assertAllowed(
                letter("urging", Addressee.DEPARTMENT, COMMISSION, "", List.of(MEASURE, OTHER_MEASURE), List.of()));
        assertAllowed(letter("urging", Addressee.GOVERNMENT, "樊城区人民政府", "停车行业普遍限定本地企业。", List.of(), List.of()));
        assertRefused(
                "letter.urgingOnOneMeasure",
                letter("urging", Addressee.DEPARTMENT, COMMISSION, "", List.of(MEASURE), List.of(MEASURE)));
        assertRefused(
                "letter.urgingOnOneMeasure",
                letter("urging", Addressee.DEPARTMENT, COMMISSION, "", List.of(MEASURE, MEASURE), List.of()));
    }

    @Test
    void Measures_43_the_ground_is_tested_not_the_name_a_department_may_be_a_drafter_too() {
        assertAllowed(letter(
                "urging", Addressee.DEPARTMENT, COMMISSION, "", List.of(MEASURE, OTHER_MEASURE), List.of(MEASURE)));
        assertRefused(
                "letter.addresseeNotAllowed",
                letter("urging", Addressee.DRAFTER, COMMISSION, "风险", List.of(MEASURE, OTHER_MEASURE), List.of()));
    }

    @Test
    void Regulation_24_only_the_next_higher_regulator_calls_to_an_interview() {
        LetterDraft interview = interview(COMMISSION, "11月30日上午9时，本局会议室");

        assertThat(LetterRules.check(interview, failed(PROVINCE), PROVINCE, null))
                .isEmpty();
        assertThat(LetterRules.check(interview, failed(PROVINCE), CITY, null))
                .map(Refusal::key)
                .contains("letter.interviewNotByHigher");
        assertThat(LetterRules.check(interview, failed(null), CITY, null))
                .map(Refusal::key)
                .contains("letter.interviewNotByHigher");
    }

    @Test
    void Measures_42_an_interview_follows_what_was_not_put_right_in_time_or_sufficiently() {
        LetterDraft interview = interview(COMMISSION, "11月30日上午9时，本局会议室");

        assertThat(LetterRules.check(interview, null, PROVINCE, null))
                .map(Refusal::key)
                .contains("letter.interviewBeforeFailure");
        assertThat(LetterRules.check(
                        interview,
                        new Preceding("420600-HJ-2026-0001", Ground.FINDING, PROVINCE, null, COMMISSION, false),
                        PROVINCE,
                        null))
                .map(Refusal::key)
                .contains("letter.interviewBeforeFailure");
        assertThat(LetterRules.check(interview("襄阳市商务局", "11月30日"), failed(PROVINCE), PROVINCE, null))
                .map(Refusal::key)
                .contains("letter.interviewOfOther");
        assertThat(LetterRules.check(interview(COMMISSION, ""), failed(PROVINCE), PROVINCE, null))
                .map(Refusal::key)
                .contains("letter.appointmentMissing");
    }

    @Test
    void Measures_42_an_interview_follows_an_urging_to_put_right_that_went_to_the_same_unit() {
        LetterDraft interview = interview(COMMISSION, "11月30日上午9时，本局会议室");

        assertThat(LetterRules.check(
                        interview,
                        new Preceding("420600-HJ-2026-0001", Ground.PRACTICE, PROVINCE, null, COMMISSION, true),
                        PROVINCE,
                        null))
                .map(Refusal::key)
                .contains("letter.interviewWithoutUrging");
        assertThat(LetterRules.check(
                        interview,
                        new Preceding("420600-HJ-2026-0001", Ground.FINDING, PROVINCE, "u02", COMMISSION, true),
                        PROVINCE,
                        null))
                .as("a name alone is not the unit")
                .map(Refusal::key)
                .contains("letter.interviewOfOther");
    }

    @Test
    void Measures_44_a_transfer_states_the_suspected_abuse_and_goes_to_the_enforcer() {
        assertAllowed(letter("transfer", Addressee.ENFORCER, "湖北省市场监督管理局", "限定交易。", List.of(MEASURE), List.of()));
        assertRefused(
                "letter.abuseNotStated",
                letter("transfer", Addressee.ENFORCER, "湖北省市场监督管理局", "", List.of(MEASURE), List.of()));
        assertRefused(
                "letter.addresseeNotAllowed",
                letter("transfer", Addressee.DRAFTER, COMMISSION, "限定交易。", List.of(MEASURE), List.of()));
    }

    @Test
    void Measures_45_discipline_needs_serious_consequences_and_one_of_four_cases() {
        assertThat(DisciplineCase.values()).hasSize(4);
        assertAllowed(discipline("外地企业全部退出。", DisciplineCase.ISSUED_IN_VIOLATION));
        assertRefused("letter.consequencesNotStated", discipline("", DisciplineCase.OBSTRUCTED));
        assertRefused("letter.disciplineCaseMissing", discipline("外地企业全部退出。", null));
    }

    @Test
    void Measures_45_that_nothing_happened_after_an_interview_needs_an_interview() {
        LetterDraft draft = discipline("外地企业全部退出。", DisciplineCase.NOT_RECTIFIED_AFTER_INTERVIEW);
        Preceding interview =
                new Preceding("420600-HJ-2026-0002", Ground.AFTER_FAILURE, PROVINCE, null, COMMISSION, true);

        assertThat(LetterRules.check(draft, interview, CITY, null)).isEmpty();
        assertThat(LetterRules.check(draft, failed(PROVINCE), CITY, null))
                .map(Refusal::key)
                .contains("letter.noInterviewBefore");
    }

    @Test
    void Measures_39_a_report_goes_to_the_own_government_or_the_next_higher_regulator() {
        assertAllowed(letter("report", Addressee.OWN_GOVERNMENT, "襄阳市人民政府", "", List.of(), List.of()));
        LetterDraft upwards = letter("report", Addressee.HIGHER_REGULATOR, "襄阳市市场监督管理局", "", List.of(), List.of());
        assertThat(LetterRules.check(upwards, null, "r420606", "襄阳市市场监督管理局")).isEmpty();
        assertThat(LetterRules.check(upwards, null, "r420606", "湖北省市场监督管理局"))
                .map(Refusal::key)
                .contains("letter.reportToOther");
        assertRefused(
                "letter.addresseeNotAllowed",
                letter("report", Addressee.DRAFTER, COMMISSION, "", List.of(), List.of()));
    }

    @Test
    void Measures_40_the_rectification_is_judged_over_the_whole_measure() {
        assertThat(LetterRules.judgement(true, "已核对全文。", true)).isEmpty();
        assertThat(LetterRules.judgement(true, "已核对全文。", false))
                .map(Refusal::key)
                .contains("letter.rectifiedWithOpenFinding");
        assertThat(LetterRules.judgement(false, "其他条款还有问题。", true)).isEmpty();
        assertThat(LetterRules.judgement(false, "", false)).map(Refusal::key).contains("letter.judgementNotReasoned");
    }

    @Test
    void every_kind_has_its_words_and_leads_to_kinds_that_there_are() {
        ResourceBundle office = ResourceBundle.getBundle("messages/office", Locale.ROOT);
        assertThat(KINDS.values()).hasSize(7).allSatisfy(kind -> {
            assertThat(KINDS.keySet()).containsAll(kind.next());
            assertThat(kind.next())
                    .as("an interview is not offered to who wrote the letter")
                    .doesNotContain("interview");
            assertThat(List.of("series", "signers", "legal"))
                    .allSatisfy(name -> assertThat(office.containsKey("office.value.letter." + name + "." + kind.key()))
                            .isTrue());
        });
    }

    private static Preceding failed(@Nullable String parent) {
        return new Preceding("420600-HJ-2026-0001", Ground.FINDING, parent, null, COMMISSION, true);
    }

    private static LetterDraft interview(String addressee, String appointment) {
        return draft(
                "interview",
                Addressee.DRAFTER,
                addressee,
                text("未整改。", "逾期未整改。", null, appointment),
                List.of(),
                List.of());
    }

    private static LetterDraft discipline(String consequences, @Nullable DisciplineCase which) {
        return draft(
                "discipline",
                Addressee.AUTHORITY,
                "襄阳市纪委监委",
                text("违规出台。", consequences, which, ""),
                List.of(),
                List.of());
    }

    private static LetterDraft letter(
            String kind, Addressee as, String addressee, String statement, List<String> measures, List<String> found) {
        return draft(kind, as, addressee, text("有关情况。", statement, null, ""), measures, found);
    }

    private static LetterText text(String facts, String statement, @Nullable DisciplineCase which, String appointment) {
        return new LetterText("有关问题", facts, statement, which, appointment, "请整改。", "", "", "");
    }

    private static LetterDraft draft(
            String kind, Addressee as, String addressee, LetterText text, List<String> measures, List<String> found) {
        return new LetterDraft(
                KINDS.get(kind),
                as,
                null,
                addressee,
                text,
                measures.stream()
                        .map(title -> new LetterMeasure(title, "", COMMISSION, null))
                        .toList(),
                found.stream()
                        .map(title -> new LetterFinding(null, title, "第五条", "原文", "条例第九条", "理由", ""))
                        .toList());
    }

    private static void assertAllowed(LetterDraft draft) {
        assertThat(LetterRules.check(draft, null, CITY, null)).isEmpty();
    }

    private static void assertRefused(String key, LetterDraft draft) {
        Optional<Refusal> refusal = LetterRules.check(draft, null, CITY, null);
        assertThat(refusal).map(Refusal::key).contains(key);
        ResourceBundle texts = ResourceBundle.getBundle("messages/reminder", Locale.ROOT);
        assertThat(Arrays.asList(key))
                .allSatisfy(each -> assertThat(texts.containsKey(each)).isTrue());
    }
}
