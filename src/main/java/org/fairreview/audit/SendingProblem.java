package org.fairreview.audit;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.SendFailedException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.MailSendException;

/** Why something could not leave the system: a Chinese sentence, with the other side's own words behind it. */
public final class SendingProblem {

    private static final int MOST_CAUSES = 20;

    private SendingProblem() {}

    public static String of(Throwable failure) {
        List<Throwable> causes = causes(failure);
        return said(kind(causes), words(causes));
    }

    /** The other side took it with an answer that says no. */
    public static String http(int status) {
        return AuditTexts.of("audit.sending.http", status);
    }

    /** Whoever sent it did not come to the end of the last try. */
    public static String interrupted() {
        return AuditTexts.of("audit.sending.interrupted");
    }

    /** Whether the other side cannot be reached at all, so that what comes next cannot go either. */
    public static boolean isAway(Throwable failure) {
        String kind = kind(causes(failure));
        return kind.equals("unreachable") || kind.equals("timeout") || kind.equals("login");
    }

    private static String kind(List<Throwable> causes) {
        if (isAny(causes, SocketTimeoutException.class, HttpTimeoutException.class)) {
            return "timeout";
        }
        if (isAny(causes, SocketException.class, UnknownHostException.class, UnresolvedAddressException.class)) {
            return "unreachable";
        }
        if (isAny(causes, AuthenticationFailedException.class)) {
            return "login";
        }
        return isAny(causes, SendFailedException.class) ? "refused" : "other";
    }

    private static String said(String kind, String words) {
        String sentence = AuditTexts.of("audit.sending." + kind);
        return words.isEmpty() ? sentence : AuditTexts.of("audit.sending.withWords", sentence, words);
    }

    /** The failure, and what is behind it; the mail sender keeps the failure of a letter beside its cause. */
    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        Throwable next = failure;
        while (next != null && causes.size() < MOST_CAUSES) {
            causes.add(next);
            next = next instanceof MailSendException letters
                            && next.getCause() == null
                            && letters.getMessageExceptions().length > 0
                    ? letters.getMessageExceptions()[0]
                    : next.getCause();
        }
        return causes;
    }

    /** What was said at the bottom of it, on one line. */
    private static String words(List<Throwable> causes) {
        String words = "";
        for (Throwable cause : causes) {
            String message = cause.getMessage();
            words = message == null || message.isBlank() ? words : message.strip();
        }
        return words.lines().findFirst().orElse("").strip();
    }

    private static boolean isAny(List<Throwable> causes, Class<?>... kinds) {
        return causes.stream().anyMatch(cause -> List.of(kinds).stream().anyMatch(kind -> kind.isInstance(cause)));
    }
}
