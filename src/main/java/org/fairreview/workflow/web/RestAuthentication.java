package org.fairreview.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.fairreview.workflow.EngineRestPaths;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Carries the login of {@code /engine-rest} into the engine, so that its authorizations apply.
 *
 * <p>Our own API works without it: there our services say who may do what, and call the engine as themselves.
 */
class RestAuthentication extends OncePerRequestFilter {

    private final ProcessEngine engine;

    RestAuthentication(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return EngineRestPaths.route(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        IdentityService identities = engine.getIdentityService();
        String userId = SecurityContextHolder.getContext().getAuthentication().getName();
        identities.clearAuthentication();
        identities.setAuthentication(
                userId, WebappAuthentication.groupsOf(userId, engine), WebappAuthentication.tenantsOf(userId, engine));
        try {
            chain.doFilter(request, response);
        } finally {
            identities.clearAuthentication();
        }
    }
}
