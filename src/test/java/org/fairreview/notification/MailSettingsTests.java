package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Turn;
import org.fairreview.workflow.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** To which addresses an office lets notices go. */
class MailSettingsTests {

    private static final Actor SOMEBODY = new Actor("wangmin", "王敏", List.of(), Set.of());

    private final MailSettings settings = new MailSettings(
            mock(JdbcClient.class), mock(Turn.class), List.of("example.gov.cn", " Hubei.gov.cn ", ""), event -> {});

    @ParameterizedTest
    @CsvSource({
        "wm@gmail.com, notice.email.domain",
        "wm@example.gov.cn.evil.com, notice.email.domain",
        "wm@sub.example.gov.cn, notice.email.domain",
        "wm@evil-example.gov.cn, notice.email.domain",
        "wm@example, notice.email.domain",
        "wm@, notice.email.form",
        "王敏@example.gov.cn, notice.email.form",
        "'', notice.email.missing"
    })
    void an_address_elsewhere_is_refused(String email, String key) {
        assertThat(settings.change(email, Delivery.AT_ONCE, SOMEBODY))
                .get()
                .extracting(Refusal::key, Refusal::field)
                .containsExactly(key, "email");
    }
}
