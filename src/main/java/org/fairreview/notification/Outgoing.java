package org.fairreview.notification;

import java.util.Optional;
import java.util.regex.Pattern;
import org.fairreview.identity.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The ways out of the system that the installation has: e-mail where a server is configured, a webhook where one is. */
@Component
public class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final Pattern LOOPBACK = Pattern.compile(
            "^https?://(localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1])(?=[:/]|$)", Pattern.CASE_INSENSITIVE);

    private final boolean mail;
    private final String webhook;
    private final String base;

    Outgoing(
            ObjectProvider<JavaMailSender> sender,
            @Value("${fairreview.notification.webhook-url}") String webhook,
            @Value("${fairreview.notification.webhook-secret}") String secret,
            @Value("${fairreview.notification.base-url}") String base) {
        this.mail = sender.getIfAvailable() != null;
        this.webhook = webhook;
        this.base = base;
        if (!webhook.isBlank() && secret.length() < Webhook.SHORTEST_SECRET) {
            throw new StartRefused(("已配置 fairreview.notification.webhook-url，但 webhook-secret 少于 %d 个字符。"
                            + " The webhook needs a secret of at least %d characters.")
                    .formatted(Webhook.SHORTEST_SECRET, Webhook.SHORTEST_SECRET));
        }
        deadLinks()
                .ifPresent(links -> LOG.warn(
                        "邮件或网关通知已开启，但其中的链接指向本机（{}），收到的人打不开：请配置 fairreview.notification.base-url。"
                                + " Links in notices lead to this machine: set fairreview.notification.base-url.",
                        links));
    }

    /** Whether a mail server is configured. */
    public boolean hasMail() {
        return mail;
    }

    /** What links in notices begin with, where something leaves the system and they lead to the reader's own machine. */
    public Optional<String> deadLinks() {
        return Optional.of(base)
                .filter(links -> isOpen() && LOOPBACK.matcher(links).find());
    }

    /** Whether there is any. */
    boolean isOpen() {
        return hasMail() || hasWebhook();
    }

    /** Whether a gateway is configured. */
    public boolean hasWebhook() {
        return !webhook.isBlank();
    }
}
