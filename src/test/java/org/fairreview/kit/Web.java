package org.fairreview.kit;

import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** The product over HTTP: people with a session, as in a browser, and programs with HTTP Basic. */
@TestComponent
public class Web {

    /** The password of every account of the demo. */
    public static final String PASSWORD = "Xiangyang#2026";

    private final Environment environment;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, Visitor> sessions = new ConcurrentHashMap<>();

    Web(Environment environment) {
        this.environment = environment;
    }

    /** Somebody who is not logged in. */
    public Visitor anonymous() {
        return new Visitor(client, address());
    }

    /** A new session of the person. */
    public Visitor login(String userId) {
        return login(userId, PASSWORD);
    }

    public Visitor login(String userId, String password) {
        Visitor visitor = anonymous();
        Answer answer = visitor.logIn(userId, password);
        if (answer.status() != 302 || answer.location().contains("error")) {
            throw new AssertionError("Login of %s failed: %s".formatted(userId, answer));
        }
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    /** The person's session that tests share; one login costs a slow hash. */
    public Visitor session(String userId) {
        return sessions.computeIfAbsent(userId, this::login);
    }

    /** Somebody who sends name and password with each request. */
    public Visitor basic(String userId) {
        return basic(userId, PASSWORD);
    }

    public Visitor basic(String userId, String password) {
        return anonymous().withBasic(userId, password);
    }

    /** The engine's REST API for a person, on one of the two places where it answers. */
    public Rest rest(Surface surface, String userId) {
        return new Rest(surface == Surface.BASIC ? basic(userId) : session(userId), surface);
    }

    private String address() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    /** The two places at which the engine's REST API answers. */
    public enum Surface {
        BASIC("/engine-rest"),
        WEBAPP("/camunda/api/engine/engine/default");

        private final String path;

        Surface(String path) {
            this.path = path;
        }

        public String path() {
            return path;
        }
    }

    /** A visitor of the engine's REST API; paths begin below its root. */
    public record Rest(Visitor visitor, Surface surface) {

        public Answer get(String path) {
            return visitor.get(surface.path() + path);
        }

        public Answer post(String path, @Nullable Object body) {
            return send("POST", path, body);
        }

        public Answer send(String method, String path, @Nullable Object body) {
            return visitor.send(method, surface.path() + path, body);
        }
    }
}
