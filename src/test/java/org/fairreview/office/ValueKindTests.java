package org.fairreview.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.fairreview.identity.Role;
import org.fairreview.office.ValueKind.Choice;
import org.fairreview.office.ValueKind.Line;
import org.fairreview.office.ValueKind.Refused;
import org.fairreview.office.ValueKind.Steps;
import org.fairreview.office.ValueKind.Whole;
import org.junit.jupiter.api.Test;

/** What may stand in a value of the office. */
class ValueKindTests {

    private static final Steps STEPS = new Steps(List.of(Role.SECTIONHEAD, Role.LEADER), 3);

    @Test
    void a_number_lies_between_its_bounds() {
        Whole days = new Whole(1, 60, "workingDays");
        assertThat(List.of("1", "60", "007"))
                .allSatisfy(typed -> assertThat(refusal(days, typed)).isNull());
        assertThat(List.of("0", "61", "", "-1", "1.5", "五", "1 0", "9999999999"))
                .allSatisfy(typed -> assertThat(refusal(days, typed)).isEqualTo("whole"));
    }

    @Test
    void a_choice_is_one_of_its_words() {
        Choice choice = new Choice(List.of("YEARS_10", "PERMANENT"), "review.retention");
        assertThat(refusal(choice, "PERMANENT")).isNull();
        assertThat(refusal(choice, "YEARS_99")).isEqualTo("choice");
        assertThat(refusal(choice, "")).isEqualTo("choice");
    }

    @Test
    void a_line_has_its_length_and_its_characters() {
        Line line = new Line(4, Pattern.compile("\\p{IsHan}+"));
        assertThat(refusal(line, "公竞审")).isNull();
        assertThat(refusal(line, "")).isEqualTo("line");
        assertThat(refusal(line, "襄市监公竞")).isEqualTo("line");
        assertThat(refusal(line, "公竞1")).isEqualTo("line.characters");
    }

    @Test
    void a_chain_has_named_steps_of_its_roles() {
        assertThat(refusal(STEPS, "审核:SECTIONHEAD,签发:LEADER")).isNull();
        assertThat(Steps.read("审核:SECTIONHEAD,签发:LEADER"))
                .containsExactly(new Steps.Step("审核", Role.SECTIONHEAD), new Steps.Step("签发", Role.LEADER));
        assertThat(refusal(STEPS, "")).isEqualTo("steps.count");
        assertThat(refusal(STEPS, "a:LEADER,b:LEADER,c:LEADER,d:LEADER")).isEqualTo("steps.count");
        assertThat(refusal(STEPS, ":LEADER")).isEqualTo("steps.label");
        assertThat(refusal(STEPS, "审:核:LEADER")).isEqualTo("steps.label");
        assertThat(refusal(STEPS, "审核:CLERK")).isEqualTo("steps.role");
        assertThat(refusal(STEPS, "审核:")).isEqualTo("steps.role");
    }

    private static String refusal(ValueKind kind, String typed) {
        return kind.check(typed).map(Refused::key).orElse(null);
    }
}
