package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Deadlines;
import org.fairreview.workflow.Deadlines.Deadline;
import org.fairreview.workflow.Deadlines.Limit;
import org.fairreview.workflow.WaitingTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** On which day and at which hour people are told of a limit. */
class DeadlineWatchTests {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 12, 1);

    private final Deadlines deadlines = mock();
    private final DeadlineTable table = mock();
    private final Announcer announcer = mock();
    private final Superiors superiors = mock();
    private final WorkingDays workingDays = mock();
    private final PlatformTransactionManager transactions = mock();
    private final List<NoticeKind> told = new ArrayList<>();
    private final Set<Deadline> reminded = new HashSet<>();
    private final Set<Deadline> escalated = new HashSet<>();

    @BeforeEach
    void the_calendar_of_early_2025() {
        // Spring Festival 2025: 28 January to 4 February off, 26 January and 8 February worked
        when(workingDays.isWorkingDay(any())).thenAnswer(asked -> works(asked.getArgument(0)));
        when(workingDays.between(any(), any())).thenAnswer(asked -> {
            LocalDate from = asked.getArgument(0);
            LocalDate to = asked.getArgument(1);
            return to.isAfter(from)
                    ? (int) from.plusDays(1)
                            .datesUntil(to.plusDays(1))
                            .filter(DeadlineWatchTests::works)
                            .count()
                    : 0;
        });
        when(workingDays.after(any(), org.mockito.ArgumentMatchers.anyInt())).thenAnswer(asked -> {
            LocalDate day = asked.getArgument(0);
            for (int left = asked.getArgument(1); left > 0; ) {
                day = day.plusDays(1);
                left -= works(day) ? 1 : 0;
            }
            return day;
        });
        when(table.told(NoticeKind.REMINDER)).thenReturn(reminded);
        when(table.told(NoticeKind.ESCALATION)).thenReturn(escalated);
        when(superiors.of(any())).thenReturn(Set.of());
        when(transactions.getTransaction(any())).thenReturn(new SimpleTransactionStatus());
        doAnswer(asked -> told.add(asked.getArgument(0))).when(announcer).announce(any(), any(), anyCollection());
    }

    @ParameterizedTest(name = "due {0}, looked at {1}, {2} working days before: {3}")
    @CsvSource({
        // one working day before a Monday is the Friday, from the hour of the daily mail on
        "2025-01-13, 2025-01-10T08:29, 1, false",
        "2025-01-13, 2025-01-10T08:30, 1, true",
        "2025-01-13, 2025-01-09T17:00, 1, false",
        // nobody is reminded on a free day, but what was not told of before is on the next working day
        "2025-01-13, 2025-01-11T09:00, 1, false",
        "2025-01-13, 2025-01-13T09:00, 1, true",
        // over the Spring Festival: the last working day before is the 27th
        "2025-02-05, 2025-01-27T09:00, 1, true",
        "2025-02-05, 2025-01-26T09:00, 1, false",
        "2025-02-05, 2025-01-29T09:00, 1, false",
        // a make-up Saturday is a working day
        "2025-02-10, 2025-02-08T09:00, 1, true",
        "2025-02-10, 2025-02-07T09:00, 1, false",
        // the office's number
        "2025-01-13, 2025-01-08T09:00, 3, true",
        "2025-01-13, 2025-01-07T09:00, 3, false",
        "2025-01-13, 2025-01-10T09:00, 0, false",
        "2025-01-13, 2025-01-13T09:00, 0, true",
        // a limit in calendar days that ends on a Sunday: two working days before it are Thursday and Friday
        "2025-01-12, 2025-01-09T09:00, 1, true",
        "2025-01-12, 2025-01-08T09:00, 1, false"
    })
    void a_reminder_comes_on_a_working_day(LocalDate due, LocalDateTime now, int lead, boolean reminded) {
        look(task(due, LONG_AGO), now, lead);

        assertThat(told).containsExactlyElementsOf(reminded ? List.of(NoticeKind.REMINDER) : List.of());
    }

    @Test
    void whoever_got_the_task_today_is_not_reminded_today() {
        look(task(LocalDate.of(2025, 1, 13), LocalDate.of(2025, 1, 10)), LocalDateTime.of(2025, 1, 10, 15, 0), 1);

        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-01-13T17:29:59, false", "2025-01-13T17:30, true", "2025-01-18T03:00, true"})
    void at_the_limit_the_task_is_escalated_whatever_the_day_and_hour(LocalDateTime now, boolean over) {
        WaitingTask task = task(LocalDate.of(2025, 1, 13), LONG_AGO);
        reminded.add(new Deadline(task.id(), task.dueAt()));

        look(task, now, 1);

        assertThat(told)
                .containsExactlyElementsOf(over ? List.of(NoticeKind.OVERDUE, NoticeKind.ESCALATION) : List.of());
    }

    @Test
    void what_was_told_of_is_told_of_again_only_for_another_due_date() {
        WaitingTask task = task(LocalDate.of(2025, 1, 13), LONG_AGO);
        escalated.add(new Deadline(task.id(), task.dueAt()));
        look(task, LocalDateTime.of(2025, 1, 14, 9, 0), 1);
        assertThat(told).isEmpty();

        look(task(LocalDate.of(2025, 1, 14), LONG_AGO), LocalDateTime.of(2025, 1, 15, 9, 0), 1);
        assertThat(told).containsExactly(NoticeKind.OVERDUE, NoticeKind.ESCALATION);
    }

    @Test
    void one_task_that_fails_does_not_keep_the_others_from_being_told_of() {
        WaitingTask good = task(LocalDate.of(2025, 1, 13), LONG_AGO);
        Deadline broken = new Deadline("broken", good.dueAt());
        when(deadlines.before(any())).thenReturn(List.of(new Limit(broken, good.createdAt(), "r420600"), limit(good)));
        when(deadlines.find("broken")).thenThrow(new IllegalStateException("cannot be read"));
        when(deadlines.find(good.id())).thenReturn(Optional.of(good));

        watch(LocalDateTime.of(2025, 1, 14, 9, 0)).look();

        assertThat(told).containsExactly(NoticeKind.OVERDUE, NoticeKind.ESCALATION);
    }

    private void look(WaitingTask task, LocalDateTime now, int lead) {
        when(table.lead("r420600")).thenReturn(lead);
        when(table.longestLead()).thenReturn(lead);
        when(deadlines.find(task.id())).thenReturn(Optional.of(task));
        doAnswer(asked -> task.dueAt().isBefore(asked.getArgument(0)) ? List.of(limit(task)) : List.of())
                .when(deadlines)
                .before(any());
        watch(now).look();
    }

    private DeadlineWatch watch(LocalDateTime now) {
        return new DeadlineWatch(
                deadlines,
                table,
                announcer,
                superiors,
                mock(CaseTitles.class),
                mock(Directory.class),
                workingDays,
                event -> {},
                transactions,
                Clock.fixed(now.atZone(OFFICE).toInstant(), OFFICE),
                LocalTime.of(8, 30));
    }

    private static WaitingTask task(LocalDate due, LocalDate created) {
        return new WaitingTask(
                "task-1",
                "Task_CheckCompleteness",
                "审核送审材料",
                "420600-2025-0001",
                "r420600",
                List.of(new Post("u01", Role.CLERK)),
                null,
                List.of("wangmin"),
                at(created.atTime(9, 0)),
                at(due.atTime(17, 30)));
    }

    private static Limit limit(WaitingTask task) {
        return new Limit(new Deadline(task.id(), task.dueAt()), task.createdAt(), task.regionId());
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(OFFICE).toInstant();
    }

    private static boolean works(LocalDate day) {
        Set<LocalDate> worked = Set.of(LocalDate.of(2025, 1, 26), LocalDate.of(2025, 2, 8));
        boolean holiday = !day.isBefore(LocalDate.of(2025, 1, 28)) && !day.isAfter(LocalDate.of(2025, 2, 4));
        return worked.contains(day) || !holiday && day.getDayOfWeek().getValue() < 6;
    }
}
