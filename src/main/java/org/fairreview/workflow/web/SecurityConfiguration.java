package org.fairreview.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.fairreview.audit.RefusalRecord;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Role;
import org.fairreview.identity.SealedAccount;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SimpleUrlLogoutSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RequestContextFilter;

/** One front door: a form login for portal and web applications, HTTP Basic for REST, the same accounts behind both. */
@Configuration
class SecurityConfiguration {

    private static final String OWN_PAGES_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static final PathPatternRequestMatcher.Builder PATH = PathPatternRequestMatcher.withDefaults();

    private final EngineLogin login;
    private final ProcessEngine engine;
    private final Accounts accounts;
    private final SealedAccount sealed;
    private final LoginRecord logins;
    private final RefusalRecord refusals;
    private final boolean engineRest;
    private final boolean cockpitWriting;

    SecurityConfiguration(
            EngineLogin login,
            ProcessEngine engine,
            Accounts accounts,
            SealedAccount sealed,
            LoginRecord logins,
            RefusalRecord refusals,
            @Value("${fairreview.engine-rest}") boolean engineRest,
            @Value("${fairreview.cockpit-writing}") boolean cockpitWriting) {
        this.login = login;
        this.engine = engine;
        this.accounts = accounts;
        this.sealed = sealed;
        this.logins = logins;
        this.refusals = refusals;
        this.engineRest = engineRest;
        this.cockpitWriting = cockpitWriting;
    }

