package org.fairreview.review.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The workbench (工作台): my tasks, those open to me, what is overdue, the latest cases. */
@Controller
class HomeController {

    private static final int LATEST = 10;

    /** A task as a line, with the address at which it is worked on. */
    record TaskRow(
            String name,
            String caseNumber,
            @Nullable String title,
            String created,
            @Nullable String due,
            boolean overdue,
            String url) {}

    private final CurrentActor currentActor;
    private final TaskInbox inbox;
    private final CaseList cases;
    private final InstructionViews instructions;
    private final Moments moments;

    HomeController(
            CurrentActor currentActor,
            TaskInbox inbox,
            CaseList cases,
            InstructionViews instructions,
            Moments moments) {
        this.currentActor = currentActor;
        this.inbox = inbox;
        this.cases = cases;
        this.instructions = instructions;
        this.moments = moments;
    }

    @GetMapping("/")
    String home(Model model) {
        Actor actor = currentActor.get();
        List<TaskRow> mine = rows(inbox.takenBy(actor));
        List<TaskRow> open = rows(inbox.openTo(actor));
        model.addAttribute("mine", mine);
        model.addAttribute("open", open);
        model.addAttribute(
                "overdue",
                Stream.concat(mine.stream(), open.stream())
                        .filter(TaskRow::overdue)
                        .count());
        model.addAttribute("instructions", instructions.waitingFor(actor));
        model.addAttribute("cases", cases.latest(actor, LATEST));
        return "review/home";
    }

    private List<TaskRow> rows(List<InboxTask> tasks) {
        Instant now = moments.now();
        return tasks.stream()
                .map(task -> new TaskRow(
                        task.name(),
                        task.caseNumber(),
                        task.measureTitle(),
                        moments.minute(task.createdAt()),
                        task.dueAt() == null ? null : moments.minute(task.dueAt()),
                        task.isOverdueAt(now),
                        TasklistAddress.of(task.id())))
                .toList();
    }
}
