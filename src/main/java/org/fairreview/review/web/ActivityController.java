package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.audit.RecordedAct;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseReads;
import org.fairreview.review.activity.Activity;
import org.fairreview.review.activity.ActivityQuery;
import org.fairreview.review.activity.ActivityQuery.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what in a period: a person, a unit, the administrators, everybody. */
@Controller
class ActivityController {

    private static final int LINES_ON_A_PAGE = 100;

    /** What was typed. */
    record Form(
            @Nullable String from, @Nullable String until, @Nullable String person, @Nullable String unit, Kind kind) {

        Form {
            person = person == null ? "" : person.strip();
            unit = unit == null ? "" : unit.strip();
            kind = kind == null ? Kind.DONE : kind;
        }

        PeriodForm period() {
            return new PeriodForm(from, until);
        }
    }

    /** One act. */
    record Line(String at, String who, @Nullable String unit, String what, String subject, boolean aCase) {}

    /** What one person did in all. */
    record Sum(
            String account,
            String who,
            @Nullable String unit,
            int done,
            int tasks,
            int subjects,
            int reads,
            String first,
            String last,
            String url) {}

    private final AuditDesk desk;
    private final Activity activity;
    private final CaseReads reads;
    private final Labels labels;
    private final Moments moments;

    ActivityController(AuditDesk desk, Activity activity, CaseReads reads, Labels labels, Moments moments) {
        this.desk = desk;
        this.activity = activity;
        this.reads = reads;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/activity")
    String page(Form form, @RequestParam(defaultValue = "1") int page, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        List<AuditDesk.Choice> people = desk.people(auditor);
        Map<String, String> mistakes = mistakes(form, people);
        model.addAttribute("form", form);
        model.addAttribute("period", form.period().period(desk.today()));
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("people", people);
        model.addAttribute("units", desk.units(auditor));
        model.addAttribute(
                "kinds",
                Arrays.stream(Kind.values())
                        .map(kind -> new AuditDesk.Choice(kind.name(), labels.of("activity.kind", kind)))
                        .toList());
        if (mistakes.isEmpty()) {
            found(form, page, auditor, people, model);
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return "review/activity";
    }

    private void found(Form form, int page, Actor auditor, List<AuditDesk.Choice> people, Model model) {
        ActivityQuery query = query(form, people);
        Activity.Found found = activity.find(query, auditor);
        reads.looked(auditor, "activity", conditions(form));
        AuditDesk.Words words = desk.words();
        int pages = Math.max(1, (found.acts().size() + LINES_ON_A_PAGE - 1) / LINES_ON_A_PAGE);
        int number = Math.max(1, Math.min(page, pages));
        int from = (number - 1) * LINES_ON_A_PAGE;
        model.addAttribute(
                "lines",
                found
                        .acts()
                        .subList(
                                from,
                                Math.min(from + LINES_ON_A_PAGE, found.acts().size()))
                        .stream()
                        .map(act -> line(act, words))
                        .toList());
        model.addAttribute(
                "sums",
                Activity.sums(found.acts()).stream()
                        .map(sum -> sum(sum, form, words))
                        .toList());
        model.addAttribute("total", found.acts().size());
        model.addAttribute("cut", found.cut());
        model.addAttribute("most", Activity.MOST);
        model.addAttribute("number", number);
        model.addAttribute("pages", pages);
        model.addAttribute("previous", number > 1 ? address("/activity", form, number - 1) : null);
        model.addAttribute("next", number < pages ? address("/activity", form, number + 1) : null);
        model.addAttribute("exportUrl", address("/activity/export", form, 1));
    }

    @GetMapping("/activity/export")
    Object export(Form form, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        List<AuditDesk.Choice> people = desk.people(auditor);
        if (!mistakes(form, people).isEmpty()) {
            return page(form, 1, model, response);
        }
        List<RecordedAct> acts = activity.find(query(form, people), auditor).acts();
        reads.took(auditor, "activity", conditions(form), acts.size());
        reads.exported(acts.stream()
                .map(RecordedAct::subject)
                .filter(AuditDesk.Words::isCase)
                .distinct()
                .toList());
        AuditDesk.Words words = desk.words();
        return Downloads.of(
                labels.text("activity.export.name", desk.today().toString()),
                SheetWriter.MEDIA_TYPE,
                SheetWriter.write(
                        labels.text("activity.title"),
                        columns(),
                        acts.stream().map(act -> line(act, words)).toList()));
    }

    private List<Column<Line>> columns() {
        return List.of(
                new Column<>(labels.text("activity.at"), 22, Line::at),
                new Column<>(labels.text("activity.who"), 12, Line::who),
                new Column<>(labels.text("activity.unit"), 28, Line::unit),
                new Column<>(labels.text("activity.what"), 30, Line::what),
                new Column<>(labels.text("activity.subject"), 24, Line::subject));
    }

    private Map<String, String> mistakes(Form form, List<AuditDesk.Choice> people) {
        Map<String, String> mistakes = new HashMap<>();
        form.period().mistake(desk.today()).ifPresent(key -> mistakes.put("period", labels.text(key)));
        if (!form.person().isEmpty() && AuditDesk.account(form.person(), people).isEmpty()) {
            mistakes.put("person", labels.text("activity.person.unknown", form.person()));
        }
        return mistakes;
    }

    private ActivityQuery query(Form form, List<AuditDesk.Choice> people) {
        return new ActivityQuery(
                form.period().period(desk.today()),
                form.person().isEmpty()
                        ? null
                        : AuditDesk.account(form.person(), people).orElseThrow(),
                form.unit().isEmpty() ? null : form.unit(),
                form.kind());
    }

    private Line line(RecordedAct act, AuditDesk.Words words) {
        return new Line(
                moments.minute(act.occurredAt()),
                words.who(act.actor()),
                act.actorUnit(),
                words.what(act),
                words.subject(act.subject()),
                AuditDesk.Words.isCase(act.subject()));
    }

    private Sum sum(Activity.Sum sum, Form form, AuditDesk.Words words) {
        String account = String.valueOf(sum.person().userId());
        return new Sum(
                account,
                words.who(sum.person()),
                sum.person().unitName(),
                sum.done(),
                sum.tasks(),
                sum.cases(),
                sum.reads(),
                moments.minute(sum.first()),
                moments.minute(sum.last()),
                address("/activity", new Form(form.from(), form.until(), account, null, Kind.ALL), 1));
    }

    private static Map<String, String> conditions(Form form) {
        Map<String, String> conditions = new HashMap<>();
        put(conditions, "from", form.from());
        put(conditions, "until", form.until());
        put(conditions, "person", form.person());
        put(conditions, "unit", form.unit());
        put(conditions, "kind", form.kind() == Kind.DONE ? null : form.kind().name());
        return conditions;
    }

    private static void put(Map<String, String> conditions, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            conditions.put(name, value);
        }
    }

    private static String address(String path, Form form, int page) {
        Map<String, String> conditions = conditions(form);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        conditions.keySet().stream().sorted().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(conditions).toUriString();
    }
}
