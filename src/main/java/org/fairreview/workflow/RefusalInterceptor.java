package org.fairreview.workflow;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.fairreview.audit.RefusalRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.HtmlUtils;

/**
 * Takes a refusal out of the engine's wrapping, after the rollback; over REST it becomes a 409 with its sentence.
 *
 * <p>What belongs to a region that is none of the person's is over REST as if it did not exist; the engine would call it an
 * error of its own.
 *
 * <p>Where a person loses a race for a task, whatever it was that broke first, that is a refusal too.
 */
class RefusalInterceptor extends CommandInterceptor {

    /** The engine's REST API fails on a status that its version of Jakarta REST does not name, such as 422. */
    private static final Response.Status REFUSED = Response.Status.CONFLICT;

    private static final String UNIQUE_VIOLATION = "23505";

    private final RefusalTexts texts;
    private final ObjectProvider<RefusalRecord> record;

    RefusalInterceptor(RefusalTexts texts, ObjectProvider<RefusalRecord> record) {
        this.texts = texts;
        this.record = record;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (isOutOfSight(e) && isRest()) {
                throw new WebApplicationException(
                        texts.of(Refusal.of("problem.404.detail")), e, Response.Status.NOT_FOUND);
            }
            if (isRest() && find(e, AuthorizationException.class::isInstance).isPresent()) {
                record.getObject().forbidden(command.getClass().getSimpleName());
            }
            Refusal refusal = lostRace(command, e)
                    .or(() -> find(e, Refusal.class::isInstance).map(Refusal.class::cast))
                    .orElseThrow(() -> conflictIn(e));
            if (isRest()) {
                // Tasklist shows the sentence as trusted HTML
                throw new WebApplicationException(HtmlUtils.htmlEscape(texts.of(refusal), "UTF-8"), refusal, REFUSED);
            }
            throw refusal;
        }
    }

    /** What two acts at once have brought down, so that a page can try again; what was thrown where it is nothing of the kind. */
    private static RuntimeException conflictIn(RuntimeException e) {
        return find(e, ConcurrencyFailureException.class::isInstance)
                .map(ConcurrencyFailureException.class::cast)
                .map(RuntimeException.class::cast)
                .orElse(e);
    }

    /** What is read by its id belongs to another region, or is not there; the engine says so in its words alone. */
    private static boolean isOutOfSight(RuntimeException e) {
        String said = String.valueOf(e.getMessage());
        return (e instanceof ProcessEngineException
                        && (said.contains("belongs to no authenticated tenant")
                                || said.contains("Cannot find task with id")))
                || (e instanceof NullValueException && said.contains("doesn't exist"));
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
