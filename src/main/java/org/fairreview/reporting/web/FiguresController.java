package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Counting;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.web.FigurePages.LineView;
import org.fairreview.reporting.web.FigurePages.SectionView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The figures of a year, and the list behind each. */
@Controller
class FiguresController {

    /** To whom complaints are open; the office of the joint conference counts them without. */
    private static final Set<Role> OF_COMPLAINTS =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private record SummaryLine(String section, String figure, String part, int count, String means, String countedBy) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final CleanupPeople people;
    private final FigurePages pages;
    private final YearPapers papers;
    private final Units units;
    private final FigureTexts texts;
    private final Counting counting;
    private final Clock clock;

    FiguresController(
            CurrentActor currentActor,
            SeparateRecord separate,
            CleanupPeople people,
            FigurePages pages,
            YearPapers papers,
            Units units,
            FigureTexts texts,
            Counting counting,
            Clock clock) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.people = people;
        this.pages = pages;
        this.papers = papers;
        this.units = units;
        this.texts = texts;
        this.counting = counting;
        this.clock = clock;
    }

    @GetMapping("/figures")
    String figures(@RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = seen();
        Asked asked = asked(parameters);
        model.addAttribute("asked", asked);
        model.addAttribute("filters", pages.filters(seen));
        model.addAttribute("period", pages.period(asked));
        model.addAttribute("sections", pages.sections(asked, seen));
        model.addAttribute("plots", pages.plots(asked, seen));
        model.addAttribute("export", asked.url("/figures/workbook"));
        model.addAttribute("word", asked.url("/figures/word"));
        model.addAttribute("paragraphs", papers.paragraphs(asked.slice(seen)));
        return "reporting/figures";
    }

    @GetMapping("/figures/workbook")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = seen();
        Asked asked = asked(parameters);
        List<SummaryLine> lines = new ArrayList<>();
        for (SectionView section : pages.sections(asked, seen)) {
            section.figures().forEach(figure -> {
                lines.add(new SummaryLine(
                        section.name(),
                        figure.name(),
                        "",
                        figure.number().count(),
                        figure.means(),
                        figure.countedBy()));
                figure.parts()
                        .forEach(part -> lines.add(
                                new SummaryLine(section.name(), figure.name(), part.label(), part.count(), "", "")));
            });
        }
        try (SheetWriter workbook = new SheetWriter()) {
            workbook.sheet(
                    texts.of("figures.title"),
                    List.of(
                            new Column<>(texts.of("figures.section"), 24, SummaryLine::section),
                            new Column<>(texts.of("figures.figure"), 28, SummaryLine::figure),
                            new Column<>(texts.of("figures.part"), 32, SummaryLine::part),
                            new Column<>(texts.of("figures.count"), 10, SummaryLine::count),
                            new Column<>(texts.of("figures.countedBy"), 14, SummaryLine::countedBy),
                            new Column<>(texts.of("figures.means"), 80, SummaryLine::means)),
                    lines::forEach);
            head(response, texts.of("figures.file", String.valueOf(asked.year())), SheetWriter.MEDIA_TYPE);
            workbook.write(response.getOutputStream());
        }
    }

    @GetMapping("/figures/word")
    void word(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = seen();
        Asked asked = asked(parameters);
        byte[] paper = papers.word(office(seen), pages.period(asked), asked.slice(seen), pages.sections(asked, seen));
        head(response, texts.of("figures.file.word", String.valueOf(asked.year())), WORD);
        response.getOutputStream().write(paper);
    }

    /** The regulator for whom the person works. */
    private String office(List<String> seen) {
        Actor actor = currentActor.get();
        return actor.posts().stream()
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .map(Unit::name)
                .findFirst()
                .or(() -> seen.stream()
                        .flatMap(region -> units.regulatorOf(region).stream())
                        .map(Unit::name)
                        .findFirst())
                .orElse(texts.of("figure.none"));
    }

    @GetMapping("/figures/{figure}")
    String figure(@PathVariable String figure, @RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = seen();
        Asked asked = asked(parameters);
        model.addAttribute("page", pages.page(asked, seen, find(figure), readsComplaints()));
        return "reporting/figure";
    }

    @GetMapping("/figures/{figure}/workbook")
    void lines(@PathVariable String figure, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        List<String> seen = seen();
        Asked asked = asked(parameters);
        Figure found = find(figure);
        Slice slice = asked.slice(seen, found);
        boolean complaints = readsComplaints();
        List<Column<LineView>> columns = new ArrayList<>(List.of(
                new Column<>(texts.of("figures.subject"), 26, LineView::subject),
                new Column<>(texts.of("figures.name"), 60, LineView::title),
                new Column<>(texts.dimension("unit"), 28, LineView::unit),
                new Column<>(texts.dimension("region"), 14, LineView::region),
                new Column<>(texts.countedBy(found), 16, LineView::day)));
        List<String> heads = pages.heads(found);
        for (int place = 0; place < heads.size(); place++) {
            int at = place;
            columns.add(new Column<>(heads.get(place), 28, line -> line.values().get(at)));
        }
        columns.add(new Column<>(texts.of("figures.count"), 10, LineView::amount));
        try (SheetWriter workbook = new SheetWriter()) {
            workbook.sheet(
                    texts.name(found),
                    columns,
                    line -> counting.each(found, slice, each -> line.accept(pages.view(found, each, complaints))));
            head(
                    response,
                    texts.of("figures.file.lines", texts.name(found), String.valueOf(asked.year())),
                    SheetWriter.MEDIA_TYPE);
            workbook.write(response.getOutputStream());
        }
    }

    private static void head(HttpServletResponse response, String name, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    private boolean readsComplaints() {
        return OF_COMPLAINTS.stream().anyMatch(currentActor.get()::holds);
    }

    private Asked asked(Map<String, String> parameters) {
        return Asked.of(parameters, LocalDate.now(clock));
    }

    private static Figure find(String id) {
        return Figures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The regions of the regulators for whom the person works, with those below. An auditor's look goes on record. */
    private List<String> seen() {
        Actor actor = currentActor.get();
        List<String> regions = people.sightOf(actor).regions();
        if (regions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "figures"));
        }
        return regions.stream().sorted().toList();
    }
}
