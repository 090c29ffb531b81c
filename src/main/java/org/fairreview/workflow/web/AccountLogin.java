package org.fairreview.workflow.web;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A login, with the number that the account had: it holds until something ends the account's logins. */
final class AccountLogin extends UsernamePasswordAuthenticationToken {

    private final long generation;

    AccountLogin(String userId, List<SimpleGrantedAuthority> roles, long generation) {
        super(userId, null, roles);
        this.generation = generation;
    }

    long generation() {
        return generation;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof AccountLogin login && login.generation == generation;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Long.hashCode(generation);
    }
}
