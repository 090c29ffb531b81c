package org.fairreview.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairreview.review.Stage;
import org.fairreview.review.ledger.LedgerQuery.Order;
import org.junit.jupiter.api.Test;

/** What a person asks the ledger for, as an address carries it. */
class LedgerQueryTests {

    @Test
    void words_stand_between_spaces_of_either_width() {
        assertThat(asking("  冷链　物流 冷链\t 2026 ").words()).containsExactly("冷链", "物流", "2026");
    }

    @Test
    void what_is_blank_or_the_rule_is_no_parameter() {
        LedgerQuery query = new LedgerQuery(
                " ", Stage.SIGNING, 0, "", "  ", null, null, null, null, false, null, null, null, null, Order.RECEIVED);

        assertThat(query.parameters()).containsExactly(java.util.Map.entry("stage", "SIGNING"));
        assertThat(query.isNarrowed()).isTrue();
    }

    @Test
    void an_order_alone_narrows_nothing() {
        assertThat(LedgerQuery.all().sortedBy(Order.TITLE).isNarrowed()).isFalse();
    }

    @Test
    void signs_of_a_pattern_mean_themselves() {
        assertThat(Ledger.pattern("50%_!A")).isEqualTo("%50!%!_!!a%");
    }

    private static LedgerQuery asking(String q) {
        return new LedgerQuery(q, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}
