package org.fairreview.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One client of the product: keeps its cookies, follows no redirect, and sends the web applications' CSRF header. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern CSRF_FIELD =
            Pattern.compile("<input(?=[^>]*name=\"_csrf\")[^>]*value=\"([^\"]+)\"[^>]*>");

    private final HttpClient client;
    private final String address;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    Visitor(HttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    Visitor withBasic(String userId, String password) {
        String pair = Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + pair);
    }

    /** Sends the header with every request from now on. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Visitor without(String header) {
        headers.remove(header);
        return this;
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    /** Fills in the login page. */
    public Answer logIn(String userId, String password) {
        return submit("/login", Map.of("username", userId, "password", password, "_csrf", csrf()));
    }

    /** The token of our own pages, as the login page carries it. */
    public String csrf() {
        Answer page = get("/login");
        Matcher field = CSRF_FIELD.matcher(page.body());
        if (!field.find()) {
            throw new AssertionError("The login page has no CSRF field: " + page);
        }
        return field.group(1);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return send("POST", path, body);
    }

    /** Sends a body as JSON. */
    public Answer send(String method, String path, @Nullable Object body) {
        try {
            return sendJson(method, path, body == null ? "" : JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Sends a body that is JSON already; nothing where it is empty. */
    public Answer sendJson(String method, String path, String json) {
        return json.isEmpty()
                ? exchange(method, path, null, BodyPublishers.noBody())
                : exchange(method, path, "application/json", BodyPublishers.ofString(json));
    }

    /** Sends the fields of a page's form. */
    public Answer submit(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return exchange("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(body));
    }

    /** Uploads a file in the field {@code file} of a page's form. */
    public Answer upload(String path, String fileName, byte[] content) {
        String boundary = "fairreview-" + System.nanoTime();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return exchange(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArrays(List.of(head, content, tail)));
    }

    private Answer exchange(String method, String path, @Nullable String type, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (type != null) {
            request.setHeader("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (!READING.contains(method) && !headers.containsKey("X-XSRF-TOKEN")) {
            cookie("XSRF-TOKEN").ifPresent(token -> request.setHeader("X-XSRF-TOKEN", token));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";")[0];
        int equals = pair.indexOf('=');
        String value = pair.substring(equals + 1);
        if (value.isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), value);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
