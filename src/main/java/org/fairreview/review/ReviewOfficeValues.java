package org.fairreview.review;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairreview.identity.Role;
import org.fairreview.measure.MeasureKind;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Choice;
import org.fairreview.office.ValueKind.Line;
import org.fairreview.office.ValueKind.Steps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for its reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewOfficeValues {

    static final String SIGNING = "signing.joint";
    static final String OWN_SIGNING = "signing.own";
    static final String DOCUMENT_PREFIX = "document.prefix";

    private static final int MOST_STEPS = 3;

    /** Who signs a conclusion, and its number. */
    @Bean
    @Order(10)
    OfficeValueGroup signingValues() {
        return new OfficeValueGroup(
                "signing",
                List.of(
                        new OfficeValue(SIGNING, new Steps(List.of(Role.SECTIONHEAD, Role.LEADER), MOST_STEPS)),
                        new OfficeValue(OWN_SIGNING, new Steps(List.of(Role.UNITREVIEWER, Role.UNITHEAD), MOST_STEPS)),
                        new OfficeValue(DOCUMENT_PREFIX, new Line(20, Pattern.compile("\\p{IsHan}+")))));
    }

    /** How long the papers of cases are kept. */
    @Bean
    @Order(30)
    OfficeValueGroup retentionValues() {
        return new OfficeValueGroup(
                "retention",
                Stream.of(MeasureKind.values())
                        .map(kind -> new OfficeValue(
                                Retention.nameOf(kind), Choice.of(RetentionClass.class, "review.retention")))
                        .toList());
    }
}
