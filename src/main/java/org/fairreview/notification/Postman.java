package org.fairreview.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.audit.SendingProblem;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends what lies in the outbox, with the words that hold at that moment: titles are those that may be named then. */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final NoticeTable notices;
    private final MailSettings settings;
    private final CaseTitles cases;
    private final Directory directory;
    private final Accounts accounts;
    private final Wording wording;
    private final Webhook webhook;
    private final ObjectProvider<JavaMailSender> mail;
    private final String from;

    Postman(
            Outbox outbox,
            NoticeTable notices,
            MailSettings settings,
            CaseTitles cases,
            Directory directory,
            Accounts accounts,
            Wording wording,
            Webhook webhook,
            ObjectProvider<JavaMailSender> mail,
            @Value("${fairreview.notification.from}") String from) {
        this.outbox = outbox;
        this.notices = notices;
        this.settings = settings;
        this.cases = cases;
        this.directory = directory;
        this.accounts = accounts;
        this.wording = wording;
        this.webhook = webhook;
        this.mail = mail;
        this.from = from;
    }

    /** Sends one thing that is due to go that way; false where there is none, or the way is closed just now. */
    boolean next(Channel channel) throws InterruptedException {
        Optional<Sending> taken = outbox.take(channel);
        if (taken.isEmpty()) {
            return false;
        }
        Sending sending = taken.get();
        boolean sent;
        try {
            sent = send(sending);
        } catch (RuntimeException | IOException | MessagingException e) {
            LOG.warn(
                    "{} {} could not be sent, try {}: {}",
                    sending.channel(),
                    sending.id(),
                    sending.attempts(),
                    e.toString());
            outbox.failed(
                    sending,
                    e instanceof Webhook.Refused refused
                            ? SendingProblem.http(refused.status())
                            : SendingProblem.of(e));
            return !SendingProblem.isAway(e);
        }
        if (sent) {
            outbox.sent(sending.id());
        } else {
            outbox.dropped(sending.id());
        }
        return true;
    }

    /** Whether somebody was still to get it. */
    private boolean send(Sending sending) throws IOException, MessagingException, InterruptedException {
        Map<String, Actor> readers = notices.inSending(sending.id()).stream()
                .map(Notice::userId)
                .distinct()
                .filter(person -> !accounts.of(person).isDisabled())
                .flatMap(person -> directory.actor(person).stream())
                .collect(Collectors.toMap(Actor::userId, actor -> actor));
        List<Notice> open = notices.inSending(sending.id()).stream()
                .filter(notice -> !notice.over())
                .filter(notice -> readers.containsKey(notice.userId()))
                .filter(notice -> !cases.isClosedTo(notice.caseNumber(), readers.get(notice.userId())))
                .toList();
        if (open.isEmpty()) {
            return false;
        }
        Set<String> numbers = open.stream().map(Notice::caseNumber).collect(Collectors.toSet());
        Map<String, String> titles = cases.of(numbers);
        if (sending.channel() == Channel.WEBHOOK) {
            List<Actor> recipients =
                    open.stream().map(notice -> readers.get(notice.userId())).toList();
            webhook.post(sending.id(), wording.body(sending.id(), open, recipients, titles));
            return true;
        }
        MailSetting setting = settings.of(open.get(0).userId());
        if (setting.email().isBlank() || setting.delivery() == Delivery.NONE || !settings.isAllowed(setting.email())) {
            return false;
        }
        Actor to = readers.get(open.get(0).userId());
        send(sending, setting.email(), wording.letter(to, open, titles));
        return true;
    }

    private void send(Sending sending, String address, Wording.Letter letter) throws MessagingException {
        JavaMailSender sender = mail.getObject();
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        helper.setSentDate(Date.from(sending.createdAt()));
        message.setHeader("Message-ID", "<" + sending.id() + "@fairreview>");
        message.setHeader("Auto-Submitted", "auto-generated");
        sender.send(message);
    }
}
