package org.fairreview.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A real SMTP server behind the product's sender, on a port of its own. */
public final class MailServer implements AutoCloseable {

    private final JavaMailSenderImpl sender;
    private final int before;
    private final GreenMail server;

    public MailServer(JavaMailSender sender) {
        this.sender = (JavaMailSenderImpl) sender;
        this.before = this.sender.getPort();
        this.server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        this.sender.setPort(server.getSmtp().getPort());
    }

    /** What came about a case, in the order in which it came. */
    public List<Mail> about(String caseNumber) {
        return all().stream().filter(mail -> mail.text().contains(caseNumber)).toList();
    }

    public List<Mail> all() {
        return Arrays.stream(server.getReceivedMessages()).map(MailServer::mail).toList();
    }

    public void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (com.icegreen.greenmail.store.FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        sender.setPort(before);
        server.stop();
    }

    private static Mail mail(MimeMessage message) {
        try {
            return new Mail(
                    message.getAllRecipients()[0].toString(),
                    message.getSubject(),
                    String.valueOf(message.getContent()).replace("\r\n", "\n"),
                    message.getMessageID(),
                    message.getContentType(),
                    GreenMailUtil.getHeaders(message));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An e-mail as it was received. */
    public record Mail(String to, String subject, String text, String id, String type, String headers) {}
}
