package org.fairreview.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HtmlUtils;

/**
 * Takes a refusal out of the engine's wrapping, after the rollback; over REST it becomes a 409 with its sentence.
 *
 * <p>Where a person loses a race for a task, whatever it was that broke first, that is a refusal too.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** The engine's REST API fails on a status that its version of Jakarta REST does not name, such as 422. */
    private static final Response.Status REFUSED = Response.Status.CONFLICT;

    private static final String UNIQUE_VIOLATION = "23505";

    private final RefusalTexts texts;

    RefusalInterceptor(RefusalTexts texts) {
        this.texts = texts;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            Refusal refusal = lostRace(command, e)
                    .or(() -> find(e, Refusal.class::isInstance).map(Refusal.class::cast))
                    .orElseThrow(() -> e);
            if (isRest()) {
                // Tasklist shows the sentence as trusted HTML
                throw new WebApplicationException(HtmlUtils.htmlEscape(texts.of(refusal), "UTF-8"), refusal, REFUSED);
            }
            throw refusal;
        }
    }

    /** A person could not claim or complete a task because somebody acted on it at the same time. */
    private Optional<Refusal> lostRace(Command<?> command, RuntimeException e) {
        return TaskGuard.taskOf(command).flatMap(task -> {
            if (isGone(task)) {
                return Optional.of(Refusal.of("task.doneByOther"));
            }
            boolean claim = command instanceof ClaimTaskCmd;
            return find(e, cause -> isConcurrency(cause) || (claim && isTwice(cause)))
                    .map(race -> Refusal.of(claim ? "task.takenByOther" : "task.doneByOther"));
        });
    }

    /** Whether the task is gone, as seen from outside of the act, which is rolled back. */
    private boolean isGone(String task) {
        boolean outside =
                Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive();
        return outside && next.execute(context -> context.getTaskManager().findTaskById(task)) == null;
    }

    private static boolean isConcurrency(Throwable cause) {
        return cause instanceof OptimisticLockingException
                || cause instanceof TaskAlreadyClaimedException
                || cause instanceof ConcurrencyFailureException
                || (cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith("40"));
    }

    /** The same person claimed in two windows: the engine grants the task to its assignee, and only once. */
    private static boolean isTwice(Throwable cause) {
        return cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }

    private static Optional<Throwable> find(@Nullable Throwable thrown, Predicate<Throwable> wanted) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (wanted.test(cause)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static boolean isRest() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return EngineRestPaths.isEngineRest(request);
        }
        return false;
    }
}
