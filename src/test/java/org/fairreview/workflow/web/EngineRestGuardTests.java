package org.fairreview.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.fairreview.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

/** Writing in Cockpit is off unless it is switched on, and then for system administrators alone. */
class EngineRestGuardTests {

    private static final EngineRestGuard OFF = new EngineRestGuard(false, what -> {});
    private static final EngineRestGuard ON = new EngineRestGuard(true, what -> {});

    @AfterEach
    void log_out() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/job/17/execute", "/camunda/api/engine/engine/default/job/17/execute"})
    void a_system_administrator_writes_where_it_is_switched_on(String path) throws ServletException, IOException {
        assertThat(letsThrough(ON, Role.SYSADMIN, "POST", path)).isTrue();
        assertThat(letsThrough(OFF, Role.SYSADMIN, "POST", path)).isFalse();
        assertThat(letsThrough(ON, Role.SECADMIN, "POST", path)).isFalse();
        assertThat(letsThrough(ON, Role.AUDITOR, "POST", path)).isFalse();
        assertThat(letsThrough(ON, Role.CLERK, "POST", path)).isFalse();
    }

    @Test
    void a_slash_at_the_end_changes_nothing() throws ServletException, IOException {
        assertThat(letsThrough(OFF, Role.CLERK, "POST", "/engine-rest/task/17/claim/"))
                .isTrue();
        assertThat(letsThrough(OFF, Role.CLERK, "POST", "/engine-rest/task/17/complete/"))
                .isFalse();
        assertThat(letsThrough(OFF, Role.CLERK, "GET", "/engine-rest/process-definition/statistics/"))
                .isFalse();
    }

    @Test
    void other_paths_are_not_its_business() throws ServletException, IOException {
        assertThat(letsThrough(OFF, Role.DRAFTER, "POST", "/measures")).isTrue();
        assertThat(letsThrough(OFF, Role.DRAFTER, "POST", "/engine-restaurant")).isTrue();
    }

    private static boolean letsThrough(EngineRestGuard guard, Role role, String method, String path)
            throws ServletException, IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        "somebody", null, AuthorityUtils.createAuthorityList("ROLE_" + role.name())));
        MockFilterChain chain = new MockFilterChain();
        MockHttpServletResponse response = new MockHttpServletResponse();
        guard.doFilter(new MockHttpServletRequest(method, path), response, chain);
        assertThat(response.getStatus()).isEqualTo(chain.getRequest() == null ? 403 : 200);
        return chain.getRequest() != null;
    }
}
