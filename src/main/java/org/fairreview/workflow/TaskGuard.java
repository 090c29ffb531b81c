package org.fairreview.workflow;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetTaskPropertyCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a person who works over REST or in Tasklist to what the task's form asks.
 *
 * <p>The engine by itself lets whoever completes a task set any variable, name any class as the type of its value,
 * claim it for somebody else, and put expressions into queries. The guard looks at commands that carry a person's
 * authentication; our own services call the engine without one.
 */
class TaskGuard extends CommandInterceptor {

    private static final Field SUBMITTED = field(SubmitTaskFormCmd.class, "properties");
    private static final Field SUBMITTED_TASK = field(SubmitTaskFormCmd.class, "taskId");
    private static final Field COMPLETED = field(CompleteTaskCmd.class, "variables");
    private static final Field COMPLETED_TASK = field(CompleteTaskCmd.class, "taskId");
    private static final Field ASSIGNED_TASK = field(AbstractSetTaskPropertyCmd.class, "taskId");
    private static final Field ASSIGNED_TO = field(AbstractAddIdentityLinkCmd.class, "userId");
    private static final Field CLAIMED_TASK = field(ClaimTaskCmd.class, "taskId");
    private static final Field CLAIMED_BY = field(ClaimTaskCmd.class, "userId");
    private static final Field EXTENDING = field(AbstractExecuteFilterCmd.class, "extendingQuery");
    private static final Field SAVED_FILTER = field(SaveFilterCmd.class, "filter");

    private static final Map<Class<?>, Field> TASKS = Map.of(
            SubmitTaskFormCmd.class, SUBMITTED_TASK,
            CompleteTaskCmd.class, COMPLETED_TASK,
            ClaimTaskCmd.class, CLAIMED_TASK);

    private final FormCatalogue forms;

    TaskGuard(FormCatalogue forms) {
        this.forms = forms;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Authentication person = Context.getCommandContext().getAuthentication();
        if (person == null || person.getUserId() == null) {
            return next.execute(command);
        }
        check(command, person.getUserId());
        if (givesBackOwnTask(command, person.getUserId())) {
            return Context.getCommandContext().runWithoutAuthorization(() -> next.execute(command));
        }
        return next.execute(command);
    }

    private void check(Command<?> command, String userId) {
        if (command instanceof SubmitTaskFormCmd) {
            onlyFields((String) read(SUBMITTED_TASK, command), values(SUBMITTED, command));
        } else if (command instanceof CompleteTaskCmd) {
            onlyFields((String) read(COMPLETED_TASK, command), values(COMPLETED, command));
        } else if (command instanceof ClaimTaskCmd) {
            onlyForOneself((String) read(CLAIMED_TASK, command), (String) read(CLAIMED_BY, command), userId);
        } else if (command instanceof TaskQueryImpl query) {
            noExpressions(query);
        } else if (command instanceof AbstractExecuteFilterCmd) {
            if (read(EXTENDING, command) instanceof TaskQueryImpl query) {
                noExpressions(query);
                noExpressionsAtAll(query);
            }
        } else if (command instanceof SaveFilterCmd) {
            if (((FilterEntity) read(SAVED_FILTER, command)).getQuery() instanceof TaskQueryImpl query) {
                noExpressions(query);
            }
        }
    }

    private void onlyFields(@Nullable String taskId, Map<String, Object> variables) {
        TaskEntity task = task(taskId);
        Set<String> allowed = fieldsOf(task);
        VariableMap values = Variables.fromMap(variables);
        for (String name : variables.keySet()) {
            if (!allowed.contains(name)) {
                throw Refusal.of("guard.notAField", name);
            }
            if (!isPlain(values.getValueTyped(name))) {
                throw Refusal.of("guard.notPlain", name);
            }
        }
    }

    /** The fields of the newest form of the task, and of the one on which the case stays. */
    private Set<String> fieldsOf(TaskEntity task) {
        ProcessDefinitionEntity definition = task.getProcessDefinition();
        Set<String> newest = forms.fieldsOf(definition.getKey(), task.getTaskDefinitionKey());
        ProcessDefinition latest = Context.getCommandContext()
                .getProcessDefinitionManager()
                .findLatestProcessDefinitionByKeyAndTenantId(definition.getKey(), null);
        if (latest == null || latest.getId().equals(definition.getId())) {
            return newest;
        }
        Set<String> all = new HashSet<>(newest);
        all.addAll(forms.fieldsOf(
                definition,
                task.getTaskDefinitionKey(),
                definition.getResourceName(),
                name -> new ByteArrayInputStream(Context.getCommandContext()
                        .getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), name)
                        .getBytes())));
        return all;
    }

    /** Text, number, date or yes and no; an object would be built as whatever class the sender names. */
    private static boolean isPlain(TypedValue typed) {
        if (typed.getType() != null && !typed.getType().isPrimitiveValueType()) {
            return false;
        }
        Object value = typed.getValue();
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Number
                || value instanceof Date;
    }

    /** The engine asks for the right to assign tasks, which nobody has, even of a person who gives the own task back. */
    private static boolean givesBackOwnTask(Command<?> command, String userId) {
        if (!(command instanceof AssignTaskCmd) || read(ASSIGNED_TO, command) != null) {
            return false;
        }
        return userId.equals(task((String) read(ASSIGNED_TASK, command)).getAssignee());
    }

    private static void onlyForOneself(@Nullable String taskId, @Nullable String claimant, String userId) {
        TaskEntity task = task(taskId);
        boolean takesForOther = claimant != null && !claimant.equals(userId);
        boolean takesFromOther = claimant == null && task.getAssignee() != null && !userId.equals(task.getAssignee());
        if (takesForOther || takesFromOther) {
            throw new AuthorizationException("A task is claimed, and given back, by oneself only");
        }
    }

    private static void noExpressions(TaskQueryImpl query) {
        for (TaskQueryImpl part : query.getQueries()) {
            if (part != query) {
                noExpressionsAtAll(part);
            }
        }
    }

    private static void noExpressionsAtAll(TaskQueryImpl query) {
        if (!query.getExpressions().isEmpty()) {
            throw new BadUserRequestException("Expressions are not allowed in queries");
        }
    }

    /** The task that the command is to claim or complete, if it is such a command. */
    static Optional<String> taskOf(Command<?> command) {
        Field task = TASKS.get(command.getClass());
        return task == null ? Optional.empty() : Optional.ofNullable((String) read(task, command));
    }

    /**
     * The task that the person acts on.
     *
     * @throws Refusal where it is gone: done in another window, or by a colleague
     */
    private static TaskEntity task(@Nullable String id) {
        TaskEntity task =
                id == null ? null : Context.getCommandContext().getTaskManager().findTaskById(id);
        if (task == null) {
            throw Refusal.of("task.doneByOther");
        }
        return task;
    }

    private static Field field(Class<?> owner, String name) {
        try {
            Field field = owner.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("This engine's %s has no '%s'".formatted(owner.getSimpleName(), name), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Field field, Object command) {
        Object values = read(field, command);
        return values == null ? Map.of() : (Map<String, Object>) values;
    }

    private static @Nullable Object read(Field field, Object command) {
        try {
            return field.get(command);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
