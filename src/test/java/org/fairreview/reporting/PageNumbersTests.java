package org.fairreview.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a page reads side by side, outside of any transaction. */
@ProductTest
class PageNumbersTests {

    private static final List<String> ALL = List.of("r420600", "r420606", "r420683");

    @Autowired
    JointReview review;

    @Autowired
    Books books;

    @Autowired
    Counting counting;

    @Autowired
    Clock clock;

    @Test
    void what_is_read_side_by_side_is_what_is_counted_singly() {
        review.signOff(review.inSigning());
        Slice year = Slice.of(Period.year(LocalDate.now(clock).getYear()), ALL);
        PageNumbers page = books.forPage(ALL);

        page.read(Figures.all(), year);

        assertThat(page.of(year).count(Figures.find("steps").orElseThrow(), year))
                .isPositive();
        new AddsUp("page", page.of(year)).agreesWith(counting, year);
    }

    @Test
    void what_was_read_for_one_part_of_the_ledger_answers_for_no_other() {
        Slice year = Slice.of(Period.year(2019), ALL);
        Numbers read = books.forPage(ALL).of(year);
        Figure received = Figures.find("received").orElseThrow();

        assertThatThrownBy(() -> read.count(received, Slice.of(Period.year(2018), ALL)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
