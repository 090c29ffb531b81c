package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseReads;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.SavedViews;
import org.fairreview.review.ledger.Trace;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.DeployedModels;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The auditor's search over all cases, running and finished: the ledger, narrowed by what happened in a case too. */
@Controller
class SearchController {

    private static final String PAGE = "search";
    private static final String PATH = "/activity/cases";
    private static final int HITS = 2;

    /** A query that the auditor kept. */
    record ViewLink(long id, String name, String url, boolean current) {}

    private final AuditDesk desk;
    private final Ledger ledger;
    private final LedgerRows rows;
    private final LedgerWorkbook workbook;
    private final SavedViews views;
    private final CaseReads reads;
    private final DeployedModels models;
    private final Standards standards;
    private final RefusalTexts refusals;
    private final Labels labels;

    SearchController(
            AuditDesk desk,
            Ledger ledger,
            LedgerRows rows,
            LedgerWorkbook workbook,
            SavedViews views,
            CaseReads reads,
            DeployedModels models,
            Standards standards,
            RefusalTexts refusals,
            Labels labels) {
        this.desk = desk;
        this.ledger = ledger;
        this.rows = rows;
        this.workbook = workbook;
        this.views = views;
        this.reads = reads;
        this.models = models;
        this.standards = standards;
        this.refusals = refusals;
        this.labels = labels;
    }

    @GetMapping(PATH)
    String search(LedgerQuery query, Trace trace, @RequestParam(defaultValue = "1") int page, Model model) {
        return show(query, trace, page, desk.auditor(), model);
    }

    /** All pages of what is asked for, on record; what is too much says so on the page. */
    @GetMapping(PATH + "/export")
    Object export(LedgerQuery query, Trace trace, Model model, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        Optional<List<LedgerEntry>> entries = ledger.export(query, trace, auditor);
        if (entries.isEmpty()) {
            model.addAttribute("refusal", labels.text("ledger.export.tooMany", Ledger.MOST_EXPORTED));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(query, trace, 1, auditor, model);
        }
        reads.took(auditor, PAGE, conditions(query, trace), entries.get().size());
        reads.exported(entries.get().stream()
                .filter(entry -> !entry.isPast())
                .map(LedgerEntry::number)
                .toList());
        return Downloads.of(
                labels.text("search.export.name", desk.today().toString()),
                SheetWriter.MEDIA_TYPE,
                workbook.of(entries.get()));
    }

    /** Keeps the conditions under a name; what is refused comes back with all that was typed. */
    @PostMapping(PATH + "/views")
    String keep(
            LedgerQuery query,
            Trace trace,
            @RequestParam(required = false) @Nullable String name,
            Model model,
            HttpServletResponse response) {
        Actor auditor = desk.auditor();
        String address = address(query, trace, 1);
        Optional<Refusal> refusal = views.save(auditor.userId(), PAGE, name, behind(address));
        if (refusal.isEmpty()) {
            return "redirect:" + address;
        }
        model.addAttribute("viewName", name);
        model.addAttribute("viewRefusal", refusals.of(refusal.get()));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(query, trace, 1, auditor, model);
    }

    @PostMapping(PATH + "/views/{view}/delete")
    String forget(@PathVariable long view, LedgerQuery query, Trace trace) {
        views.forget(view, desk.auditor().userId());
        return "redirect:" + address(query, trace, 1);
    }

    private String show(LedgerQuery query, Trace trace, int number, Actor auditor, Model model) {
        LedgerPage page = ledger.page(query, trace, auditor, number);
        reads.looked(auditor, PAGE, conditions(query, trace));
        List<String> words = query.words();
        model.addAttribute("query", query);
        model.addAttribute("trace", trace);
        model.addAttribute("conditions", conditions(query, trace));
        model.addAttribute("ledger", page);
        model.addAttribute("rows", rows.of(page.entries(), ledger.hits(words, page.entries(), HITS), words, Set.of()));
        model.addAttribute("reviewers", List.of());
        choices(auditor, model);
        String conditions = behind(address(query, trace, 1));
        model.addAttribute(
                "views",
                views.of(auditor.userId(), PAGE).stream()
                        .map(view -> new ViewLink(
                                view.id(),
                                view.name(),
                                PATH + "?" + view.conditions(),
                                conditions.equals(view.conditions())))
                        .toList());
        model.addAttribute("exportUrl", LedgerLinks.address(PATH + "/export", conditions(query, trace), 1));
        model.addAttribute("pageLinks", LedgerLinks.pages(page, each -> address(query, trace, each)));
        model.addAttribute("sorts", LedgerLinks.sorts(query, sorted -> address(sorted, trace, 1)));
        return "review/search";
    }

    private void choices(Actor auditor, Model model) {
        model.addAttribute("choices", ledger.choices(auditor));
        model.addAttribute(
                "people",
                desk.people(auditor).stream()
                        .map(person -> new AuditDesk.Choice(
                                person.value(), labels.text("search.person.of", person.label(), person.value())))
                        .toList());
        model.addAttribute(
                "steps",
                models.tasks().stream()
                        .map(task -> new AuditDesk.Choice(
                                task.element(), labels.text("search.step.of", task.process(), task.name())))
                        .toList());
        model.addAttribute(
                "items",
                standards.groups().stream()
                        .flatMap(group -> group.items().stream())
                        .map(item -> new AuditDesk.Choice(item.code(), item.article() + " " + item.label()))
                        .toList());
        model.addAttribute("stages", choices("review.stage", Stage.values()));
        model.addAttribute("routes", choices("review.route", ReviewRoute.values()));
        model.addAttribute("ends", choices("review.end", CaseEnd.values()));
        model.addAttribute("conclusions", choices("review.conclusion", Conclusion.values()));
        model.addAttribute("ats", choices("search.at", Trace.At.values()));
    }

    private List<AuditDesk.Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new AuditDesk.Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    private static Map<String, String> conditions(LedgerQuery query, Trace trace) {
        Map<String, String> conditions = new LinkedHashMap<>(query.parameters());
        conditions.putAll(trace.parameters());
        return conditions;
    }

    private static String address(LedgerQuery query, Trace trace, int page) {
        return LedgerLinks.address(PATH, conditions(query, trace), page);
    }

    private static String behind(String address) {
        return address.contains("?") ? address.substring(address.indexOf('?') + 1) : "";
    }
}
