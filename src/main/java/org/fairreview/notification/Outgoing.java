package org.fairreview.notification;

import org.fairreview.identity.StartRefused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The ways out of the system that the installation has: e-mail where a server is configured, a webhook where one is. */
@Component
public class Outgoing {

    private final boolean mail;
    private final String webhook;

    Outgoing(
            ObjectProvider<JavaMailSender> sender,
            @Value("${fairreview.notification.webhook-url}") String webhook,
            @Value("${fairreview.notification.webhook-secret}") String secret) {
        this.mail = sender.getIfAvailable() != null;
        this.webhook = webhook;
        if (!webhook.isBlank() && secret.length() < Webhook.SHORTEST_SECRET) {
            throw new StartRefused(("已配置 fairreview.notification.webhook-url，但 webhook-secret 少于 %d 个字符。"
                            + " The webhook needs a secret of at least %d characters.")
                    .formatted(Webhook.SHORTEST_SECRET, Webhook.SHORTEST_SECRET));
        }
    }

    /** Whether a mail server is configured. */
    public boolean hasMail() {
        return mail;
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
