package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.calendar.ClockReading;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureKind;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Cases as the lines of a list. */
class CaseListTests {

    private static final LocalDate START = LocalDate.of(2026, 11, 2);

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final CaseFile caseFile = mock(CaseFile.class);
    private final CaseClocks clocks = mock(CaseClocks.class);
    private final Measures measures = mock(Measures.class);
    private final Units units = mock(Units.class);
    private final Directory directory = mock(Directory.class);
    private final ReviewCase review = mock(ReviewCase.class);
    private CaseList list;

    @BeforeEach
    void a_case_that_is_signed_off() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setDefaultEncoding("UTF-8");
        messages.setBasenames("messages/pages", "messages/review");
        list = new CaseList(
                caseFile,
                new CaseInsights(units),
                measures,
                clocks,
                units,
                directory,
                new Labels(messages),
                new Moments(clock));
        when(caseFile.latest(any(), anyInt())).thenReturn(List.of(review));
        when(review.clockSubject()).thenReturn("420600-2026-0001");
        when(review.number()).thenReturn("420600-2026-0001");
        when(review.measureId()).thenReturn("m1");
        when(review.draftingUnitId()).thenReturn(People.DRAFTING_UNIT);
        when(review.regulatorUnitId()).thenReturn(People.REGULATOR);
        when(review.submittedBy()).thenReturn("chenyu");
        when(review.submittedAt()).thenReturn(Instant.parse("2026-11-01T17:00:00Z"));
        when(review.stage()).thenReturn(Stage.SIGNED);
        when(review.conclusion()).thenReturn(Optional.of(Conclusion.DOES_NOT_CONFORM));
        when(review.reviewerId()).thenReturn(Optional.of("zhaolei"));
        Measure measure = mock(Measure.class);
        when(measure.facts())
                .thenReturn(new MeasureFacts("关于某事的办法", MeasureKind.RULE, null, "某市人民政府", "", "", "无", "陈宇", "0710"));
        when(measures.get("m1")).thenReturn(measure);
        when(units.name(anyString())).thenReturn("某市发展和改革委员会");
        when(directory.nameOf("zhaolei")).thenReturn("赵磊");
        clockShows(Optional.of(LocalDate.of(2026, 11, 20)), 3, Optional.empty());
    }

    @Test
    void the_regulator_sees_conclusion_and_reviewer_as_soon_as_there_are_any() {
        CaseRow row = list.latest(People.clerk(), 10).get(0);

        assertThat(row.conclusion()).isEqualTo(Conclusion.DOES_NOT_CONFORM);
        assertThat(row.conclusionLabel()).isEqualTo("不符合公平竞争审查标准");
        assertThat(row.reviewer()).isEqualTo("赵磊");
    }

    @Test
    void the_drafting_unit_sees_neither_before_delivery() {
        CaseRow row = list.latest(People.drafter(), 10).get(0);

        assertThat(row.conclusion()).isNull();
        assertThat(row.conclusionLabel()).isNull();
        assertThat(row.reviewer()).isNull();
        assertThat(row.stageLabel()).isEqualTo("待用印");
    }

    @Test
    void days_are_those_of_the_office_and_not_of_greenwich() {
        assertThat(list.latest(People.clerk(), 10).get(0).submitted()).isEqualTo("2026年11月2日");
    }

    @Test
    void the_clock_shows_its_last_day_or_that_it_stands_or_that_it_ended() {
        assertThat(list.latest(People.clerk(), 10).get(0).clock()).isEqualTo("2026年11月20日");
        clockShows(Optional.empty(), 3, Optional.empty());
        assertThat(list.latest(People.clerk(), 10).get(0).clock()).isEqualTo("停止计时");
        clockShows(Optional.of(LocalDate.of(2026, 11, 20)), 3, Optional.of(LocalDate.of(2026, 11, 9)));
        assertThat(list.latest(People.clerk(), 10).get(0).clock()).isEqualTo("2026年11月9日办结");
    }

    @Test
    void a_case_is_over_its_limit_only_while_it_runs() {
        clockShows(Optional.of(LocalDate.of(2026, 11, 20)), 16, Optional.empty());
        assertThat(list.latest(People.clerk(), 10).get(0).over()).isTrue();
        clockShows(Optional.of(LocalDate.of(2026, 11, 20)), 16, Optional.of(LocalDate.of(2026, 11, 24)));
        assertThat(list.latest(People.clerk(), 10).get(0).over()).isFalse();
    }

    private void clockShows(Optional<LocalDate> lastDay, int counted, Optional<LocalDate> ended) {
        when(clocks.read("420600-2026-0001"))
                .thenReturn(Optional.of(new ClockReading(START, 15, counted, 0, lastDay, ended, List.of())));
    }
}
