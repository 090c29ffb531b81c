package org.fairreview.review.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.fairreview.audit.RecordedAct;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.review.activity.UnusualActs.Bounds;
import org.fairreview.review.activity.UnusualActs.Sort;
import org.fairreview.review.activity.UnusualActs.Unusual;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What is picked out of what people did. */
class UnusualActsTests {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Bounds BOUNDS = new Bounds(LocalTime.of(8, 0), LocalTime.of(18, 0), 5, 10);

    private UnusualActs unusual;

    @BeforeEach
    void the_published_calendar() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, () -> Clock.system(ZONE));
            context.register(WorkingDays.class, UnusualActs.class);
            context.refresh();
            unusual = context.getBean(UnusualActs.class);
        }
    }

    @Test
    void work_in_office_hours_of_a_working_day_is_not_unusual() {
        assertThat(among(act("wangmin", "2026-11-24T08:00:00"), act("wangmin", "2026-11-24T17:59:59")))
                .isEmpty();
    }

    @Test
    void work_before_and_after_office_hours_is_one_line_for_each_person_and_day() {
        List<Unusual> found = among(
                act("wangmin", "2026-11-24T07:59:59"),
                act("wangmin", "2026-11-24T18:00:00"),
                act("liufang", "2026-11-24T21:00:00"),
                act("wangmin", "2026-11-25T23:00:00"));

        assertThat(found)
                .extracting(each -> each.sort() + " " + each.who().userId() + " "
                        + each.acts().size())
                .containsExactly("OFF_HOURS wangmin 1", "OFF_HOURS liufang 1", "OFF_HOURS wangmin 2");
    }

    @Test
    void a_holiday_is_no_working_day_and_a_make_up_sunday_is_one() {
        assertThat(among(act("wangmin", "2026-10-01T10:00:00")))
                .extracting(Unusual::sort)
                .containsExactly(Sort.OFF_DAY);
        assertThat(among(act("wangmin", "2026-11-28T10:00:00")))
                .extracting(Unusual::sort)
                .containsExactly(Sort.OFF_DAY);
        assertThat(among(act("wangmin", "2026-09-20T10:00:00"))).isEmpty();
    }

    @Test
    void many_acts_within_the_window_are_one_bulk_and_few_are_none() {
        List<RecordedAct> five = IntStream.range(0, 5)
                .mapToObj(minute -> act("wangmin", "2026-11-24T10:0" + minute + ":00"))
                .toList();

        assertThat(unusual.among(five.subList(0, 4), BOUNDS)).isEmpty();
        assertThat(unusual.among(five, BOUNDS)).singleElement().satisfies(bulk -> {
            assertThat(bulk.sort()).isEqualTo(Sort.BULK);
            assertThat(bulk.acts()).hasSize(5);
        });
    }

    @Test
    void two_bulks_with_a_pause_between_them_are_two_and_acts_of_others_do_not_count() {
        List<RecordedAct> acts = IntStream.range(0, 10)
                .mapToObj(each -> act("wangmin", "2026-11-24T1" + (each < 5 ? 0 : 4) + ":0" + each % 5 + ":00"))
                .toList();

        assertThat(unusual.among(acts, BOUNDS))
                .extracting(bulk -> bulk.acts().size())
                .containsExactly(5, 5);
        assertThat(among(
                        act("a", "2026-11-24T10:00:00"),
                        act("b", "2026-11-24T10:00:01"),
                        act("c", "2026-11-24T10:00:02"),
                        act("d", "2026-11-24T10:00:03"),
                        act("e", "2026-11-24T10:00:04")))
                .isEmpty();
    }

    @Test
    void every_act_around_the_break_glass_account_and_every_trespass_is_picked_out_and_no_slip() {
        assertThat(unusual.among(
                        List.of(
                                named("sealed.used", "brkglass", "2026-11-24T10:00:00"),
                                refused("signing.ownDraft", "2026-11-24T11:00:00"),
                                refused("signing.reasonMissing", "2026-11-24T12:00:00"),
                                named("refusal.forbidden", "zhaolei", "2026-11-24T13:00:00")),
                        BOUNDS))
                .extracting(Unusual::sort)
                .containsExactly(Sort.REFUSED, Sort.REFUSED, Sort.BREAK_GLASS);
    }

    private List<Unusual> among(RecordedAct... acts) {
        return unusual.among(List.of(acts), BOUNDS);
    }

    private static RecordedAct act(String person, String at) {
        return named("task.completed", person, at);
    }

    private static RecordedAct refused(String rule, String at) {
        Instant moment = ZonedDateTime.of(LocalDateTime.parse(at), ZONE).toInstant();
        String details = "{\"rule\":\"%s\"}".formatted(rule);
        return new RecordedAct(1, "-", moment, "refusal.told", "zhaolei", "赵磊", "某局", details);
    }

    private static RecordedAct named(String act, String person, String at) {
        Instant moment = ZonedDateTime.of(LocalDateTime.parse(at), ZONE).toInstant();
        return new RecordedAct(1, "420600-2026-0001", moment, act, person, person, "某局", "{}");
    }
}
