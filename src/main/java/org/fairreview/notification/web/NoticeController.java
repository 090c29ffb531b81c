package org.fairreview.notification.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.notification.CaseTitles;
import org.fairreview.notification.Inbox;
import org.fairreview.notification.Notice;
import org.fairreview.notification.NoticeKind;
import org.fairreview.workflow.PageTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The inbox (通知): what the person was told of tasks. */
@Controller
class NoticeController {

    private static final int SIZE = 30;
    private static final int LAST_PAGE = 1_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** A notice as a line. */
    record Line(
            long id,
            NoticeKind kind,
            String caseNumber,
            @Nullable String title,
            String task,
            @Nullable String due,
            String raised,
            boolean read,
            boolean over) {

        /** Whether the product raised it by itself. */
        public boolean automatic() {
            return kind != NoticeKind.ARRIVED;
        }

        /** Whether the person can still do the task. */
        public boolean own() {
            return kind != NoticeKind.ESCALATION && !over;
        }
    }

    private final CurrentActor currentActor;
    private final Inbox inbox;
    private final CaseTitles titles;
    private final Clock clock;

    NoticeController(CurrentActor currentActor, Inbox inbox, CaseTitles titles, Clock clock) {
        this.currentActor = currentActor;
        this.inbox = inbox;
        this.titles = titles;
        this.clock = clock;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Actor actor = currentActor.get();
        String person = actor.userId();
        int shown = Math.min(Math.max(page, 0), LAST_PAGE);
        List<Notice> found = inbox.of(person, unread, shown, SIZE);
        List<Notice> notices = found.stream().limit(SIZE).toList();
        Map<String, String> names = titles.of(notices.stream()
                .map(Notice::caseNumber)
                .distinct()
                .filter(number -> !titles.isClosedTo(number, actor))
                .collect(Collectors.toSet()));
        model.addAttribute(
                "lines",
                notices.stream()
                        .map(notice -> line(notice, names.get(notice.caseNumber())))
                        .toList());
        model.addAttribute("unreadOnly", unread);
        model.addAttribute("page", shown);
        model.addAttribute("more", found.size() > SIZE);
        model.addAttribute("unreadCount", inbox.unread(person));
        return "notification/inbox";
    }

    /** Goes where the notice leads, which is read from then on. */
    @PostMapping("/notices/{notice}/open")
    String open(@PathVariable long notice, @RequestParam(defaultValue = "case") String to) {
        Notice found = inbox.open(notice, currentActor.get().userId())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (to) {
            case "task" ->
                "redirect:"
                        + (PageTasks.isOne(found.taskId())
                                ? CaseTitles.address(found.caseNumber())
                                : "/camunda/app/tasklist/default/#/?task=" + found.taskId());
            case "inbox" -> "redirect:/notices";
            default -> "redirect:" + CaseTitles.address(found.caseNumber());
        };
    }

    @PostMapping("/notices/read")
    String readAll() {
        inbox.readAll(currentActor.get().userId());
        return "redirect:/notices";
    }

    private Line line(Notice notice, @Nullable String title) {
        return new Line(
                notice.id(),
                notice.kind(),
                notice.caseNumber(),
                title,
                notice.taskName(),
                notice.dueAt() == null ? null : minute(notice.dueAt()),
                minute(notice.raisedAt()),
                notice.read(),
                notice.over());
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(clock.getZone()));
    }
}
