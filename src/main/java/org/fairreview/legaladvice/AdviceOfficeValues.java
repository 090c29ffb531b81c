package org.fairreview.legaladvice;

import java.util.List;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Choice;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets about legal advice. */
@Configuration(proxyBeanMethods = false)
class AdviceOfficeValues {

    static final String MANDATORY = "advice.mandatory";

    @Bean
    @Order(20)
    OfficeValueGroup adviceValues() {
        return new OfficeValueGroup(
                "advice", List.of(new OfficeValue(MANDATORY, Choice.of(AdviceMode.class, "advice.mode"))));
    }
}
