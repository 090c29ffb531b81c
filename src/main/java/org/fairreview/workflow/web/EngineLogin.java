package org.fairreview.workflow.web;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Directory;
import org.fairreview.identity.SealedAccount;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Checks a name and a password against the engine's identity service, which also locks after repeated failures. A
 * disabled account has no way in.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    /** What the break-glass account may, while it is open: everything in the engine. */
    static final String BREAK_GLASS = "BREAKGLASS";

    private final IdentityService identities;
    private final Directory directory;
    private final Accounts accounts;
    private final SealedAccount sealed;

    EngineLogin(IdentityService identities, Directory directory, Accounts accounts, SealedAccount sealed) {
        this.identities = identities;
        this.directory = directory;
        this.accounts = accounts;
        this.sealed = sealed;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String userId = login.getName();
        Object password = login.getCredentials();
        if (userId == null
                || userId.isBlank()
                || password == null
                || accounts.of(userId).isDisabled()
                || isSealed(userId)
                || !identities.checkPassword(userId, password.toString())) {
            throw new BadCredentialsException("Wrong name or password, or locked, or disabled");
        }
        if (userId.equals(SealedAccount.USER_ID)) {
            sealed.recordUse("登录");
            return new AccountLogin(
                    userId,
                    List.of(new SimpleGrantedAuthority("ROLE_" + BREAK_GLASS)),
                    accounts.of(userId).generation());
        }
        List<SimpleGrantedAuthority> roles = directory.actor(userId).stream()
                .flatMap(actor -> actor.posts().stream())
                .map(post -> new SimpleGrantedAuthority("ROLE_" + post.role().name()))
                .distinct()
                .toList();
        return new AccountLogin(userId, roles, accounts.of(userId).generation());
    }

    private boolean isSealed(String userId) {
        return userId.equals(SealedAccount.USER_ID) && !sealed.isOpen();
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
