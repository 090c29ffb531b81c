package org.fairreview.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HtmlUtils;

/** Takes a refusal out of the engine's wrapping, after the rollback; over REST it becomes a 422 with its sentence. */
class RefusalInterceptor extends CommandInterceptor {

    private static final int UNPROCESSABLE = 422;

    private final RefusalTexts texts;

    RefusalInterceptor(RefusalTexts texts) {
        this.texts = texts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = find(e);
            if (refusal == null) {
                throw e;
            }
            if (isRest()) {
                // Tasklist shows the sentence as trusted HTML
                throw new WebApplicationException(
                        HtmlUtils.htmlEscape(texts.of(refusal), "UTF-8"), refusal, UNPROCESSABLE);
            }
            throw refusal;
        }
    }

    private static @Nullable Refusal find(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static boolean isRest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return EngineRestPaths.isEngineRest(request);
        }
        return false;
    }
}
