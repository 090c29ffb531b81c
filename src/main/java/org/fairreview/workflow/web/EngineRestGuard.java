package org.fairreview.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.fairreview.identity.Role;
import org.fairreview.workflow.EngineRestPaths;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets through of the engine's REST API what people need: reading, and of writing only claim, give back, and the form.
 * Whose groups and colleagues somebody has, and how many cases run, is not for everybody to read.
 *
 * <p>The whole API answers behind the web applications even when {@code /engine-rest} is off: message, signal,
 * modification, delete, deployment, process start and variables included. All of that is refused here, on both
 * surfaces, to everybody but the break-glass account while it is open, and a system administrator where writing in
 * Cockpit is switched on.
 */
class EngineRestGuard extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** What anybody with an account may send beside reading. */
    private static final List<Pattern> OPEN_TO_PEOPLE = List.of(
            Pattern.compile("/task/[^/]+/(claim|unclaim|submit-form)"),
            Pattern.compile("/task(/count)?"),
            Pattern.compile("/filter/[^/]+/(list|count|singleResult)"),
            Pattern.compile("/(variable-instance|process-instance|execution|incident|job|external-task)(/count)?"),
            Pattern.compile("/history/(task|process-instance|activity-instance|variable-instance|incident|detail|"
                    + "decision-instance|identity-link-log|job-log|user-operation)(/count)?"));

    private static final String GROUPS_OF_A_PERSON = "/identity/groups";

    /** Counts the cases of all units of the region. */
    private static final Pattern FIGURES = Pattern.compile("/process-definition/(.+/)?statistics");

    private final boolean administratorsMayWrite;
    private final Consumer<String> refusals;

    EngineRestGuard(boolean administratorsMayWrite, Consumer<String> refusals) {
        this.administratorsMayWrite = administratorsMayWrite;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> route = EngineRestPaths.route(request);
        if (route.isPresent() && !isAllowed(request, route.get())) {
            refusals.accept("engine-rest");
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"type\":\"Refusal\",\"message\":\"该操作不对外开放,请在任务表单中办理\"}");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isAllowed(HttpServletRequest request, String route) {
        if (SAFE.contains(request.getMethod())) {
            return mayRead(request, route);
        }
        if (request.getMethod().equals("POST")
                && OPEN_TO_PEOPLE.stream()
                        .anyMatch(pattern -> pattern.matcher(route).matches())) {
            return true;
        }
        return holds(EngineLogin.BREAK_GLASS) || (administratorsMayWrite && holds(Role.SYSADMIN));
    }

    private static boolean mayRead(HttpServletRequest request, String route) {
        if (route.equals(GROUPS_OF_A_PERSON)) {
            return Arrays.equals(request.getParameterValues("userId"), new String[] {
                SecurityContextHolder.getContext().getAuthentication().getName()
            });
        }
        return !FIGURES.matcher(route).matches()
                || holds(Role.AUDITOR)
                || holds(Role.SYSADMIN)
                || holds(EngineLogin.BREAK_GLASS);
    }

    private static boolean holds(Role role) {
        return holds(role.name());
    }

    private static boolean holds(String role) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.getAuthorities().stream()
                        .anyMatch(authority -> authority.getAuthority().equals("ROLE_" + role));
    }
}
