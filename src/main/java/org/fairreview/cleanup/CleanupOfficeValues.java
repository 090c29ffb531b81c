package org.fairreview.cleanup;

import java.util.List;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Whole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about measures in force. */
@Configuration(proxyBeanMethods = false)
class CleanupOfficeValues {

    /** After how many months a measure in force is evaluated again. */
    static final String EVALUATION_MONTHS = "cleanup.evaluationMonths";

    /** How many days before its end a measure, or an exception, is looked at. */
    static final String EXPIRY_NOTICE = "cleanup.expiryNotice";

    @Bean
    @Order(25)
    OfficeValueGroup cleanupValues() {
        return new OfficeValueGroup(
                "cleanup",
                List.of(
                        new OfficeValue(EVALUATION_MONTHS, new Whole(1, 120, "months")),
                        new OfficeValue(EXPIRY_NOTICE, new Whole(1, 365, "days"))));
    }
}
