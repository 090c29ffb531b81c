package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.workflow.Problems;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** Says in Chinese why our own REST API does not answer, as RFC 9457 has it. */
@RestControllerAdvice(assignableTypes = {CaseApi.class, MeasureApi.class})
class ApiRefusals {

    private final Problems problems;
    private final RefusalTexts texts;

    ApiRefusals(Problems problems, RefusalTexts texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, HttpServletRequest request) {
        return badRequest(texts.of(refusal), request);
    }

    /** Parameters that the conditions of the ledger do not take. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notUnderstood(BindException wrong, HttpServletRequest request) {
        return badRequest(
                wrong.getFieldErrors().stream()
                        .map(error -> sentence(error.getField(), error.getRejectedValue(), typeOf(error)))
                        .collect(Collectors.joining()),
                request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notUnderstood(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return badRequest(sentence(wrong.getName(), wrong.getValue(), wrong.getRequiredType()), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(ResponseStatusException notFound, HttpServletRequest request) {
        return answer(problems.of(notFound.getStatusCode(), request.getRequestURI()));
    }

    private ResponseEntity<ProblemDetail> badRequest(String detail, HttpServletRequest request) {
        return answer(problems.of(HttpStatus.BAD_REQUEST, detail, request.getRequestURI()));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private String sentence(String name, @Nullable Object value, @Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            String choices =
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("、"));
            return texts.of(Refusal.at(name, "api.parameter.notOneOf", name, value, choices));
        }
        String key = type == Boolean.class ? "api.parameter.notABoolean" : "api.parameter.notANumber";
        return texts.of(Refusal.at(name, key, name, value));
    }

    private static @Nullable Class<?> typeOf(FieldError error) {
        return Arrays.stream(LedgerQuery.class.getRecordComponents())
                .filter(component -> component.getName().equals(error.getField()))
                .findFirst()
                .<Class<?>>map(RecordComponent::getType)
                .orElse(null);
    }
}
