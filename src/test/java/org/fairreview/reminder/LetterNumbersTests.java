package org.fairreview.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProductTest;
import org.fairreview.reminder.Letters.Beginning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The 文号 run on for each region and for the words that the office has set. */
@ProductTest
class LetterNumbersTests {

    private static final String CITY = "r420600";

    @Autowired
    LetterNumbers numbers;

    @Autowired
    Correspondence letters;

    @Autowired
    TransactionOperations transaction;

    @Test
    void kinds_with_words_of_their_own_count_for_themselves_and_so_does_each_region() {
        String city = letters.begin("reminder", "DRAFTER");
        String county = letters.begin("fcclerk", new Beginning("reminder", "DRAFTER", "u12", "", "", ""));

        assertThat(allot("测甲", CITY, city)).endsWith("〕1号");
        assertThat(allot("测乙", CITY, city)).endsWith("〕1号");
        assertThat(allot("测甲", Correspondence.COUNTY, county)).endsWith("〕1号");
        assertThat(allot("测甲", CITY, city)).as("two kinds with the same words").endsWith("〕2号");
    }

    @Test
    void a_number_that_was_typed_before_is_passed_over_however_it_was_typed() {
        String city = letters.begin("reminder", "DRAFTER");
        String first = allot("测丙", CITY, city);
        String typed = first.replace("1号", "02 号").replace("〔", "[").replace("〕", "]");
        assertThat(transaction.<Boolean>execute(status -> numbers.take(typed, CITY, city)))
                .isTrue();

        assertThat(allot("测丙", CITY, city)).endsWith("〕3号");
    }

    private String allot(String words, String region, String letter) {
        return String.valueOf(transaction.<String>execute(status -> numbers.allot(words, region, letter)));
    }
}
