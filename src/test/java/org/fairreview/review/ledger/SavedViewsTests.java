package org.fairreview.review.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.fairreview.kit.ProductTest;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People keep queries of the ledger, each for itself. */
@ProductTest
class SavedViewsTests {

    @Autowired
    SavedViews views;

    @Test
    void a_view_is_its_owners_alone() {
        assertThat(views.save("viewsone", " 超期 ", "overdue=true")).isEmpty();
        SavedView kept = views.of("viewsone").get(0);

        assertThat(kept.name()).isEqualTo("超期");
        assertThat(kept.conditions()).isEqualTo("overdue=true");
        assertThat(views.of("viewstwo")).isEmpty();
        views.forget(kept.id(), "viewstwo");
        assertThat(views.of("viewsone")).hasSize(1);
        views.forget(kept.id(), "viewsone");
        assertThat(views.of("viewsone")).isEmpty();
    }

    @Test
    void names_are_given_once_and_twenty_are_the_most() {
        for (int number = 1; number <= SavedViews.MOST; number++) {
            assertThat(views.save("viewsmany", "第" + number, "year=2026")).isEmpty();
        }

        assertThat(key(views.save("viewsmany", "第1", "year=2025"))).isEqualTo("view.nameTaken");
        assertThat(key(views.save("viewsmany", "第21", "year=2025"))).isEqualTo("view.tooMany");
        assertThat(key(views.save("viewsnone", " ", "year=2025"))).isEqualTo("view.nameMissing");
        assertThat(key(views.save("viewsnone", "长".repeat(41), "year=2025"))).isEqualTo("view.nameTooLong");
        assertThat(key(views.save("viewsnone", "空", ""))).isEqualTo("view.nothingToKeep");
        assertThat(views.of("viewsmany")).hasSize(SavedViews.MOST);
        assertThat(views.of("viewsnone")).isEmpty();
    }

    private static String key(Optional<Refusal> refusal) {
        return refusal.map(Refusal::key).orElse("");
    }
}
