package org.fairreview.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.Stream;
import org.fairreview.identity.Objection;
import org.junit.jupiter.api.Test;

/** The days of a year are read out of the words of its notice. */
class HolidayNoticeTextTests {

    /** In the manner of the yearly notices, with the days of 2026. */
    private static final String OF_2026 =
            """
            一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
            二、春节:2月15日(农历腊月二十八、周日)至23日(农历正月初七、周一)放假调休，共9天。2月14日(周六)、2月28日(周六)上班。
            三、清明节：4月4日（周六）至6日（周一）放假，共3天。
            四、劳动节：5月1日（星期五）至5日（星期二）放假调休，共5天。5月9日（星期六）上班。
            五、端午节：6月19日 至 21日 放假，共3天。
            六、中秋节：9月25日至27日放假，共3天。
            七、国庆节：10月1日至7日放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
            各单位可以安排职工在12月31日休息。
            """;

    @Test
    void the_words_of_a_notice_give_the_days_that_are_shipped() {
        HolidayNoticeText read = HolidayNoticeText.read(OF_2026, Year.of(2026));

        assertThat(read.objections()).isEmpty();
        HolidayNotice shipped = new WorkingDays().notices().get(Year.of(2026));
        HolidayNotice notice = HolidayNotice.of(Year.of(2026), shipped.source(), read.holidays(), read.makeupDays());
        assertThat(notice).isEqualTo(shipped);
    }

    @Test
    void a_holiday_may_begin_in_the_year_before() {
        HolidayNoticeText read =
                HolidayNoticeText.read("元旦：2027年12月31日（周五）至2028年1月2日（周日）放假。2027年12月26日（周日）上班。", Year.of(2028));

        assertThat(read.objections()).isEmpty();
        assertThat(read.holidays()).containsExactly(day("2027-12-31"), day("2028-01-01"), day("2028-01-02"));
        assertThat(read.makeupDays()).containsExactly(day("2027-12-26"));
    }

    @Test
    void a_single_day_next_to_a_weekend_is_one_day() {
        HolidayNoticeText read = HolidayNoticeText.read("元旦：1月1日放假，与周末连休。", Year.of(2024));
        assertThat(read.holidays()).containsExactly(day("2024-01-01"));
    }

    @Test
    void a_notice_read_for_the_wrong_year_is_noticed_by_its_weekdays() {
        HolidayNoticeText read = HolidayNoticeText.read("元旦：1月1日（周四）至3日（周六）放假。", Year.of(2027));

        assertThat(keys(read.objections())).containsOnly("holidays.text.weekday");
        assertThat(read.objections().get(0).values()).contains("2027-01-01", "星期五");
    }

    @Test
    void what_cannot_be_a_holiday_is_said() {
        assertThat(keys(HolidayNoticeText.read("请各单位做好值班工作。", Year.of(2027)).objections()))
                .containsExactly("holidays.text.none");
        assertThat(keys(HolidayNoticeText.read("2月30日放假。", Year.of(2027)).objections()))
                .containsExactly("holidays.text.noDay");
        assertThat(keys(HolidayNoticeText.read("10月7日至1日放假。", Year.of(2027)).objections()))
                .containsExactly("holidays.text.range");
    }

    @Test
    void a_notice_is_taken_only_where_its_days_can_be_true() {
        assertThat(keys(notice("号", List.of(day("2027-01-01")), List.of(day("2027-01-03")))
                        .objections()))
                .isEmpty();
        assertThat(keys(notice(" ", List.of(), List.of()).objections()))
                .containsExactly("holidays.source.missing", "holidays.none");
        assertThat(keys(notice("号", List.of(day("2026-11-30"), day("2028-01-03")), List.of())
                        .objections()))
                .containsExactly("holidays.outside", "holidays.outside");
        assertThat(keys(notice("号", List.of(day("2027-01-01")), List.of(day("2027-01-04")))
                        .objections()))
                .containsExactly("holidays.makeup.weekday");
        assertThat(keys(notice("号", List.of(day("2027-01-01"), day("2027-01-03")), List.of(day("2027-01-03")))
                        .objections()))
                .containsExactly("holidays.both");
    }

    private static HolidayNotice notice(String source, List<LocalDate> off, List<LocalDate> worked) {
        return HolidayNotice.of(Year.of(2027), source, off, worked);
    }

    private static Stream<String> keys(List<Objection> objections) {
        return objections.stream().map(Objection::key);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
