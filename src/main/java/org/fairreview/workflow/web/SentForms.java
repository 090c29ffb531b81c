package org.fairreview.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Takes a form once. A form that makes something carries a key ({@code fields :: once}); sent a second time, as by a double
 * click or by the browser's own repetition, it leads to what it has made, and makes nothing. One that was refused may be
 * sent again.
 */
@ControllerAdvice
class SentForms implements HandlerInterceptor, WebMvcConfigurer {

    private static final String FIELD = "formKey";
    private static final String TAKING = SentForms.class.getName();
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");
    private static final int REMEMBERED = 5_000;
    private static final long PATIENCE_IN_SECONDS = 60;

    /** The key that a form on a page carries: that with which it was sent before, or one of its own. */
    public record SentForm(String key) {}

    /** A form that is being taken. */
    private record Taking(String name, CompletableFuture<Optional<String>> leadsTo) {}

    /** Where each form leads; without an end while it is being taken. */
    private final Map<String, CompletableFuture<Optional<String>>> taken =
            Collections.synchronizedMap(new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, CompletableFuture<Optional<String>>> eldest) {
                    return size() > REMEMBERED;
                }
            });

    @ModelAttribute("sentForm")
    SentForm sentForm(@RequestParam(name = FIELD, defaultValue = "") String key) {
        return new SentForm(KEY.matcher(key).matches() ? key : UUID.randomUUID().toString());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String name = name(request);
        if (name == null) {
            return true;
        }
        CompletableFuture<Optional<String>> own = new CompletableFuture<>();
        CompletableFuture<Optional<String>> first;
        while ((first = taken.putIfAbsent(name, own)) != null) {
            Optional<String> made = await(first);
            if (made.isPresent()) {
                response.sendRedirect(made.get());
                return false;
            }
            taken.remove(name, first);
        }
        request.setAttribute(TAKING, new Taking(name, own));
        return true;
    }

    /** Whose form it is that is sent; null where the request sends none that is taken once. */
    private static @Nullable String name(HttpServletRequest request) {
        Principal person = request.getUserPrincipal();
        String key = request.getParameter(FIELD);
        return person == null
                        || key == null
                        || !request.getMethod().equals("POST")
                        || !KEY.matcher(key).matches()
                ? null
                : String.join(" ", person.getName(), request.getRequestURI(), key);
    }

    private static Optional<String> await(CompletableFuture<Optional<String>> first) {
        try {
            return first.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception thrown) {
        if (!(request.getAttribute(TAKING) instanceof Taking taking)) {
            return;
        }
        Optional<String> made = Optional.ofNullable(response.getHeader(HttpHeaders.LOCATION))
                .filter(address -> thrown == null && response.getStatus() == HttpStatus.FOUND.value());
        if (made.isEmpty()) {
            taken.remove(taking.name(), taking.leadsTo());
        }
        taking.leadsTo().complete(made);
    }
}
