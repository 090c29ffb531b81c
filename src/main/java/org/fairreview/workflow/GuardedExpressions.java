package org.fairreview.workflow;

import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/**
 * Expressions of models are evaluated as ever; expressions of queries only where they are one of a few known texts.
 *
 * <p>A query evaluates without a scope. Any user could send one with {@code orQueries} (CVE-2026-109432), so everything
 * but the texts that our own filters use is refused.
 */
class GuardedExpressions extends SpringExpressionManager {

    static final String CURRENT_USER = "${currentUser()}";
    static final String CURRENT_GROUPS = "${currentUserGroups()}";
    static final String NOW = "${now()}";
    static final String IN_THREE_DAYS = "${dateTime().plusDays(3)}";

    private static final Set<String> ALLOWED = Set.of(CURRENT_USER, CURRENT_GROUPS, NOW, IN_THREE_DAYS);

    GuardedExpressions(ApplicationContext context) {
        super(context, null);
    }

    @Override
    public Expression createExpression(String text) {
        ensureInitialized();
        return new JuelExpression(createValueExpression(text), this, text) {
            @Override
            public Object getValue(@Nullable VariableScope scope) {
                return getValue(scope, null);
            }

            @Override
            public Object getValue(@Nullable VariableScope scope, @Nullable BaseDelegateExecution execution) {
                if (scope == null && !ALLOWED.contains(text.strip())) {
                    throw new BadUserRequestException("Expressions are not allowed in queries");
                }
                return super.getValue(scope, execution);
            }
        };
    }
}
