package org.fairreview.reminder;

import java.util.ArrayList;
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

/** What an office sets for itself about letters. */
@Configuration(proxyBeanMethods = false)
class LetterOfficeValues {

    static final String NUMBERING = "letter.numbering";
    static final String NUMBERING_OF = "letter.numbering.";

    /** The kind takes its numbers from where all do that have set nothing of their own. */
    static final String AS_ALL = "AS_ALL";

    static final String SERIES = "letter.series.";
    static final String SIGNERS = "letter.signers.";
    static final String LEGAL_LOOK = "letter.legal.";
    static final String YES = "YES";

    private static final int MOST_STEPS = 3;

    /** The numbers of letters, and for each kind who signs it and whether a lawyer looks at it. */
    @Bean
    @Order(25)
    OfficeValueGroup letterValues(LetterKinds kinds) {
        List<OfficeValue> values = new ArrayList<>();
        values.add(new OfficeValue(NUMBERING, Choice.of(Numbering.class, "letter.numbering")));
        for (LetterKind kind : kinds.all()) {
            values.add(new OfficeValue(
                    NUMBERING_OF + kind.key(),
                    new Choice(
                            List.of(AS_ALL, Numbering.OWN_SERIES.name(), Numbering.BY_OFFICE.name()),
                            "letter.numbering")));
            values.add(new OfficeValue(SERIES + kind.key(), new Line(20, Pattern.compile("\\p{IsHan}+"))));
            values.add(new OfficeValue(
                    SIGNERS + kind.key(), new Steps(List.of(Role.SECTIONHEAD, Role.LEADER), MOST_STEPS)));
            values.add(new OfficeValue(LEGAL_LOOK + kind.key(), new Choice(List.of(YES, "NO"), "letter.legal")));
        }
        return new OfficeValueGroup("letters", values);
    }
}
