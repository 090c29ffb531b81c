package org.fairreview.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Turn;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To which address notices go, and when: each person says it for the own account. */
@Service
@Transactional
public class MailSettings {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[\\x21-\\x7e&&[^<>()\\[\\],;:\\\\\"@]]+@[A-Za-z0-9.-]+");

    private final JdbcClient jdbc;
    private final Turn turn;
    private final List<String> domains;
    private final ApplicationEventPublisher events;

    MailSettings(
            JdbcClient jdbc,
            Turn turn,
            @Value("${fairreview.notification.mail-domains}") List<String> domains,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.turn = turn;
        this.domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
        this.events = events;
    }

    @Transactional(readOnly = true)
    public MailSetting of(String userId) {
        return jdbc.sql("select email, delivery from notice_setting where user_id = ?")
                .param(userId)
                .query((row, line) -> new MailSetting(row.getString(1), Delivery.valueOf(row.getString(2))))
                .optional()
                .orElse(MailSetting.UNSET);
    }

    /** The domains to which alone notices may go; none named: to any. */
    public List<String> domains() {
        return domains;
    }

    /** Takes the person's own choice. */
    public Optional<Refusal> change(String typed, @Nullable Delivery delivery, Actor by) {
        String email = typed.strip();
        if (delivery == null) {
            return Optional.of(Refusal.at("delivery", "notice.delivery.missing"));
        }
        if (email.isEmpty() && delivery != Delivery.NONE) {
            return Optional.of(Refusal.at("email", "notice.email.missing"));
        }
        if (!email.isEmpty() && !isAddress(email)) {
            return Optional.of(Refusal.at("email", "notice.email.form"));
        }
        if (!email.isEmpty() && !isAllowed(email)) {
            return Optional.of(Refusal.at("email", "notice.email.domain", String.join("、", domains)));
        }
        turn.await();
        int present = jdbc.sql("update notice_setting set email = ?, delivery = ? where user_id = ?")
                .params(email, delivery.name(), by.userId())
                .update();
        if (present == 0) {
            jdbc.sql("insert into notice_setting (email, delivery, user_id) values (?, ?, ?)")
                    .params(email, delivery.name(), by.userId())
                    .update();
        }
        events.publishEvent(new SettingsChanged(by.userId(), email, delivery));
        return Optional.empty();
    }

    private static boolean isAddress(String email) {
        if (email.length() > LONGEST_ADDRESS || !ADDRESS.matcher(email).matches()) {
            return false;
        }
        try {
            new InternetAddress(email, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Whether notices may go to an address now: the domains may have changed since it was typed. */
    public boolean isAllowed(String email) {
        String domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.isEmpty() || domains.contains(domain);
    }
}
