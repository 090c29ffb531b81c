package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fairreview.identity.CurrentActor;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.TaskInbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Somebody opens the workbench. */
@PageTest
class HomePageTests {

    @Autowired
    MockMvc browser;

    @Autowired
    CurrentActor currentActor;

    @Autowired
    TaskInbox inbox;

    @Autowired
    CaseList cases;

    @Autowired
    Clock clock;

    @BeforeEach
    void nothing_to_do() {
        when(currentActor.get()).thenReturn(People.drafter());
        when(inbox.takenBy(any())).thenReturn(List.of());
        when(inbox.openTo(any())).thenReturn(List.of());
        when(cases.latest(any(), anyInt())).thenReturn(List.of());
    }

    @Test
    void with_nothing_to_do_a_drafter_is_told_where_to_begin() throws Exception {
        assertThat(home())
                .contains("没有由您办理的任务")
                .contains("没有等待认领的任务")
                .contains("请从这里提交")
                .contains("href=\"/measures/new\"")
                .doesNotContain("??");
    }

    @Test
    void somebody_who_drafts_nothing_is_not_led_to_the_submission() throws Exception {
        when(currentActor.get()).thenReturn(People.adviser());

        assertThat(home()).doesNotContain("/measures/new");
    }

    @Test
    void a_task_leads_into_tasklist_and_to_its_case() throws Exception {
        when(inbox.openTo(any())).thenReturn(List.of(task("t1", Duration.ofDays(1))));

        assertThat(home())
                .contains("/camunda/app/tasklist/default/#/?task=t1")
                .contains("href=\"/cases/420600-2026-0001\"")
                .contains("审核送审材料")
                .doesNotContain("class=\"is-overdue\"");
    }

    @Test
    void an_overdue_task_is_marked_and_counted() throws Exception {
        when(inbox.takenBy(any()))
                .thenReturn(List.of(task("t1", Duration.ofHours(-1)), task("t2", Duration.ofDays(2))));

        assertThat(home())
                .containsOnlyOnce("<tr class=\"is-overdue\">")
                .containsPattern("<li class=\"is-overdue\">\\s*<a href=\"#mine\"><b>1</b>");
    }

    private InboxTask task(String id, Duration left) {
        Instant now = clock.instant();
        return new InboxTask(id, "审核送审材料", "420600-2026-0001", "关于某事的办法", null, now, now.plus(left));
    }

    private String home() throws Exception {
        return browser.perform(get("/")).andReturn().getResponse().getContentAsString();
    }
}
