package org.fairreview.workflow;

import java.net.URI;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The errors of our own REST API as problems (RFC 9457), in Chinese. */
@Component
public class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** What the status says by itself. */
    public ProblemDetail of(HttpStatusCode status, String path) {
        return of(status, text("detail", status), path);
    }

    /** The status where the disk that holds the data has no room left. */
    public ProblemDetail diskFull(HttpStatusCode status, String path) {
        return of(status, messages.getMessage("error.diskFull", null, Locale.SIMPLIFIED_CHINESE), path);
    }

    /** The status with a sentence that says what is wrong and what to do. */
    public ProblemDetail of(HttpStatusCode status, String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(text("title", status));
        problem.setInstance(URI.create(path));
        return problem;
    }

    private String text(String part, HttpStatusCode status) {
        String others = status.is5xxServerError() ? "problem.5xx." : "problem.4xx.";
        String known =
                messages.getMessage("problem." + status.value() + "." + part, null, "", Locale.SIMPLIFIED_CHINESE);
        return known == null || known.isEmpty()
                ? messages.getMessage(others + part, null, Locale.SIMPLIFIED_CHINESE)
                : known;
    }
}
