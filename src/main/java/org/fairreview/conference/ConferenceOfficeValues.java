package org.fairreview.conference;

import java.util.List;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Choice;
import org.fairreview.office.ValueKind.Whole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about asking the members of the joint conference. */
@Configuration(proxyBeanMethods = false)
class ConferenceOfficeValues {

    static final String QUORUM = "consultation.quorum";
    static final String SILENCE = "consultation.silence";

    /** How many must answer, and what silence counts as. */
    @Bean
    @Order(15)
    OfficeValueGroup consultationValues() {
        return new OfficeValueGroup(
                "consultation",
                List.of(
                        new OfficeValue(QUORUM, new Whole(0, 100, "percent")),
                        new OfficeValue(SILENCE, Choice.of(SilenceRule.class, "consultation.silenceRule"))));
    }
}
