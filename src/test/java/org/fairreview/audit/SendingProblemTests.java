package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/** What officers read of a letter that could not go. */
class SendingProblemTests {

    @Test
    void it_is_said_in_chinese_by_kind_with_the_servers_words_behind() {
        assertThat(SendingProblem.of(new MailSendException(
                        "Mail server connection failed",
                        new MessagingException("Couldn't connect", new ConnectException("Connection refused")))))
                .isEqualTo("无法连接（Connection refused）");
        assertThat(SendingProblem.of(new MailSendException(Map.of(
                        "letter",
                        new SendFailedException(
                                "Invalid Addresses", new MessagingException("550 5.1.1 no such user"))))))
                .isEqualTo("被对方拒收（550 5.1.1 no such user）");
        assertThat(SendingProblem.of(new MessagingException("Exception", new SocketTimeoutException("Read timed out"))))
                .isEqualTo("超时，对方没有应答（Read timed out）");
        assertThat(SendingProblem.of(new MailAuthenticationException(new AuthenticationFailedException("535 no"))))
                .isEqualTo("对方拒绝登录，请检查账号和密码（535 no）");
        assertThat(SendingProblem.of(new IOException((String) null))).isEqualTo("没有发出");
        assertThat(SendingProblem.of(new ConnectException())).isEqualTo("无法连接");
        assertThat(SendingProblem.http(502)).isEqualTo("对方返回 HTTP 502");
    }

    @Test
    void what_a_server_refuses_does_not_mean_that_it_is_away() {
        assertThat(SendingProblem.isAway(new SendFailedException("550"))).isFalse();
        assertThat(SendingProblem.isAway(new IOException("HTTP 500"))).isFalse();
        assertThat(SendingProblem.isAway(new MessagingException("", new SocketTimeoutException())))
                .isTrue();
    }
}
