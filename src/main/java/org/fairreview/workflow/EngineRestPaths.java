package org.fairreview.workflow;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** The places at which the engine's REST API answers: the API itself, and the copy behind the web applications. */
public final class EngineRestPaths {

    private static final List<String> PREFIXES = List.of(
            "/camunda/api/engine/engine/default", "/camunda/api/engine", "/engine-rest/engine/default", "/engine-rest");

    private EngineRestPaths() {}

    static boolean isEngineRest(HttpServletRequest request) {
        return route(request).isPresent();
    }

    /**
     * The path of the request within the engine's API, e.g. {@code /task/17/claim}; empty for other requests.
     *
     * <p>A slash at the end makes no difference to the engine and is left out.
     */
    public static Optional<String> route(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return PREFIXES.stream()
                .filter(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"))
                .findFirst()
                .map(prefix -> path.substring(prefix.length()))
                .map(route -> route.endsWith("/") ? route.substring(0, route.length() - 1) : route);
    }
}
