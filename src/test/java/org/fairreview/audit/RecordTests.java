package org.fairreview.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.fairreview.kit.CasePicture;
import org.fairreview.kit.JointReview;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Submitting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Acts and their record are one: in the transaction of the act, at the end of the chain of its case. */
@ProductTest
class RecordTests {

    private record Noted(String subject, String act, Map<String, ?> details) implements AuditableEvent {}

    @Autowired
    JointReview people;

    @Autowired
    Submitting submitting;

    @Autowired
    AuditTrail trail;

    @Autowired
    RecordCheck check;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void every_act_of_a_review_stands_in_the_chain_of_its_case() {
        String number = people.inReview();

        Verdict verdict = check.verifyCase(number);

        assertThat(verdict.fault()).isNull();
        assertThat(verdict.entries()).isEqualTo(trail.everythingOf(number).size());
        assertThat(trail.of(number))
                .extracting(AuditEntry::act)
                .containsExactly("case.submitted", "task.completed", "task.completed");
        assertThat(trail.of(number).get(1).actor()).isEqualTo(new ActingPerson("wangmin", "王敏", "襄阳市市场监督管理局"));
    }

    @Test
    void an_act_that_cannot_be_recorded_does_not_happen() {
        String number = people.inReview();
        String before = CasePicture.of(jdbc, number).toString();
        jdbc.sql("alter table audit_entry add constraint full_disk check (subject <> '%s' or seq <= %d)"
                        .formatted(number, trail.everythingOf(number).size()))
                .update();
        try {
            assertThatThrownBy(() -> people.review(number, "zhaolei", List.of()))
                    .isNotNull();
        } finally {
            jdbc.sql("alter table audit_entry drop constraint full_disk").update();
        }

        assertThat(CasePicture.of(jdbc, number)).hasToString(before);
        assertThat(check.verifyCase(number).isBroken()).isFalse();
        people.review(number, "zhaolei", List.of());
        assertThat(check.verifyCase(number).isBroken()).isFalse();
    }

    @Test
    void acts_on_different_cases_do_not_wait_for_each_other() throws Exception {
        String held = people.inReview();
        String other = people.inReview();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection
                    .createStatement()
                    .executeQuery("select length from audit_chain where id = 'case:%s' for update".formatted(held));

            CompletableFuture.runAsync(() -> people.review(other, "zhaolei", List.of()))
                    .get(8, TimeUnit.SECONDS);
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> note(held));
            Thread.sleep(Duration.ofMillis(500).toMillis());
            assertThat(waiting).isNotDone();
            connection.rollback();
            waiting.get(8, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_is_published_while_the_record_is_written_is_recorded_too() {
        String number = submitting.measure();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.publishEvent(new Noted(number, "case.first", Map.of()));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    events.publishEvent(new Noted(number, "case.second", Map.of()));
                }
            });
        });

        assertThat(trail.of(number))
                .extracting(AuditEntry::act)
                .containsExactly("case.submitted", "case.first", "case.second");
        assertThat(check.verifyCase(number).isBroken()).isFalse();
    }

    @Test
    void half_a_character_and_numbers_of_every_kind_can_be_recorded() {
        note("measuring", Map.of("text", "前\ud83d后", "share", 0.1, "great", Long.MAX_VALUE));

        assertThat(trail.of("measuring")).singleElement().satisfies(entry -> assertThat(entry.details())
                .contains("前?后"));
        assertThat(check.verify(Chains.of("measuring")).isBroken()).isFalse();
    }

    private void note(String subject) {
        note(subject, Map.of());
    }

    private void note(String subject, Map<String, ?> details) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new Noted(subject, "case.noted", details)));
    }
}
