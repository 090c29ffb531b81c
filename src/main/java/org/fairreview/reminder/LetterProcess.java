package org.fairreview.reminder;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.review.SigningOutcome;
import org.fairreview.workflow.CaseVariables;
import org.fairreview.workflow.ProcessContract;
import org.fairreview.workflow.Reminders;
import org.fairreview.workflow.Var;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The names that letter.bpmn and the code must agree on. */
@Configuration
public class LetterProcess {

    /** The letter is taken back before it is delivered. */
    public static final String WITHDRAWN = "LetterWithdrawn";

    /** In which the addressee replies. */
    static final String REPLY_TASK = "Task_ReplyLetter";

    public static final Var<String> REGULATOR_UNIT = Var.text("regulatorUnit");

    /** Who drafts, and judges what came of it. */
    public static final Var<String> DRAFTER = Var.text("letterDrafter");

    /** That the clerk acts for an addressee without accounts; always set. */
    public static final Var<Boolean> CLERK_ACTS = Var.flag("clerkActs");

    public static final Var<Boolean> LEGAL_LOOK = Var.flag("legalLookWanted");
    public static final Var<Boolean> LEGAL_AGREED = Var.flag("legalAgreed");
    public static final Var<String> SIGNER_ROLE = Var.text("signerRole");
    public static final Var<String> SIGNING_STEP = Var.text("signingStep");
    public static final Var<SigningOutcome> SIGNING = Var.oneOf("signing", SigningOutcome.class);
    public static final Var<Boolean> OWN_SERIES = Var.flag("ownSeries");
    /** The letter was not delivered, since its ground is gone: it is with its drafter again. */
    public static final Var<Boolean> SENT_BACK = Var.flag("letterSentBack");

    public static final Var<Boolean> REPLY_WANTED = Var.flag("replyWanted");
    public static final Var<String> REPLY_LIMIT = Var.text("replyLimit");

    /** The day of delivery, from which the reply's limit counts. */
    public static final Var<Instant> REPLY_FROM = Var.moment("replyFrom");

    public static final Var<Instant> REPLY_UNTIL = Var.moment("replyUntil");

    /** The end of an extension; not set where none was granted. */
    public static final Var<Instant> EXTENDED_UNTIL = Var.moment("extendedUntil");

    public static final Var<Boolean> EXTENSION_ASKED = Var.flag("extensionAsked");
    public static final Var<Boolean> WAITS_ON = Var.flag("waitsOn");
    public static final Var<Boolean> REPLIED = Var.flag("replied");
    public static final Var<Boolean> RECTIFIED = Var.flag("rectified");

    static final ProcessContract CONTRACT = new ProcessContract(
            "Letter",
            List.of(
                    REGULATOR_UNIT,
                    DRAFTER,
                    CLERK_ACTS,
                    Reminders.SOURCE,
                    Reminders.SUBJECT,
                    Reminders.ADDRESSEE,
                    Reminders.KIND,
                    Reminders.FINDINGS,
                    LEGAL_LOOK,
                    LEGAL_AGREED,
                    SIGNER_ROLE,
                    SIGNING_STEP,
                    SIGNING,
                    OWN_SERIES,
                    SENT_BACK,
                    REPLY_WANTED,
                    REPLY_LIMIT,
                    REPLY_FROM,
                    REPLY_UNTIL,
                    EXTENDED_UNTIL,
                    EXTENSION_ASKED,
                    WAITS_ON,
                    REPLIED,
                    RECTIFIED));

    @Bean
    ProcessContract letterContract() {
        return CONTRACT;
    }

    /**
     * What the process of a letter starts with.
     *
     * @param card what the cards of its tasks show: words of ours, nothing that somebody typed
     */
    public static Map<String, Object> variables(Letter letter, String card) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(CaseVariables.REGION.name(), letter.regionId());
        variables.put(REGULATOR_UNIT.name(), letter.regulatorUnitId());
        variables.put(CLERK_ACTS.name(), true);
        variables.put(Reminders.ADDRESSEE.name(), letter.addresseeUnitId().orElse(NOBODY));
        letter.draftedBy()
                .or(() -> Optional.ofNullable(letter.origin().begunBy()))
                .ifPresent(person -> variables.put(DRAFTER.name(), person));
        if (!letter.origin().restricted()) {
            variables.put(CaseVariables.MEASURE_TITLE.name(), card);
        }
        return variables;
    }

    /** Stands for the unit of an addressee that is in no register, and so has no accounts. */
    public static final String NOBODY = "nobody";
}
