package org.fairreview.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fairreview.identity.Actor;
import org.fairreview.workflow.PageTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What leaves the system, in words: the Chinese text of e-mails, the body of the webhook. */
@Component
class Wording {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** An e-mail in plain text. */
    record Letter(String subject, String text) {}

    private final MessageSource messages;
    private final Clock clock;
    private final String base;

    Wording(MessageSource messages, Clock clock, @Value("${fairreview.notification.base-url}") String base) {
        this.messages = messages;
        this.clock = clock;
        this.base = base.replaceAll("/+$", "");
    }

    /** One mail about one notice, or about those of a day. */
    Letter letter(Actor to, List<Notice> notices, Map<String, String> titles) {
        List<String> parts = new ArrayList<>();
        parts.add(text("notice.mail.greeting", to.name()));
        boolean single = notices.size() == 1;
        if (!single) {
            parts.add(text("notice.mail.several", notices.size()));
        }
        for (int place = 0; place < notices.size(); place++) {
            String lines =
                    lines(notices.get(place), titles.get(notices.get(place).caseNumber()));
            parts.add(single ? lines : (place + 1) + ". " + lines);
        }
        parts.add(text("notice.mail.foot", base + "/notices/settings"));
        String subject = single
                ? text(
                        "notice.mail.subject." + notices.get(0).kind(),
                        notices.get(0).taskName(),
                        notices.get(0).caseNumber())
                : text("notice.mail.subject.several", notices.size());
        return new Letter(oneLine(subject), String.join("\n\n", parts) + "\n");
    }

    /** The body of the webhook about one event: the notices are those of its recipients. */
    Map<String, ?> body(String id, List<Notice> notices, List<Actor> recipients, Map<String, String> titles) {
        Notice first = notices.get(0);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("kind", first.kind().name());
        body.put("text", text("notice.kind." + first.kind()));
        body.put("automatic", first.kind() != NoticeKind.ARRIVED);
        body.put("at", first.raisedAt().toString());
        body.put("caseNumber", first.caseNumber());
        String title = titles.get(first.caseNumber());
        if (title != null) {
            body.put("title", title);
        }
        body.put("task", first.taskName());
        if (first.dueAt() != null) {
            body.put("dueAt", first.dueAt().toString());
        }
        body.put("caseUrl", caseUrl(first));
        body.put("taskUrl", taskUrl(first));
        body.put(
                "recipients",
                recipients.stream()
                        .map(actor -> Map.of("account", actor.userId(), "name", actor.name()))
                        .collect(Collectors.toList()));
        return body;
    }

    private String lines(Notice notice, @Nullable String title) {
        List<String> lines = new ArrayList<>();
        lines.add(text("notice.kind." + notice.kind())
                + (notice.kind() == NoticeKind.ARRIVED ? "" : text("notice.mail.automatic")));
        lines.add(text("notice.mail.case", notice.caseNumber()));
        if (title != null) {
            lines.add(text("notice.mail.title", oneLine(title)));
        }
        lines.add(text("notice.mail.task", oneLine(notice.taskName())));
        Instant dueAt = notice.dueAt();
        if (dueAt != null) {
            lines.add(text("notice.mail.due", MINUTE.format(dueAt.atZone(clock.getZone()))));
        }
        lines.add(text("notice.mail.caseLink", caseUrl(notice)));
        if (notice.kind() != NoticeKind.ESCALATION) {
            lines.add(text("notice.mail.taskLink", taskUrl(notice)));
        }
        return String.join("\n", lines);
    }

    private String caseUrl(Notice notice) {
        return base + CaseTitles.address(notice.caseNumber());
    }

    private String taskUrl(Notice notice) {
        return PageTasks.isOne(notice.taskId())
                ? caseUrl(notice)
                : base + "/camunda/app/tasklist/default/#/?task=" + notice.taskId();
    }

    private String text(String key, Object... values) {
        Object[] plain = new Object[values.length];
        for (int place = 0; place < values.length; place++) {
            plain[place] = String.valueOf(values[place]);
        }
        return messages.getMessage(key, plain, Locale.SIMPLIFIED_CHINESE);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
