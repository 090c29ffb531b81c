package org.fairreview.supervision.complaint.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fairreview.supervision.complaint.ComplaintAttachments;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The one door without a login: the public's pages about complaints. Nobody is known behind it, not even who is logged in
 * to the portal in the same browser; there is no session, and so nothing that a foreign page could misuse.
 */
@Configuration(proxyBeanMethods = false)
class PublicDoor {

    static final String PAGES = "/public/complaints";
    static final String TURNED_AWAY = PAGES + "/busy";
    static final String REASON = "complaintTurnedAway";

    private static final long FIELDS = DataSize.ofMegabytes(1).toBytes();

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(0)
    SecurityFilterChain publicPages(
            HttpSecurity http, RateLimits limits, @Value("${fairreview.complaint.max-attachment}") DataSize largest)
            throws Exception {
        return http.securityMatcher(PAGES, PAGES + "/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .addFilterAfter(
                        new BeforeReading(limits, ComplaintAttachments.MOST * largest.toBytes() + FIELDS),
                        HeaderWriterFilter.class)
                .build();
    }

    /** Turns away what comes too often or is too large, before any of it is read. */
    private static final class BeforeReading extends OncePerRequestFilter {

        private final RateLimits limits;
        private final long most;

        BeforeReading(RateLimits limits, long most) {
            this.limits = limits;
            this.most = most;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean sends = HttpMethod.POST.matches(request.getMethod());
            if (sends && !limits.send(request.getRemoteAddr())) {
                turnAway(request, response, "complaint.tooOften", 429);
            } else if (sends && (request.getContentLengthLong() > most || isOfUnknownLength(request))) {
                turnAway(request, response, "complaint.tooLarge", HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            } else {
                chain.doFilter(request, response);
            }
        }

        private static boolean isOfUnknownLength(HttpServletRequest request) {
            return request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        }

        private static void turnAway(
                HttpServletRequest request, HttpServletResponse response, String reason, int status)
                throws ServletException, IOException {
            response.setStatus(status);
            request.setAttribute(REASON, reason);
            request.getRequestDispatcher(TURNED_AWAY)
                    .forward(
                            new HttpServletRequestWrapper(request) {
                                @Override
                                public String getMethod() {
                                    return HttpMethod.GET.name();
                                }
                            },
                            response);
        }
    }
}
