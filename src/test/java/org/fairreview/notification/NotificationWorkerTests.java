package org.fairreview.notification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.after;
import static org.mockito.Mockito.atLeast;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.fairreview.workflow.AbsenceTransfers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps the worker of a node from its work, and what does not. */
class NotificationWorkerTests {

    private static final int PATIENCE = 10_000;

    private final AbsenceTransfers absences = mock();
    private final DeadlineWatch deadlines = mock();
    private final Digests digests = mock();
    private final Postman postman = mock();
    private final Tidying tidying = mock();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final NotificationWorker worker =
            new NotificationWorker(absences, deadlines, digests, postman, tidying, true, Duration.ofMillis(5));

    @AfterEach
    void end() throws Exception {
        answer.countDown();
        worker.destroy();
    }

    @Test
    void a_mail_server_that_hangs_keeps_no_reminder_and_no_hand_over() throws Exception {
        when(postman.next(any())).thenAnswer(asked -> {
            answer.await();
            return false;
        });

        worker.start();

        verify(absences, timeout(PATIENCE).atLeast(3)).carryOut();
        verify(deadlines, timeout(PATIENCE).atLeast(3)).look();
    }

    @Test
    void an_error_does_not_end_the_rounds() {
        doThrow(new StackOverflowError()).when(deadlines).look();

        worker.start();

        verify(deadlines, timeout(PATIENCE).atLeast(3)).look();
        verify(digests, atLeast(2)).make();
    }

    @Test
    void tidying_is_no_work_of_every_round() {
        worker.start();

        verify(deadlines, timeout(PATIENCE).atLeast(5)).look();
        verify(tidying, after(50).times(1)).tidy();
    }

    @Test
    void an_act_that_is_done_at_the_end_of_the_node_is_done() throws Exception {
        worker.start();
        worker.destroy();

        assertThatCode(worker::wake).doesNotThrowAnyException();
    }
}
