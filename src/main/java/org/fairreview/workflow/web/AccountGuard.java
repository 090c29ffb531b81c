package org.fairreview.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.identity.Account;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.SealedAccount;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account behind each request: ends the logins of an account that was disabled or whose posts or password
 * have changed, and lets somebody whose password was set by others reach nothing but the page on which it is changed.
 * What is done with the break-glass account goes into the record.
 *
 * <p>It asks the table each time, so that it holds on every node and for every way in.
 */
class AccountGuard extends OncePerRequestFilter {

    private static final String OWN_ACCOUNT = "/account";

    private static final List<RequestMatcher> ON_THE_WAY_TO_IT =
            matchers(OWN_ACCOUNT, "/logout", "/login", "/error", "/assets/**", "/webjars/bootstrap/**", "/favicon.ico");

    private static final List<RequestMatcher> CALLED_BY_PROGRAMS =
            matchers("/api/**", "/v3/**", "/engine-rest/**", "/camunda/api/**", "/forms/**", "/uploads");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Accounts accounts;
    private final SealedAccount sealed;

    AccountGuard(Accounts accounts, SealedAccount sealed) {
        this.accounts = accounts;
        this.sealed = sealed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof AccountLogin login)) {
            chain.doFilter(request, response);
            return;
        }
        Account account = accounts.of(login.getName());
        boolean breaksGlass = login.getName().equals(SealedAccount.USER_ID);
        if (breaksGlass && !READING.contains(request.getMethod())) {
            sealed.recordUse(request.getMethod() + " " + request.getRequestURI());
        }
        if (account.isDisabled() || account.generation() != login.generation() || (breaksGlass && !sealed.isOpen())) {
            end(request, response);
        } else if (account.passwordMustChange() && !matches(ON_THE_WAY_TO_IT, request)) {
            leadToOwnAccount(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        if (matches(CALLED_BY_PROGRAMS, request)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            boolean toLogin = request.getServletPath().equals("/login");
            String query = toLogin && request.getQueryString() != null ? request.getQueryString() : "ended";
            response.sendRedirect(request.getContextPath() + "/login?" + query);
        }
    }

    private static void leadToOwnAccount(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (matches(CALLED_BY_PROGRAMS, request)) {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            response.setContentType("application/json;charset=UTF-8");
            response.getWriter().write("{\"type\":\"Refusal\",\"message\":\"请先登录工作平台修改初始口令\"}");
        } else {
            response.sendRedirect(request.getContextPath() + OWN_ACCOUNT);
        }
    }

    private static boolean matches(List<RequestMatcher> matchers, HttpServletRequest request) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(request));
    }

    private static List<RequestMatcher> matchers(String... paths) {
        return Stream.of(paths)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList();
    }
}
