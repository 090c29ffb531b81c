package org.fairreview.notification;

import java.util.List;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Whole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about reminders. */
@Configuration
class NotificationOfficeValues {

    private static final int MOST_WORKING_DAYS = 30;

    /** How long before its limit a task is reminded of. */
    @Bean
    @Order(20)
    OfficeValueGroup reminderValues() {
        return new OfficeValueGroup(
                "notification",
                List.of(new OfficeValue(DeadlineTable.REMINDER, new Whole(0, MOST_WORKING_DAYS, "workingDays"))));
    }
}
