package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.audit.RecordedAct;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseReads;
import org.fairreview.review.activity.Activity;
import org.fairreview.review.activity.ActivityQuery;
import org.fairreview.review.activity.ActivityQuery.Kind;
import org.fairreview.review.activity.UnusualActs;
import org.fairreview.review.activity.UnusualActs.Bounds;
import org.fairreview.review.activity.UnusualActs.Unusual;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an auditor will want to look at: acts outside of office hours, in bulk, refused, and of the break-glass account. */
@Controller
class UnusualController {

    private static final int MOST_SHOWN = 500;
    private static final int MOST_SUBJECTS = 5;
    private static final int LEAST_BULK = 2;
    private static final int MOST_BULK = 10_000;
    private static final int MOST_MINUTES = 24 * 60;

    /** What was typed; what was left out is as usual. */
    record Form(
            @Nullable String from,
            @Nullable String until,
            @Nullable String begins,
            @Nullable String ends,
            @Nullable String many,
            @Nullable String minutes) {

        Form {
            begins = typedOr(begins, Bounds.USUAL.begins());
            ends = typedOr(ends, Bounds.USUAL.ends());
            many = typedOr(many, Bounds.USUAL.many());
            minutes = typedOr(minutes, Bounds.USUAL.minutes());
        }

        PeriodForm period() {
            return new PeriodForm(from, until);
        }

        private static String typedOr(@Nullable String typed, Object usual) {
            return typed == null || typed.isBlank() ? usual.toString() : typed.strip();
        }
    }

    /** One thing that is picked out. */
    record Line(
            String sort,
            String label,
            String who,
            @Nullable String unit,
            String from,
            String until,
            int count,
            String what,
            List<String> cases,
            String others) {}

    private final AuditDesk desk;
    private final Activity activity;
    private final UnusualActs unusual;
    private final CaseReads reads;
    private final Labels labels;
    private final Moments moments;

    UnusualController(
            AuditDesk desk, Activity activity, UnusualActs unusual, CaseReads reads, Labels labels, Moments moments) {
        this.desk = desk;
        this.activity = activity;
        this.unusual = unusual;
        this.reads = reads;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/activity/unusual")
    String page(Form form, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        Map<String, String> mistakes = mistakes(form);
        model.addAttribute("form", form);
        model.addAttribute("period", form.period().period(desk.today()));
        model.addAttribute("mistakes", mistakes);
        if (mistakes.isEmpty()) {
            Activity.Found found = find(form, auditor);
            List<Unusual> picked = unusual.among(found.acts(), bounds(form).orElseThrow());
            reads.looked(auditor, "unusual", conditions(form));
            AuditDesk.Words words = desk.words();
            model.addAttribute("total", picked.size());
            model.addAttribute("mostShown", MOST_SHOWN);
            model.addAttribute("cut", found.cut());
            model.addAttribute("most", Activity.MOST);
            model.addAttribute(
                    "lines",
                    picked.stream()
                            .limit(MOST_SHOWN)
                            .map(each -> line(each, words))
                            .toList());
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return "review/unusual";
    }

    @GetMapping("/activity/unusual/export")
    Object export(Form form, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        if (!mistakes(form).isEmpty()) {
            return page(form, model, response);
        }
        List<Unusual> picked =
                unusual.among(find(form, auditor).acts(), bounds(form).orElseThrow());
        reads.took(auditor, "unusual", conditions(form), picked.size());
        reads.exported(picked.stream()
                .flatMap(each -> each.subjects().stream())
                .filter(AuditDesk.Words::isCase)
                .distinct()
                .toList());
        AuditDesk.Words words = desk.words();
        return Downloads.of(
                labels.text("unusual.export.name", desk.today().toString()),
                SheetWriter.MEDIA_TYPE,
                SheetWriter.write(
                        labels.text("unusual.title"),
                        columns(),
                        picked.stream().map(each -> line(each, words)).toList()));
    }

    private List<Column<Line>> columns() {
        return List.of(
                new Column<>(labels.text("unusual.sort"), 16, Line::label),
                new Column<>(labels.text("activity.who"), 12, Line::who),
                new Column<>(labels.text("activity.unit"), 28, Line::unit),
                new Column<>(labels.text("unusual.from"), 22, Line::from),
                new Column<>(labels.text("unusual.until"), 22, Line::until),
                new Column<>(labels.text("unusual.count"), 8, Line::count),
                new Column<>(labels.text("activity.what"), 36, Line::what),
                new Column<>(
                        labels.text("activity.subject"),
                        40,
                        line -> String.join("、", line.cases()) + (line.others().isEmpty() ? "" : " " + line.others())));
    }

    private Activity.Found find(Form form, Actor auditor) {
        return activity.find(new ActivityQuery(form.period().period(desk.today()), null, null, Kind.ALL), auditor);
    }

    private Line line(Unusual each, AuditDesk.Words words) {
        Map<String, Integer> whats = new LinkedHashMap<>();
        for (RecordedAct act : each.acts()) {
            whats.merge(words.what(act), 1, Integer::sum);
        }
        List<String> cases =
                each.subjects().stream().filter(AuditDesk.Words::isCase).toList();
        List<String> others = each.subjects().stream()
                .filter(subject -> !AuditDesk.Words.isCase(subject))
                .filter(subject -> !subject.equals(each.who().userId()))
                .map(words::subject)
                .toList();
        int unnamed = Math.max(0, cases.size() - MOST_SUBJECTS);
        String rest = unnamed == 0 ? "" : labels.text("unusual.more", cases.size());
        return new Line(
                each.sort().name().toLowerCase(Locale.ROOT),
                labels.of("unusual.sort", each.sort()),
                words.who(each.who()),
                each.who().unitName(),
                moments.minute(each.from()),
                moments.minute(each.until()),
                each.acts().size(),
                whats.entrySet().stream()
                        .map(what -> what.getValue() == 1
                                ? what.getKey()
                                : labels.text("unusual.times", what.getKey(), what.getValue()))
                        .collect(Collectors.joining("、")),
                cases.stream().limit(MOST_SUBJECTS).toList(),
                String.join("、", others) + rest);
    }

    private Map<String, String> mistakes(Form form) {
        Map<String, String> mistakes = new LinkedHashMap<>();
        form.period().mistake(desk.today()).ifPresent(key -> mistakes.put("period", labels.text(key)));
        if (bounds(form).isEmpty()) {
            mistakes.put("bounds", labels.text("unusual.bounds.wrong"));
        }
        return mistakes;
    }

    private static Optional<Bounds> bounds(Form form) {
        try {
            LocalTime begins = LocalTime.parse(form.begins());
            LocalTime ends = LocalTime.parse(form.ends());
            int many = Integer.parseInt(form.many());
            int minutes = Integer.parseInt(form.minutes());
            boolean sound = begins.isBefore(ends)
                    && many >= LEAST_BULK
                    && many <= MOST_BULK
                    && minutes >= 1
                    && minutes <= MOST_MINUTES;
            return sound ? Optional.of(new Bounds(begins, ends, many, minutes)) : Optional.empty();
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> conditions(Form form) {
        Map<String, String> conditions = new LinkedHashMap<>();
        put(conditions, "from", form.from());
        put(conditions, "until", form.until());
        put(conditions, "begins", form.begins());
        put(conditions, "ends", form.ends());
        put(conditions, "many", form.many());
        put(conditions, "minutes", form.minutes());
        return conditions;
    }

    private static void put(Map<String, String> conditions, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.put(name, value);
        }
    }
}
