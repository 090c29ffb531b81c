package org.fairreview.audit;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;

/**
 * Mails checkpoints off the machine, where whoever owns it cannot change them: each file once, and again until it went. It
 * works in a thread of its own, so that no act waits for a mail server.
 */
@Service
public class CheckpointMail implements DisposableBean {

    /**
     * How the mails stand.
     *
     * @param to the recipient; null where none is configured
     * @param sent the newest checkpoint that went; 0 for none
     * @param waiting how many have not gone
     * @param problem why the last attempt failed; null where it did not
     */
    public record Standing(@Nullable String to, long sent, long waiting, @Nullable String problem) {

        /** Whether something is wrong: a mail could not go, or nothing is there to send it. */
        public boolean isTroubled() {
            return to != null && problem != null;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointMail.class);

    /** As many go with one mail. */
    private static final int MOST = 50;

    /** What a node has taken so long ago and not sent, its end has interrupted. */
    private static final Duration INTERRUPTED = Duration.ofMinutes(10);

    private static final String UNSENT =
            """
            select c.number from audit_checkpoint c
            where not exists (select 1 from checkpoint_mail m where m.checkpoint = c.number and m.sent_at is not null)
            order by c.number""";

    private final DataSource database;
    private final JdbcClient jdbc;
    private final ObjectProvider<JavaMailSender> sender;
    private final Path data;
    private final String to;
    private final String from;
    private final Clock clock;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(work, "checkpoint-mail");
        made.setDaemon(true);
        return made;
    });
    private volatile @Nullable String problem;

    CheckpointMail(
            DataSource database,
            ObjectProvider<JavaMailSender> sender,
            @Value("${fairreview.data}") Path data,
            @Value("${fairreview.checkpoint-mail.to}") String to,
            @Value("${fairreview.checkpoint-mail.from}") String from,
            Clock clock) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.sender = sender;
        this.data = data.toAbsolutePath().normalize();
        this.to = to.strip();
        this.from = from.strip();
        this.clock = clock;
    }

    /** Sends what has not gone, soon; it returns at once. */
    void send() {
        if (to.isEmpty()) {
            return;
        }
        try {
            thread.execute(this::sendNow);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node ends; the checkpoint goes at the next start", e);
        }
    }

    /** Sends what has not gone. */
    void sendNow() {
        if (to.isEmpty()) {
            return;
        }
        try {
            JavaMailSender mail = sender.getIfAvailable();
            if (mail == null) {
                problem = AuditTexts.of("audit.mail.noServer");
                return;
            }
            for (List<Long> taken = take(); !taken.isEmpty(); taken = take()) {
                send(mail, taken);
            }
            problem = null;
        } catch (MessagingException | IOException | SQLException | RuntimeException e) {
            problem = SendingProblem.of(e);
            LOG.error("Checkpoints cannot be mailed to {}; it is tried again", to, e);
        }
    }

    /** How the mails stand. */
    public Standing standing() {
        if (to.isEmpty()) {
            return new Standing(null, 0, 0, null);
        }
        long sent = jdbc.sql("select coalesce(max(checkpoint), 0) from checkpoint_mail where sent_at is not null")
                .query(Long.class)
                .single();
        return new Standing(to, sent, jdbc.sql(UNSENT).query(Long.class).list().size(), problem);
    }

    /** Marks those that this node sends now, so that no other does. */
    private List<Long> take() {
        Instant now = clock.instant();
        jdbc.sql("delete from checkpoint_mail where sent_at is null and taken_at < ?")
                .param(now.minus(INTERRUPTED).atOffset(ZoneOffset.UTC))
                .update();
        List<Long> taken = new ArrayList<>();
        for (long number : jdbc.sql(UNSENT).query(Long.class).list()) {
            if (taken.size() == MOST) {
                break;
            }
            try {
                jdbc.sql("insert into checkpoint_mail (checkpoint, taken_at) values (?, ?)")
                        .params(number, now.atOffset(ZoneOffset.UTC))
                        .update();
                taken.add(number);
            } catch (DuplicateKeyException another) {
                continue;
            }
        }
        return taken;
    }

    private void send(JavaMailSender mail, List<Long> numbers) throws MessagingException, IOException, SQLException {
        try {
            var message = mail.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setTo(to.split("\\s*[,;]\\s*"));
            helper.setFrom(from.isEmpty() ? "fairreview@localhost" : from);
            helper.setSubject(AuditTexts.of("audit.mail.subject", numbers.get(0), numbers.get(numbers.size() - 1)));
            String digest = attach(helper, numbers);
            helper.setText(AuditTexts.of("audit.mail.text", numbers.size(), digest));
            mail.send(message);
        } catch (MessagingException | IOException | SQLException | RuntimeException e) {
            jdbc.sql("delete from checkpoint_mail where sent_at is null and checkpoint in (:numbers)")
                    .param("numbers", numbers)
                    .update();
            throw e;
        }
        jdbc.sql("update checkpoint_mail set sent_at = :now where checkpoint in (:numbers)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("numbers", numbers)
                .update();
    }

    /** Puts the files and the public keys to the mail; gives back the digest of the newest checkpoint. */
    private String attach(MimeMessageHelper helper, List<Long> numbers)
            throws MessagingException, IOException, SQLException {
        String digest = "";
        try (Connection connection = database.getConnection()) {
            CheckpointTable table = new CheckpointTable(connection);
            for (long number : numbers) {
                Optional<Checkpoint> found = table.after(number - 1);
                if (found.isPresent()) {
                    attach(
                            helper,
                            CheckpointFolder.nameOf(number),
                            CheckpointFolder.text(found.get(), table.grownAt(number)));
                    digest = found.get().digest();
                }
            }
        }
        for (var key : PublicKeys.in(SigningKeys.in(data).folder()).entrySet()) {
            attach(helper, "audit-" + key.getKey() + PublicKeys.ENDING, PublicKeys.pem(key.getValue()));
        }
        return digest;
    }

    /** In Base64: a line of a file may be longer than mail allows, and must arrive as it is. */
    private static void attach(MimeMessageHelper helper, String name, String text) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(
                new ByteArrayDataSource(text.getBytes(StandardCharsets.UTF_8), "application/octet-stream")));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        helper.getRootMimeMultipart().addBodyPart(part);
    }

    @Override
    public void destroy() {
        thread.shutdown();
    }
}
