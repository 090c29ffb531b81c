package org.fairreview.identity.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.security.SecureRandom;
import java.util.Base64;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Seal;
import org.fairreview.identity.SealedAccount;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The seal as password and authorizations of the engine. */
@Component
class EngineSeal implements Seal {

    private final Directory directory;
    private final AuthorizationService authorizations;

    EngineSeal(Directory directory, @Lazy AuthorizationService authorizations) {
        this.directory = directory;
        this.authorizations = authorizations;
    }

    /** A password that is kept nowhere. */
    static String secret() {
        byte[] secret = new byte[48];
        new SecureRandom().nextBytes(secret);
        return "aA1#" + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public void breakWith(String password) {
        directory.setPassword(SealedAccount.USER_ID, password);
        for (Resource resource : Resources.values()) {
            Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(Groups.CAMUNDA_ADMIN);
            authorization.setResource(resource);
            authorization.setResourceId(ANY);
            authorization.addPermission(Permissions.ALL);
            authorizations.saveAuthorization(authorization);
        }
    }

    @Override
    public void restore() {
        directory.setPassword(SealedAccount.USER_ID, secret());
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(Groups.CAMUNDA_ADMIN)
                .list()
                .forEach(authorization -> authorizations.deleteAuthorization(authorization.getId()));
    }
}
