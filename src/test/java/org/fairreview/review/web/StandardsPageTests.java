package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody looks up a standard, of today or of an earlier time. */
@ProductTest
class StandardsPageTests {

    @Autowired
    Web web;

    @Test
    void todays_standards_come_first_with_their_sub_items() {
        assertThat(page("/standards"))
                .contains("2025年4月20日起施行", "条例第九条第三项", "办法第十五条", "须判断是否特定经营者")
                .doesNotContain("细则第十五条第一项", "现行对应");
    }

    @Test
    void an_earlier_standard_names_what_took_its_place() {
        assertThat(page("/standards?regime=2021"))
                .contains("2021年6月29日至2024年7月31日", "细则第十五条第一项", "违法给予特定经营者优惠政策")
                .contains("条例第十条第一项", "条例第十条第二项", "条例第十条第三项")
                .contains("不是官方对照表", "不得出台");
    }

    @Test
    void a_regime_that_there_never_was_is_not_found() {
        assertThat(web.session("chenyu").get("/standards?regime=2019").status()).isEqualTo(404);
    }

    private String page(String path) {
        return web.session("chenyu").get(path).body();
    }
}
