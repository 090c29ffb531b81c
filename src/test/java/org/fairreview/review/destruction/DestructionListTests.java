package org.fairreview.review.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fairreview.identity.Role;
import org.fairreview.review.RetentionClass;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;

/** Who signs a destruction list, and when it may be carried out. */
class DestructionListTests {

    private static final Instant NOW = Instant.parse("2058-01-02T01:00:00Z");

    private final DestructionList list = new DestructionList("u01", "wangmin", NOW, "期满", List.of());

    @Test
    void section_head_and_leader_sign_in_turn_and_then_it_is_carried_out() {
        assertThat(refusal(list.mayExecute("wangmin"))).isEqualTo("destruction.refused.notSigned");
        assertThat(sign(Role.LEADER, "zhangwei")).isEqualTo("destruction.refused.notYourTurn");
        assertThat(sign(Role.SECTIONHEAD, "liufang")).isNull();
        assertThat(refusal(list.mayExecute("wangmin"))).isEqualTo("destruction.refused.notSigned");
        assertThatThrownBy(() -> list.executed("wangmin", NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(sign(Role.SECTIONHEAD, "other")).isEqualTo("destruction.refused.notYourTurn");
        assertThat(sign(Role.LEADER, "zhangwei")).isNull();
        assertThat(sign(Role.LEADER, "third")).isEqualTo("destruction.refused.notOpen");
        assertThatThrownBy(() -> list.executed("wangmin", NOW)).isInstanceOf(IllegalStateException.class);
        assertThat(list.begin("wangmin")).isEmpty();
        assertThat(refusal(list.withdraw("wangmin", NOW))).isEqualTo("destruction.refused.executing");
        assertThat(list.begin("wangmin")).as("gone on with").isEmpty();
        list.executed("wangmin", NOW);
        assertThat(list.state()).isEqualTo(DestructionList.State.EXECUTED);
        assertThat(refusal(list.begin("wangmin"))).isEqualTo("destruction.refused.executed");
        assertThat(refusal(list.withdraw("wangmin", NOW))).isEqualTo("destruction.refused.notOpen");
    }

    @Test
    void the_three_are_three_persons() {
        assertThat(sign(Role.SECTIONHEAD, "wangmin")).isEqualTo("destruction.refused.ownList");
        assertThat(sign(Role.SECTIONHEAD, "liufang")).isNull();
        assertThat(sign(Role.LEADER, "liufang")).isEqualTo("destruction.refused.signedAlready");
        assertThat(sign(Role.LEADER, "wangmin")).isEqualTo("destruction.refused.ownList");
        assertThat(sign(Role.LEADER, "zhangwei")).isNull();
        assertThat(refusal(list.mayExecute("liufang"))).isEqualTo("destruction.refused.signerExecutes");
        assertThat(refusal(list.begin("liufang"))).isEqualTo("destruction.refused.signerExecutes");
        assertThat(list.state()).isEqualTo(DestructionList.State.SIGNED);
    }

    @Test
    void a_signer_sends_back_with_a_reason_and_that_ends_it() {
        assertThat(refusal(list.sign(Role.SECTIONHEAD, "liufang", false, "", NOW)))
                .isEqualTo("destruction.refused.remark");
        assertThat(list.sign(Role.SECTIONHEAD, "liufang", false, "尚有复议未了结", NOW))
                .isEmpty();
        assertThat(list.state()).isEqualTo(DestructionList.State.RETURNED);
        assertThat(sign(Role.LEADER, "zhangwei")).isEqualTo("destruction.refused.notOpen");
        assertThat(list.closedBy()).contains("liufang");
    }

    @Test
    void a_list_that_was_begun_can_be_closed_and_is_then_not_gone_on_with() {
        sign(Role.SECTIONHEAD, "liufang");
        sign(Role.LEADER, "zhangwei");
        assertThat(refusal(list.close("wangmin", NOW))).isEqualTo("destruction.refused.notBegun");
        list.begin("wangmin");
        assertThat(list.close("wangmin", NOW)).isEmpty();
        assertThat(list.closedBy()).contains("wangmin");
        assertThat(list.isExecuting()).isFalse();
        assertThat(refusal(list.begin("wangmin"))).isEqualTo("destruction.refused.closed");
        assertThat(refusal(list.close("wangmin", NOW))).isEqualTo("destruction.refused.notBegun");
    }

    @Test
    void a_withdrawn_list_is_not_carried_out() {
        sign(Role.SECTIONHEAD, "liufang");
        sign(Role.LEADER, "zhangwei");
        assertThat(list.withdraw("wangmin", NOW)).isEmpty();
        assertThat(refusal(list.begin("wangmin"))).isEqualTo("destruction.refused.closed");
    }

    @Test
    void a_term_runs_from_the_year_after_the_end() {
        assertThat(RetentionClass.YEARS_10.over(LocalDate.of(2026, 1, 1))).contains(LocalDate.of(2037, 1, 1));
        assertThat(RetentionClass.YEARS_10.over(LocalDate.of(2026, 12, 31))).contains(LocalDate.of(2037, 1, 1));
        assertThat(RetentionClass.YEARS_30.over(LocalDate.of(2026, 6, 1))).contains(LocalDate.of(2057, 1, 1));
        assertThat(RetentionClass.PERMANENT.over(LocalDate.of(1016, 6, 1))).isEmpty();
    }

    private String sign(Role role, String userId) {
        return refusal(list.sign(role, userId, true, "", NOW));
    }

    private static String refusal(Optional<Refusal> refusal) {
        return refusal.map(Refusal::key).orElse(null);
    }
}
