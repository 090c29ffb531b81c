package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Checkpoints leave the machine by mail, over a real SMTP server that may be away. */
class CheckpointMailTests {

    private static final String CASE = "420600-2026-0001";

    @TempDir
    Path data;

    RecordDatabase record;
    GreenMail server;

    @BeforeEach
    void a_record_and_a_mail_server() {
        record = RecordDatabase.h2(data);
        record.record(CASE, 3);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
    }

    @AfterEach
    void close() throws Exception {
        server.stop();
        record.close();
    }

    @Test
    void each_checkpoint_goes_once_with_its_file_and_the_key() throws Exception {
        CheckpointMail mail = mail("keeper@example.gov.cn", sender());
        record.checkpoint();
        mail.sendNow();
        mail.sendNow();

        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage first = server.getReceivedMessages()[0];
        assertThat(first.getSubject()).contains("第1号");
        assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("keeper@example.gov.cn");
        List<BodyPart> parts = attachments(first);
        assertThat(parts.get(0).getFileName()).isEqualTo("checkpoint-00000001.json");
        assertThat(new String(parts.get(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(Files.readString(data.resolve("checkpoints/checkpoint-00000001.json")));
        assertThat(parts.get(1).getFileName()).endsWith(".pub.pem");
        assertThat(mail.standing()).isEqualTo(new CheckpointMail.Standing("keeper@example.gov.cn", 1, 0, null));

        record.record(CASE, 1);
        record.checkpoint();
        mail.sendNow();
        assertThat(server.getReceivedMessages()).hasSize(2);
        mail("keeper@example.gov.cn", sender()).sendNow();
        assertThat(server.getReceivedMessages()).as("after a restart").hasSize(2);
    }

    @Test
    void while_the_server_is_away_it_is_said_and_all_goes_later_even_after_a_restart() throws Exception {
        JavaMailSenderImpl sender = sender();
        server.stop();
        CheckpointMail mail = mail("keeper@example.gov.cn", sender);
        record.checkpoint();
        mail.sendNow();
        record.record(CASE, 1);
        record.checkpoint();
        mail.sendNow();
        assertThat(mail.standing().isTroubled()).isTrue();
        assertThat(mail.standing().problem()).startsWith("无法连接（");
        assertThat(mail.standing().waiting()).isEqualTo(2);

        server = new GreenMail(new ServerSetup(sender.getPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        CheckpointMail restarted = mail("keeper@example.gov.cn", sender);
        checkpoints(restarted).atStart(null);
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();

        Awaitility.await().until(() -> restarted.standing().waiting() == 0);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(attachments(server.getReceivedMessages()[0]))
                .extracting(BodyPart::getFileName)
                .contains("checkpoint-00000001.json", "checkpoint-00000002.json");
        assertThat(restarted.standing().isTroubled()).isFalse();
    }

    @Test
    void without_a_recipient_nothing_goes_and_without_a_server_it_is_said() throws Exception {
        record.checkpoint();
        CheckpointMail nobody = mail("", sender());
        nobody.sendNow();
        assertThat(nobody.standing().isTroubled()).isFalse();
        assertThat(server.getReceivedMessages()).isEmpty();

        CheckpointMail serverless = mail("keeper@example.gov.cn", null);
        serverless.sendNow();
        assertThat(serverless.standing().problem()).contains("没有配置邮件服务器");
    }

    @Test
    void what_another_node_is_sending_is_left_to_it_and_taken_up_where_it_ended() throws Exception {
        record.checkpoint();
        record.jdbc()
                .sql("insert into checkpoint_mail (checkpoint, taken_at) values (1, ?)")
                .param(RecordDatabase.CLOCK.instant().atOffset(ZoneOffset.UTC))
                .update();
        CheckpointMail mail = mail("keeper@example.gov.cn", sender());
        mail.sendNow();
        assertThat(server.getReceivedMessages()).isEmpty();

        record.jdbc()
                .sql("update checkpoint_mail set taken_at = ?")
                .param(RecordDatabase.CLOCK.instant().minusSeconds(601).atOffset(ZoneOffset.UTC))
                .update();
        mail.sendNow();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void files_that_could_not_be_written_are_written_at_the_next_start() throws Exception {
        Path folder = data.resolve("checkpoints");
        Files.writeString(folder, "no folder");
        record.checkpoint();
        Files.delete(folder);

        Checkpoints checkpoints = checkpoints(mail("", sender()));
        checkpoints.atStart(null);

        assertThat(folder.resolve("checkpoint-00000001.json")).exists();
        assertThat(checkpoints.isFiled()).isTrue();
        assertThat(checkpoints.goneFiles()).isEmpty();
    }

    @Test
    void files_that_were_written_and_are_gone_are_named_and_not_written() throws Exception {
        record.checkpoint();
        Path file = data.resolve("checkpoints/checkpoint-00000001.json");
        String written = Files.readString(file);
        Files.delete(file);

        Checkpoints checkpoints = checkpoints(mail("", sender()));
        checkpoints.atStart(null);

        assertThat(file).doesNotExist();
        assertThat(checkpoints.goneFiles().orElseThrow()).contains("第 1 号", "取回保存在别处的副本");
        record.checkpoint();
        checkpoints.makeDaily();
        assertThat(file).doesNotExist();
        assertThat(data.resolve("checkpoints/checkpoint-00000002.json")).exists();

        Files.writeString(file, written);
        checkpoints.makeDaily();
        assertThat(checkpoints.goneFiles()).isEmpty();
    }

    private Checkpoints checkpoints(CheckpointMail mail) {
        return new Checkpoints(record.source(), data, data.resolve("checkpoints"), null, mail, RecordDatabase.CLOCK);
    }

    private CheckpointMail mail(String to, JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        ObjectProvider<JavaMailSender> provided = beans.getBeanProvider(JavaMailSender.class);
        return new CheckpointMail(record.source(), provided, data, to, "", RecordDatabase.CLOCK);
    }

    private JavaMailSenderImpl sender() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        return sender;
    }

    private static List<BodyPart> attachments(MimeMessage message) throws Exception {
        List<BodyPart> found = new ArrayList<>();
        Multipart parts = (Multipart) message.getContent();
        for (int place = 0; place < parts.getCount(); place++) {
            if (parts.getBodyPart(place).getFileName() != null) {
                found.add(parts.getBodyPart(place));
            }
        }
        return found;
    }
}
