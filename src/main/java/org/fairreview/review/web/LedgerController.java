package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The ledger of all cases (台账): searched, narrowed, sorted and paged by its address alone. */
@Controller
class LedgerController {

    private static final int HITS = 2;
    private static final int PAGES_AROUND = 3;

    /** Something to narrow by. */
    record Choice(String value, String label) {}

    /** A page to go to; a gap where its address is absent. */
    record PageLink(int number, @Nullable String url) {}

    /** A column to sort by. */
    record SortLink(String url, @Nullable String direction) {}

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
        model.addAttribute("pageLinks", pageLinks(query, page));
        model.addAttribute(
                "sorts",
                Map.of(
                        "received",
                        sortLink(query, LedgerQuery.Order.RECEIVED_ASC, LedgerQuery.Order.RECEIVED),
                        "due",
                        sortLink(query, LedgerQuery.Order.DUE, LedgerQuery.Order.DUE_DESC),
                        "title",
                        sortLink(query, LedgerQuery.Order.TITLE, LedgerQuery.Order.TITLE_DESC)));
        return "review/cases";
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    /** A click sorts upwards, a second one downwards; the date of receipt the other way round. */
    private static SortLink sortLink(LedgerQuery query, LedgerQuery.Order up, LedgerQuery.Order down) {
        LedgerQuery.Order now = query.order();
        LedgerQuery.Order first = up == LedgerQuery.Order.RECEIVED_ASC ? down : up;
        LedgerQuery.Order next = now == up ? down : now == down ? up : first;
        return new SortLink(
                address("/cases", query.sortedBy(next), 1),
                now == up ? "ascending" : now == down ? "descending" : null);
    }

    private static List<PageLink> pageLinks(LedgerQuery query, LedgerPage page) {
        List<Integer> shown = IntStream.rangeClosed(1, page.pages())
                .filter(number ->
                        number == 1 || number == page.pages() || Math.abs(number - page.number()) <= PAGES_AROUND)
                .boxed()
                .toList();
        return IntStream.range(0, shown.size())
                .boxed()
                .<PageLink>mapMulti((place, links) -> {
                    int number = shown.get(place);
                    if (place > 0 && shown.get(place - 1) < number - 1) {
                        links.accept(new PageLink(0, null));
                    }
                    links.accept(new PageLink(number, address("/cases", query, number)));
                })
                .toList();
    }

    static String address(String path, LedgerQuery query, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        query.parameters().forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(query.parameters()).toUriString();
    }
}
