package org.fairreview.audit;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Records what was refused to a person: which rule, where, and of which case; nothing of what was typed.
 *
 * <p>It is called after the rollback, before the person is told; where it throws, the request fails.
 */
@Service
public class RefusalRecord {

    private static final String REFUSED = "refusal.told";
    private static final String FORBIDDEN = "refusal.forbidden";
    private static final String NO_CASE = "-";
    private static final int LONGEST = 200;
    private static final Pattern CASE_NUMBER = Pattern.compile("/(\\d{6}-\\d{4}-\\d{4,})(?:/|$)");

    private record Refused(String subject, String act, Map<String, ?> details) implements AuditableEvent {}

    private final SeparateRecord separate;

    RefusalRecord(SeparateRecord separate) {
        this.separate = separate;
    }

    /**
     * A rule of the office or of the law was in the way.
     *
     * @param rule the key of the sentence that the person is told
     * @param field the field that it is about
     */
    public void refused(String rule, @Nullable String field) {
        record(REFUSED, rule, field);
    }

    /** The person may not do that at all. */
    public void forbidden(String what) {
        record(FORBIDDEN, what, null);
    }

    private void record(String act, String rule, @Nullable String field) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rule", rule);
        if (field != null) {
            details.put("field", field);
        }
        String subject = NO_CASE;
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            String path = path(attributes.getRequest());
            details.put("request", attributes.getRequest().getMethod() + " " + path);
            Matcher number = CASE_NUMBER.matcher(path);
            subject = number.find() ? number.group(1) : NO_CASE;
        }
        separate.record(new Refused(subject, act, details));
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return path.length() > LONGEST ? path.substring(0, LONGEST) : path;
    }
}
