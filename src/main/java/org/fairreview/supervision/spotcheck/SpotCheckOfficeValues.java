package org.fairreview.supervision.spotcheck;

import java.util.List;
import java.util.regex.Pattern;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Line;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about spot checks. */
@Configuration(proxyBeanMethods = false)
class SpotCheckOfficeValues {

    /** The words before year and number of a report. */
    static final String SERIES = "spotcheck.series";

    @Bean
    @Order(27)
    OfficeValueGroup spotCheckValues() {
        return new OfficeValueGroup(
                "spotcheck", List.of(new OfficeValue(SERIES, new Line(20, Pattern.compile("\\p{IsHan}+")))));
    }
}
