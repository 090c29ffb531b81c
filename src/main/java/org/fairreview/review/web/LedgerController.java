package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.Issuance;
import org.fairreview.measure.MeasureKind;
import org.fairreview.review.CaseEnd;
import org.fairreview.review.CaseReads;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.Stage;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.LedgerChoices;
import org.fairreview.review.ledger.LedgerEntry;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.fairreview.review.ledger.PastReviews;
import org.fairreview.review.ledger.SavedViews;
import org.fairreview.screening.RuleTrials;
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

/** The ledger of all cases (台账): searched, narrowed, sorted and paged by its address alone. */
@Controller
class LedgerController {

    private static final int HITS = 2;

    /** Something to narrow by. */
    record Choice(String value, String label) {}

    /** A query that the person kept. */
    record ViewLink(long id, String name, String url, boolean current) {}

    private final CurrentActor currentActor;
    private final Ledger ledger;
    private final LedgerRows rows;
    private final LedgerWorkbook workbook;
    private final SavedViews views;
    private final PastReviews pastReviews;
    private final CaseReads reads;
    private final RuleTrials rules;
    private final RefusalTexts refusals;
    private final Units units;
    private final Directory directory;
    private final Labels labels;
    private final Moments moments;

    LedgerController(
            CurrentActor currentActor,
            Ledger ledger,
            LedgerRows rows,
            LedgerWorkbook workbook,
            SavedViews views,
            PastReviews pastReviews,
            CaseReads reads,
            RuleTrials rules,
            RefusalTexts refusals,
            Units units,
            Directory directory,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.ledger = ledger;
        this.rows = rows;
        this.workbook = workbook;
        this.views = views;
        this.pastReviews = pastReviews;
        this.reads = reads;
        this.rules = rules;
        this.refusals = refusals;
        this.units = units;
        this.directory = directory;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/cases")
    String ledger(LedgerQuery query, @RequestParam(defaultValue = "1") int page, Model model) {
        return show(query, page, currentActor.get(), model);
    }

    /** All pages of what is asked for; what is too much says so on the page. */
    @GetMapping("/cases/export")
    Object export(LedgerQuery query, Model model, HttpServletResponse response) {
        Actor actor = currentActor.get();
        Optional<List<LedgerEntry>> entries = ledger.export(query, actor);
        if (entries.isEmpty()) {
            model.addAttribute("refusal", labels.text("ledger.export.tooMany", Ledger.MOST_EXPORTED));
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(query, 1, actor, model);
        }
        reads.exported(entries.get().stream()
                .filter(entry -> !entry.isPast())
                .map(LedgerEntry::number)
                .toList());
        String name =
                labels.text("ledger.export.name", moments.dayOf(moments.now()).toString());
        return Downloads.of(name, SheetWriter.MEDIA_TYPE, workbook.of(entries.get()));
    }

    /** Keeps the conditions under a name; what is refused comes back with all that was typed. */
    @PostMapping("/cases/views")
    String keep(
            LedgerQuery query,
            @RequestParam(required = false) @Nullable String name,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        String address = address("/cases", query, 1);
        Optional<Refusal> refusal = views.save(
                actor.userId(), name, address.contains("?") ? address.substring(address.indexOf('?') + 1) : "");
        if (refusal.isEmpty()) {
            return "redirect:" + address;
        }
        model.addAttribute("viewName", name);
        model.addAttribute("viewRefusal", refusals.of(refusal.get()));
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(query, 1, actor, model);
    }

    @PostMapping("/cases/views/{view}/delete")
    String forget(@PathVariable long view, LedgerQuery query) {
        views.forget(view, currentActor.get().userId());
        return "redirect:" + address("/cases", query, 1);
    }

    private String show(LedgerQuery query, int number, Actor actor, Model model) {
        LedgerPage page = ledger.page(query, actor, number);
        LedgerChoices choices = ledger.choices(actor);
        List<String> words = query.words();
        Set<String> home = actor.posts().stream()
                .flatMap(post -> units.find(post.unitId()).stream())
                .map(unit -> units.regionName(unit.regionId()))
                .collect(Collectors.toSet());
        model.addAttribute("query", query);
        model.addAttribute("ledger", page);
        model.addAttribute("rows", rows.of(page.entries(), ledger.hits(words, page.entries(), HITS), words, home));
        model.addAttribute("choices", choices);
        model.addAttribute(
                "reviewers",
                choices.reviewerIds().stream()
                        .map(id -> new Choice(id, directory.nameOf(id)))
                        .toList());
        model.addAttribute("stages", choices("review.stage", Stage.values()));
        model.addAttribute("routes", choices("review.route", ReviewRoute.values()));
        model.addAttribute("ends", choices("review.end", CaseEnd.values()));
        model.addAttribute("kinds", choices("measure.kind", MeasureKind.values()));
        model.addAttribute("issuances", choices("measure.issuance", Issuance.values()));
        model.addAttribute("conclusions", choices("review.conclusion", Conclusion.values()));
        model.addAttribute("mayEnter", pastReviews.mayEnter(actor));
        String conditions = address("/cases", query, 1);
        model.addAttribute(
                "views",
                views.of(actor.userId()).stream()
                        .map(view -> new ViewLink(
                                view.id(),
                                view.name(),
                                "/cases?" + view.conditions(),
                                conditions.equals("/cases?" + view.conditions())))
                        .toList());
        model.addAttribute("readsRules", rules.mayRead(actor));
        model.addAttribute("exportUrl", address("/cases/export", query, 1));
        model.addAttribute("pageLinks", LedgerLinks.pages(page, each -> address("/cases", query, each)));
        model.addAttribute("sorts", LedgerLinks.sorts(query, sorted -> address("/cases", sorted, 1)));
        return "review/cases";
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    private static String address(String path, LedgerQuery query, int page) {
        return LedgerLinks.address(path, query.parameters(), page);
    }
}
