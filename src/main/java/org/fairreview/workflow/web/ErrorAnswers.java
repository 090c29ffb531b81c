package org.fairreview.workflow.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.RefusalRecord;
import org.fairreview.workflow.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.servlet.error.BasicErrorController;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorViewResolver;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.servlet.ModelAndView;

/** What is answered when a request fails before or behind its handler: a page, or a problem (RFC 9457) of our REST API. */
@Controller
class ErrorAnswers extends BasicErrorController {

    /** The attribute of a request that is refused because its session is over. */
    static final String EXPIRED = ErrorAnswers.class.getName() + ".expired";

    /** With less than so many bytes left nothing can be promised to be kept. */
    private static final long LEAST_SPACE = 8L << 20;

    private final Problems problems;
    private final RefusalRecord refusals;
    private final Path data;

    ErrorAnswers(
            ErrorAttributes attributes,
            ServerProperties server,
            List<ErrorViewResolver> views,
            Problems problems,
            RefusalRecord refusals,
            @Value("${fairreview.data}") Path data) {
        super(attributes, server.getError(), views);
        this.problems = problems;
        this.refusals = refusals;
        this.data = data;
    }

    @Override
    public ModelAndView errorHtml(HttpServletRequest request, HttpServletResponse response) {
        recordForbidden(request);
        ModelAndView page = super.errorHtml(request, response);
        page.addObject("expired", Boolean.TRUE.equals(request.getAttribute(EXPIRED)));
        if (getStatus(request).is5xxServerError()) {
            page.addObject("diskFull", isDiskFull());
        }
        return page;
    }

    private boolean isDiskFull() {
        return data.toFile().getUsableSpace() < LEAST_SPACE;
    }

    private void recordForbidden(HttpServletRequest request) {
        if (getStatus(request) == HttpStatus.FORBIDDEN) {
            refusals.forbidden("403");
        }
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        recordForbidden(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (!path.startsWith(request.getContextPath() + "/api/")
                && !path.startsWith(request.getContextPath() + "/v3/")) {
            return super.error(request);
        }
        HttpStatus status = getStatus(request);
        ProblemDetail problem =
                status.is5xxServerError() && isDiskFull() ? problems.diskFull(status, path) : problems.of(status, path);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.getType());
        body.put("title", problem.getTitle());
        body.put("status", problem.getStatus());
        body.put("detail", problem.getDetail());
        body.put("instance", problem.getInstance());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
