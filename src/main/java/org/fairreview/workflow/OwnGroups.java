package org.fairreview.workflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.jspecify.annotations.Nullable;

/**
 * Checks authorizations with the groups of the person as they are.
 *
 * <p>The engine leaves out those to which nothing is granted, to spare people with very many groups a long statement. For
 * that it reads all groups of all authorizations, in every command of everybody; here a person has a handful of groups, and
 * each open task brings authorizations.
 */
class OwnGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(@Nullable List<String> groups) {
        return groups == null ? new ArrayList<>() : new ArrayList<>(new LinkedHashSet<>(groups));
    }

    /** Opens it in the place of the engine's own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnGroups();
        }
    }
}
