package org.fairreview.workflow;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.UnitEstablished;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What people may reach in the engine: everybody Tasklist and the shared filters; tasks by the groups of their posts
 * (granted by the engine when a task is created); a regulator's auditors everything of their regions, to read.
 */
@Component
@Order(20)
class EngineAccess implements ApplicationRunner {

    private final AuthorizationService authorizations;
    private final Units units;

    EngineAccess(AuthorizationService authorizations, Units units) {
        this.authorizations = authorizations;
        this.units = units;
    }

    @Override
    public void run(ApplicationArguments args) {
        allow(null, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        allow(null, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        allow(null, Resources.FILTER, ANY, Permissions.READ);
        allow(null, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        allow(null, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        units.all().forEach(this::open);
    }

    /** What a unit needs that comes while the product runs. */
    @EventListener
    void open(UnitEstablished established) {
        units.find(established.unitId()).ifPresent(this::open);
    }

    private void open(Unit unit) {
        if (unit.isRegulator()) {
            letAuditorsRead(Role.AUDITOR.groupIn(unit.id()));
        }
        String administrators = Role.SYSADMIN.groupIn(unit.id());
        allow(administrators, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                administrators,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.RETRY_JOB);
    }

    private void letAuditorsRead(String auditors) {
        allow(auditors, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        allow(
                auditors,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.READ_HISTORY);
        allow(auditors, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
    }

    private void allow(@Nullable String group, Resource resource, String id, Permission... permissions) {
        var query = authorizations
                .createAuthorizationQuery()
                .authorizationType(group == null ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT)
                .resourceType(resource)
                .resourceId(id);
        if (group != null) {
            query.groupIdIn(group);
        }
        Authorization authorization = query.singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(group == null ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT);
            authorization.setResource(resource);
            authorization.setResourceId(id);
            if (group != null) {
                authorization.setGroupId(group);
            }
        }
        authorization.setPermissions(permissions);
        authorizations.saveAuthorization(authorization);
    }
}
