package org.fairreview.audit;

import java.util.regex.Pattern;

/**
 * The names of chains: {@code case:<number>} for a case, {@code subject:<id>} for an account, a unit or another thing, and
 * on chains of their own what is written after a rollback or changes nothing.
 */
public final class Chains {

    /** What was refused to people. */
    public static final String REFUSALS = "refusals";

    /** Who came in, who went, and who was not let in. */
    public static final String LOGINS = "logins";

    /** Acts that changed nothing: somebody looked something up, printed it, or took it away. */
    static final String READ = "read.";

    /** What the product notes beside the acts of people: tasks taken, automatic steps, timers, decisions, files kept. */
    static final String TRACE = "trace.";

    private static final String REFUSAL = "refusal.";
    private static final String LOGIN = "login.";
    private static final String NO_CASE = "-";
    private static final Pattern CASE_NUMBER = Pattern.compile(".+-\\d{4}-\\d{4,}");

    private Chains() {}

    /** The chain of a case, account, unit or other thing. */
    public static String of(String subject) {
        return (isCase(subject) ? "case:" : "subject:") + subject;
    }

    /** The chain on which reads of a case are; those of anything else are together. */
    public static String readsOf(String subject) {
        return "reads:" + (isCase(subject) ? subject : NO_CASE);
    }

    /** The chain to which an act belongs. */
    static String of(String subject, String act) {
        if (act.startsWith(READ)) {
            return readsOf(subject);
        }
        if (act.startsWith(REFUSAL)) {
            return REFUSALS;
        }
        return act.startsWith(LOGIN) ? LOGINS : of(subject);
    }

    private static boolean isCase(String subject) {
        return CASE_NUMBER.matcher(subject).matches();
    }
}
