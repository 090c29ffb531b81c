package org.fairreview.audit;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells logins apart without saying their session's id, which would be a key to them. */
@Component
class Logins {

    private static final int LENGTH = 32;

    /** A digest of the current request's session; none where there is no session. */
    @Nullable
    String current() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) {
            return null;
        }
        HttpSession session = request.getRequest().getSession(false);
        return session == null ? null : Digest.of(session.getId()).substring(0, LENGTH);
    }
}
