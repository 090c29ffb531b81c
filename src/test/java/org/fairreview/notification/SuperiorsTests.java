package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.WaitingTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told that a task was not done in time. */
class SuperiorsTests {

    private final Directory directory = mock();
    private final Units units = mock();
    private final Absences absences = mock();
    private final Unit regulator = unit("u01", null, null, null);
    private final Unit member = unit("u06", null, null, null);
    private final Unit drafter = unit("u02", "唐欣 0710-3511111", "蒋欣", "罗辉副主任");
    private final Superiors superiors = new Superiors(directory, units, absences);

    @BeforeEach
    void the_people_of_two_units() {
        when(units.inCharge(any())).thenAnswer(asked -> asked.getArgument(0));
        when(units.find("u01")).thenReturn(Optional.of(regulator));
        when(units.find("u02")).thenReturn(Optional.of(drafter));
        when(units.find("u06")).thenReturn(Optional.of(member));
        when(units.regulatorOf("r420600")).thenReturn(Optional.of(regulator));
        when(directory.holdersOf(any(), any())).thenReturn(List.of());
        holds("liufang", "刘芳", Role.SECTIONHEAD, "u01");
        holds("zhangwei", "张伟", Role.LEADER, "u01");
        holds("unithead", "方圆", Role.UNITHEAD, "u02");
        when(directory.everybody())
                .thenReturn(List.of(
                        entry("tangxin", "唐欣", "u02"),
                        entry("jiangxin", "蒋欣", "u02"),
                        entry("luohui", "罗辉", "u02"),
                        entry("other", "唐欣", "u03")));
        when(absences.away()).thenReturn(Set.of());
        when(absences.inChargeFor(any(), any(), any())).thenAnswer(asked -> Optional.of(asked.getArgument(0)));
    }

    @ParameterizedTest
    @CsvSource({
        "CLERK, u01, liufang",
        "REVIEWER, u01, liufang",
        "OFFICE, u01, liufang",
        "SECTIONHEAD, u01, zhangwei",
        "LEADER, u01, ''",
        "DRAFTER, u02, unithead tangxin",
        "UNITREVIEWER, u02, unithead tangxin",
        // the register names the leader in charge with a title, the liaison with a telephone number
        "UNITHEAD, u02, luohui tangxin",
        // a unit in which nobody is above: the regulator that handles the case
        "MEMBER, u06, liufang"
    })
    void it_is_the_superior_of_the_step_and_the_liaison_of_the_unit(Role role, String unit, String told) {
        assertThat(superiors.of(task(role, unit)))
                .containsExactlyInAnyOrderElementsOf(told.isEmpty() ? List.of() : List.of(told.split(" ")));
    }

    @Test
    void who_is_to_do_the_task_is_no_superior_of_it() {
        holds("wangmin", "王敏", Role.SECTIONHEAD, "u01");

        assertThat(superiors.of(task(Role.CLERK, "u01"))).isEmpty();
    }

    @Test
    void while_the_superior_is_away_the_deputy_is_told_as_well() {
        when(absences.inChargeFor("liufang", Role.SECTIONHEAD, "u01")).thenReturn(Optional.of("sunqian"));

        assertThat(superiors.of(task(Role.CLERK, "u01"))).containsExactlyInAnyOrder("liufang", "sunqian");
    }

    @Test
    void while_the_liaison_is_away_the_second_one_is_told_as_well() {
        when(absences.away()).thenReturn(Set.of("tangxin"));

        assertThat(superiors.of(task(Role.DRAFTER, "u02")))
                .containsExactlyInAnyOrder("unithead", "tangxin", "jiangxin");
    }

    @ParameterizedTest
    @CsvSource({
        "王伟, true",
        "王伟明, false",
        "小王伟, false",
        "王伟明、王伟 0710-3511111, true",
        "分管领导王伟, true",
        "王伟党组副书记, true",
        "副局长王伟13800000000, true",
        "王伟电话0710-3511111, true"
    })
    void a_name_is_the_whole_of_what_stands_in_the_register(String words, boolean told) {
        when(drafter.liaison()).thenReturn(words);
        when(directory.everybody()).thenReturn(List.of(entry("wangwei", "王伟", "u02")));

        assertThat(superiors.of(task(Role.DRAFTER, "u02")).contains("wangwei")).isEqualTo(told);
    }

    private void holds(String userId, String name, Role role, String unit) {
        when(directory.holdersOf(role, unit)).thenReturn(List.of(new Person(userId, name)));
    }

    private static DirectoryEntry entry(String userId, String name, String unit) {
        return new DirectoryEntry(new Person(userId, name), List.of(new Post(unit, Role.UNITREVIEWER)), false);
    }

    private static Unit unit(String id, String liaison, String deputy, String leader) {
        Unit unit = mock();
        when(unit.id()).thenReturn(id);
        when(unit.liaison()).thenReturn(liaison);
        when(unit.deputy()).thenReturn(deputy);
        when(unit.supervisingLeader()).thenReturn(leader);
        return unit;
    }

    private static WaitingTask task(Role role, String unit) {
        return new WaitingTask(
                "task-1",
                "Task_Any",
                "任务",
                "420600-2025-0001",
                "r420600",
                List.of(new Post(unit, role)),
                null,
                List.of("wangmin"),
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
