package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.StartRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;

/** What a gateway gets, and what it has to answer. */
class WebhookTests {

    private static final String SECRET = "a-secret-of-the-office";
    private static final Clock NOON = Clock.fixed(Instant.ofEpochSecond(1_764_302_400), ZoneOffset.UTC);

    private record Received(String id, String timestamp, String signature, String type, byte[] body) {}

    private final List<Received> received = new ArrayList<>();
    private int status = 204;
    private HttpServer gateway;

    @BeforeEach
    void open_a_gateway() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.createContext("/hook", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("X-Fairreview-Id"),
                    headers.getFirst("X-Fairreview-Timestamp"),
                    headers.getFirst("X-Fairreview-Signature"),
                    headers.getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Location", "/hook");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void close_it() {
        gateway.stop(0);
    }

    @Test
    void a_gateway_can_tell_that_the_body_and_the_moment_are_ours() throws Exception {
        webhook().post("id-1", Map.of("caseNumber", "420600-2026-0001", "task", "审核送审材料"));

        Received hook = received.get(0);
        assertThat(hook.id()).isEqualTo("id-1");
        assertThat(hook.timestamp()).isEqualTo("1764302400");
        assertThat(hook.type()).startsWith("application/json");
        assertThat(new String(hook.body(), StandardCharsets.UTF_8)).contains("审核送审材料");
        assertThat(hook.signature()).isEqualTo("sha256=" + Webhook.sign(SECRET, "1764302400", hook.body()));
        assertThat(hook.signature()).isNotEqualTo("sha256=" + Webhook.sign(SECRET, "1764302401", hook.body()));
        assertThat(hook.signature()).isNotEqualTo("sha256=" + Webhook.sign(SECRET + "x", "1764302400", hook.body()));
    }

    /** Worked out apart: printf '1764302400.{"a":1}' | openssl dgst -sha256 -hmac a-secret-of-the-office. */
    @Test
    void the_signature_is_the_one_that_openssl_makes() {
        assertThat(Webhook.sign(SECRET, "1764302400", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("8d0708af582820f85857e57fafc4078bc8f4df3f0ba9a1b58fbb4aa014ecb7e8");
    }

    @Test
    void an_answer_other_than_2xx_is_a_failure_and_no_redirection_is_followed() {
        for (int refused : List.of(302, 400, 500)) {
            status = refused;
            assertThatThrownBy(() -> webhook().post("id-2", Map.of()))
                    .isInstanceOf(Webhook.Refused.class)
                    .extracting(failure -> ((Webhook.Refused) failure).status())
                    .isEqualTo(refused);
        }
        assertThat(received).hasSize(3);
    }

    @Test
    void a_webhook_without_a_secret_keeps_the_product_from_starting() {
        var none = new DefaultListableBeanFactory().getBeanProvider(JavaMailSender.class);

        assertThatThrownBy(() -> new Outgoing(none, "https://oa.example/hook", "", "https://fgs.example"))
                .isInstanceOf(StartRefused.class);
        assertThat(new Outgoing(none, "https://oa.example/hook", SECRET, "https://fgs.example").isOpen())
                .isTrue();
        assertThat(new Outgoing(none, "", "", "https://fgs.example").isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080, true",
        "http://localhost, true",
        "http://[::1]:8080/, true",
        "https://fgs.example.gov.cn, false",
        "https://localhost.example.gov.cn, false"
    })
    void links_to_the_readers_own_machine_are_noticed_where_something_leaves(String base, boolean dead) {
        var none = new DefaultListableBeanFactory().getBeanProvider(JavaMailSender.class);

        assertThat(new Outgoing(none, "https://oa.example/hook", SECRET, base)
                        .deadLinks()
                        .isPresent())
                .isEqualTo(dead);
        assertThat(new Outgoing(none, "", "", base).deadLinks()).isEmpty();
    }

    private Webhook webhook() {
        return new Webhook(
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/hook", SECRET, new ObjectMapper(), NOON);
    }
}
