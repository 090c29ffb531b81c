package org.fairreview.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person at the engine's REST API over real HTTP, on one of its two surfaces. */
public final class EngineHttp {

    public static final String PASSWORD = "Xiangyang#2026";

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String server;
    private final String engine;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, String> headers = new HashMap<>();

    private EngineHttp(int port, String engine) {
        this.server = "http://127.0.0.1:" + port;
        this.engine = engine;
    }

    /** With HTTP Basic at {@code /engine-rest}. */
    public static EngineHttp rest(int port, String userId) {
        EngineHttp person = new EngineHttp(port, "/engine-rest");
        String login = userId + ":" + PASSWORD;
        person.headers.put(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        return person;
    }

    /** Logged in to the web applications, as Tasklist is: with a session and the engine's CSRF token. */
    public static EngineHttp browser(int port, String userId) {
        EngineHttp person = new EngineHttp(port, "/camunda/api/engine/engine/default");
        Matcher token = CSRF_FIELD.matcher(person.get("/login").body());
        if (!token.find()) {
            throw new AssertionError("The login page has no CSRF token");
        }
        HttpResponse<String> login = person.call(person.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&username=" + encoded(userId)
                        + "&password=" + encoded(PASSWORD))));
        if (login.headers().firstValue("Location").orElse("error").contains("error")) {
            throw new AssertionError("%s was not let in: %s".formatted(userId, login));
        }
        person.get("/camunda/app/tasklist/default/");
        person.cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(value -> person.headers.put("X-XSRF-TOKEN", value));
        return person;
    }

    public HttpResponse<String> get(String path) {
        return call(request(path).GET());
    }

    /** Posts JSON to a route of the engine's API, e.g. {@code /task/17/claim}. */
    public HttpResponse<String> post(String route, Object body) {
        return call(request(engine + route)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(body))));
    }

    public HttpResponse<String> claim(String taskId, String userId) {
        return post("/task/" + taskId + "/claim", Map.of("userId", userId));
    }

    /** Sends the form of a task; strings, booleans and numbers as the engine's types. */
    public HttpResponse<String> submit(String taskId, Map<String, ?> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(
                name,
                Map.of(
                        "value",
                        value,
                        "type",
                        value instanceof Boolean ? "Boolean" : value instanceof Integer ? "Integer" : "String")));
        return post("/task/" + taskId + "/submit-form", Map.of("variables", variables));
    }

    /** The id of the open task of the case that this person may see. */
    public String task(String caseNumber, String taskKey) {
        JsonNode found = read(get(
                engine + "/task?processInstanceBusinessKey=" + encoded(caseNumber) + "&taskDefinitionKey=" + taskKey));
        if (found.size() != 1) {
            throw new AssertionError("Case %s has not one task %s but %s".formatted(caseNumber, taskKey, found));
        }
        return found.get(0).get("id").asText();
    }

    public static JsonNode read(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON but: " + response.body(), e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
