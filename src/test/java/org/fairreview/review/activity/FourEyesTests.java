package org.fairreview.review.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.fairreview.review.ReviewRoute;
import org.junit.jupiter.api.Test;

/** Who must not be one person (Reg. 13, 14). */
class FourEyesTests {

    @Test
    void the_own_review_lets_the_office_draft_and_review_and_no_more() {
        assertThat(FourEyes.same(ReviewRoute.OWN, Set.of("chenyu"), Set.of("chenyu"), Set.of("luohui")))
                .isEmpty();
        assertThat(FourEyes.same(ReviewRoute.OWN, Set.of("chenyu"), Set.of("chenyu"), Set.of("chenyu")))
                .containsExactly("chenyu");
        assertThat(FourEyes.same(ReviewRoute.JOINT, Set.of("chenyu"), Set.of("chenyu"), Set.of("liufang")))
                .containsExactly("chenyu");
    }

    @Test
    void whoever_drafted_or_reviewed_must_not_have_signed() {
        assertThat(FourEyes.same(ReviewRoute.JOINT, Set.of("chenyu"), Set.of("zhaolei"), Set.of("chenyu", "zhangwei")))
                .containsExactly("chenyu");
        assertThat(FourEyes.same(ReviewRoute.JOINT, Set.of("chenyu"), Set.of("zhaolei"), Set.of("zhaolei", "zhangwei")))
                .containsExactly("zhaolei");
        assertThat(FourEyes.same(ReviewRoute.JOINT, Set.of("chenyu"), Set.of("zhaolei"), Set.of("liufang", "zhangwei")))
                .isEmpty();
    }
}
