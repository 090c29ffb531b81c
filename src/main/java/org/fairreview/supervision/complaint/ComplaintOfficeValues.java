package org.fairreview.supervision.complaint;

import java.util.List;
import java.util.regex.Pattern;
import org.fairreview.identity.Role;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValueGroup;
import org.fairreview.office.ValueKind.Choice;
import org.fairreview.office.ValueKind.Line;
import org.fairreview.office.ValueKind.Steps;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What an office sets for itself about complaints. */
@Configuration(proxyBeanMethods = false)
class ComplaintOfficeValues {

    static final String PUBLIC = "complaint.public";
    static final String OPEN = "OPEN";
    static final String PHONE = "complaint.phone";
    static final String MAILBOX = "complaint.mailbox";
    static final String EMAIL = "complaint.email";
    static final String SIGNERS = "complaint.signers";

    private static final int MOST_STEPS = 3;
    private static final int LONGEST_LINE = 100;

    /** The public page, the channels that the regulator must publish (Regulation 22), and who signs. */
    @Bean
    @Order(30)
    OfficeValueGroup complaintValues() {
        return new OfficeValueGroup(
                "complaints",
                List.of(
                        new OfficeValue(PUBLIC, new Choice(List.of(OPEN, "CLOSED"), "complaint.public")),
                        new OfficeValue(PHONE, new Line(LONGEST_LINE, Pattern.compile("[0-9 ()（）+、，转-]+"))),
                        new OfficeValue(MAILBOX, new Line(LONGEST_LINE, null)),
                        new OfficeValue(EMAIL, new Line(LONGEST_LINE, Pattern.compile("[^@\\s]+@[^@\\s]+"))),
                        new OfficeValue(SIGNERS, new Steps(List.of(Role.SECTIONHEAD, Role.LEADER), MOST_STEPS))));
    }
}
