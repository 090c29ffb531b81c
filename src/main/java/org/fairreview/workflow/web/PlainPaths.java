package org.fairreview.workflow.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request that writes the place of the engine's API in another way than the container reads it.
 *
 * <p>The container decodes a path before it chooses the servlet: {@code /%65ngine-rest} is {@code /engine-rest}. Rules
 * that look at the path as it was sent would not see that, so only one way of writing is taken.
 */
class PlainPaths extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH && !isPlain(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isPlain(HttpServletRequest request) {
        String place = request.getContextPath() + request.getServletPath();
        return request.getRequestURI().equals(place) || request.getRequestURI().startsWith(place + "/");
    }
}
