package org.fairreview.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Posts a JSON body to the gateway of an office's messenger or OA, signed with HMAC-SHA256. */
@Component
class Webhook {

    static final int SHORTEST_SECRET = 16;
    static final String ID = "X-Fairreview-Id";
    static final String TIMESTAMP = "X-Fairreview-Timestamp";
    static final String SIGNATURE = "X-Fairreview-Signature";

    /** The gateway has answered, and not taken it. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String url;
    private final String secret;
    private final ObjectMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Webhook(
            @Value("${fairreview.notification.webhook-url}") String url,
            @Value("${fairreview.notification.webhook-secret}") String secret,
            ObjectMapper json,
            Clock clock) {
        this.url = url;
        this.secret = secret;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Posts the body; the gateway has taken it when it answers 2xx.
     *
     * @throws Refused where it answers otherwise
     * @throws IOException where it does not answer
     */
    void post(String id, Map<String, ?> body) throws IOException, InterruptedException {
        byte[] bytes = bytes(body);
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .header(ID, id)
                        .header(TIMESTAMP, timestamp)
                        .header(SIGNATURE, "sha256=" + sign(secret, timestamp, bytes))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 2) {
            throw new Refused(answer.statusCode());
        }
    }

    /** HMAC-SHA256 over the timestamp, a full stop, and the body, in lower-case hex. */
    static String sign(String secret, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }

    private byte[] bytes(Map<String, ?> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The body of a webhook cannot be written", e);
        }
    }
}
