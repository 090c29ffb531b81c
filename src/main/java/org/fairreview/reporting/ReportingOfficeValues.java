package org.fairreview.reporting;

import java.util.List;
import java.util.regex.Pattern;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Line;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about the end of the year. */
@Configuration(proxyBeanMethods = false)
class ReportingOfficeValues {

    /** The day of the next year on which the units' summaries are due. */
    static final String UNITS_DUE = "summary.units";

    /** The day of the next year on which the office's own summary is due at the higher level. */
    static final String OFFICE_DUE = "summary.office";

    private static final Pattern DAY = Pattern.compile(
            "(0[13578]|1[02])-(0[1-9]|[12]\\d|3[01])|(0[469]|11)-(0[1-9]|[12]\\d|30)|02-(0[1-9]|1\\d|2[0-8])");

    @Bean
    @Order(28)
    OfficeValueGroup summaryValues() {
        return new OfficeValueGroup(
                "summary",
                List.of(new OfficeValue(UNITS_DUE, new Line(5, DAY)), new OfficeValue(OFFICE_DUE, new Line(5, DAY))));
    }
}