    /** No field of a request may hold a NUL: PostgreSQL takes none, and nobody types one. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** REST: HTTP Basic, no session; the engine's own only where it is switched on. */
    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.securityMatcher(new OrRequestMatcher(
                        PATH.matcher("/engine-rest/**"), PATH.matcher("/api/**"), PATH.matcher("/v3/**")))
                .authenticationManager(recorded(logins.ofPrograms()))
                .authorizeHttpRequests(requests -> {
                    if (!engineRest) {
                        requests.requestMatchers(PATH.matcher("/engine-rest/**"))
                                .denyAll();
                    }
                    requests.requestMatchers(PATH.matcher("/api/audit/**")).hasRole(Role.AUDITOR.name());
                    requests.anyRequest().authenticated();
                })
                .httpBasic(Customizer.withDefaults())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterBefore(new AccountGuard(accounts, sealed), AuthorizationFilter.class)
                .addFilterAfter(new EngineRestGuard(cockpitWriting, refusals::forbidden), AuthorizationFilter.class)
                .addFilterAfter(new RestAuthentication(engine), EngineRestGuard.class)
                .build();
    }

    /** Portal and web applications: one form login, one session. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        RequestMatcher webappLogout = PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        RequestMatcher ownPages = request -> !request.getServletPath().startsWith("/camunda/");
        HttpSessionRequestCache landing = landingPages();
        return http.authenticationManager(recorded(logins.ofPages()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATH.matcher("/login"),
                                PATH.matcher("/error"),
                                PATH.matcher("/actuator/health"),
                                PATH.matcher("/webjars/bootstrap/**"),
                                PATH.matcher("/assets/**"),
                                PATH.matcher("/favicon.ico"))
                        .permitAll()
                        .requestMatchers(
                                PATH.matcher("/camunda/api/admin/setup/**"),
                                PATH.matcher("/camunda/app/admin/{engine}/setup/**"),
                                PATH.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/login/**"),
                                PATH.matcher("/camunda/api/admin/plugin/**"),
                                PATH.matcher("/actuator/**"))
                        .denyAll()
                        .requestMatchers(PATH.matcher("/camunda/api/cockpit/**"))
                        .hasAnyRole(Role.AUDITOR.name(), Role.SYSADMIN.name(), EngineLogin.BREAK_GLASS)
                        .requestMatchers(PATH.matcher("/uploads"))
                        .hasAnyRole(
                                Role.DRAFTER.name(),
                                Role.UNITHEAD.name(),
                                Role.CLERK.name(),
                                Role.OFFICE.name(),
                                Role.EVALUATOR.name(),
                                Role.ADVISER.name())
                        .requestMatchers(PATH.matcher("/admin/**"))
                        .hasAnyRole(Role.SYSADMIN.name(), Role.SECADMIN.name())
                        .requestMatchers(PATH.matcher("/activity/**"), PATH.matcher("/audit/**"))
                        .hasRole(Role.AUDITOR.name())
                        .requestMatchers(PATH.matcher("/measures/**"))
                        .hasAnyRole(Role.DRAFTER.name(), Role.CLERK.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/login").failureUrl("/login?error").successHandler(onRecord(landing)))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATH.matcher(HttpMethod.POST, "/logout"), webappLogout))
                        .addLogoutHandler((request, response, authentication) -> {
                            if (authentication != null) {
                                logins.went(authentication.getName());
                            }
                        })
                        .logoutSuccessHandler((request, response, authentication) -> {
                            if (webappLogout.matches(request)) {
                                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                            } else {
                                SimpleUrlLogoutSuccessHandler handler = new SimpleUrlLogoutSuccessHandler();
                                handler.setDefaultTargetUrl("/login?logout");
                                handler.onLogoutSuccess(request, response, authentication);
                            }
                        }))
                .exceptionHandling(exceptions -> exceptions
                        .accessDeniedHandler(SecurityConfiguration::deny)
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PATH.matcher("/forms/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true))
                .requestCache(cache -> cache.requestCache(landing))
                .csrf(csrf -> csrf.ignoringRequestMatchers(PATH.matcher("/camunda/api/**")))
                .headers(headers -> headers.frameOptions(frame -> frame.sameOrigin())
                        .addHeaderWriter((request, response) -> {
                            if (ownPages.matches(request)) {
                                response.setHeader("Content-Security-Policy", OWN_PAGES_POLICY);
                                response.setHeader("Referrer-Policy", "same-origin");
                            }
                        }))
                .addFilterBefore(new AccountGuard(accounts, sealed), AuthorizationFilter.class)
                .addFilterAfter(new EngineRestGuard(cockpitWriting, refusals::forbidden), AuthorizationFilter.class)
                .build();
    }

    /** A form of a session that is over has no token of today's: its sender is told apart from one without the right. */
    private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        request.setAttribute(ErrorAnswers.EXPIRED, denied instanceof CsrfException);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private ProviderManager recorded(AuthenticationEventPublisher results) {
        ProviderManager manager = new ProviderManager(login);
        manager.setAuthenticationEventPublisher(results);
        return manager;
    }

    /** Who cannot be recorded is not logged in. */
    private AuthenticationSuccessHandler onRecord(HttpSessionRequestCache landing) {
        SavedRequestAwareAuthenticationSuccessHandler onwards = new SavedRequestAwareAuthenticationSuccessHandler();
        onwards.setRequestCache(landing);
        return (request, response, authentication) -> {
            try {
                logins.cameIn(authentication.getName());
            } catch (RuntimeException e) {
                request.getSession().invalidate();
                SecurityContextHolder.clearContext();
                throw e;
            }
            onwards.onAuthenticationSuccess(request, response, authentication);
        };
    }

    /** After the login a person lands on a page, never on a background request. */
    private static HttpSessionRequestCache landingPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new OrRequestMatcher(
                PATH.matcher(HttpMethod.GET, "/camunda/app/**"),
                PATH.matcher(HttpMethod.GET, "/cases/**"),
                PATH.matcher(HttpMethod.GET, "/measures/**"),
                PATH.matcher(HttpMethod.GET, "/")));
        return cache;
    }

    /** Before everything that reads the path. */
    @Bean
    FilterRegistrationBean<PlainPaths> plainPaths() {
        FilterRegistrationBean<PlainPaths> filter = new FilterRegistrationBean<>(new PlainPaths());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** So that the record knows the request of a login too; Jersey's own comes behind the front door. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> requestContext() {
        FilterRegistrationBean<RequestContextFilter> filter = new FilterRegistrationBean<>(new RequestContextFilter());
        filter.setOrder(-105);
        return filter;
    }

    /** Tells the web applications who is logged in; after Spring Security, before the engine's own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappAuthentication() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM, WebappAuthentication.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(-50);
        return filter;
    }
}
