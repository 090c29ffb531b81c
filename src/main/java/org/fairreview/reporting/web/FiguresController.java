package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.PageNumbers;
import org.fairreview.reporting.Slice;
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

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FigureReaders readers;
    private final Books books;
    private final Closings closings;
    private final ClosingPages closingPages;
    private final FigurePages pages;
    private final FigureWorkbooks workbooks;
    private final YearPapers papers;
    private final PeriodReports reports;
    private final Units units;
    private final FigureTexts texts;

    FiguresController(
            FigureReaders readers,
            Books books,
            Closings closings,
            ClosingPages closingPages,
            FigurePages pages,
            FigureWorkbooks workbooks,
            YearPapers papers,
            PeriodReports reports,
            Units units,
            FigureTexts texts) {
        this.readers = readers;
        this.books = books;
        this.closings = closings;
        this.closingPages = closingPages;
        this.pages = pages;
        this.workbooks = workbooks;
        this.papers = papers;
        this.reports = reports;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/figures")
    String figures(@RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        Slice slice = asked.slice(seen);
        PageNumbers numbers = books.forPage(seen);
        model.addAttribute("asked", asked);
        model.addAttribute("filters", pages.filters(seen));
        model.addAttribute("period", pages.period(asked));
        closingPages.mark(slice, seen, model);
        model.addAttribute("sections", pages.sections(asked, numbers));
        model.addAttribute(
                "plots",
                pages.plots(asked, numbers).stream()
                        .filter(plot -> !plot.lines().isEmpty())
                        .toList());
        model.addAttribute("query", asked.url(""));
        model.addAttribute("export", asked.url("/figures/workbook"));
        model.addAttribute("word", asked.url("/figures/word"));
        model.addAttribute("bulletin", asked.url("/figures/bulletin"));
        model.addAttribute("summary", asked.part().isEmpty() ? asked.url("/figures/summary") : null);
        model.addAttribute("paragraphs", papers.paragraphs(numbers.of(slice), slice));
        return "reporting/figures";
    }

    @GetMapping("/figures/workbook")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        if (givenFrozen(asked, seen, ClosingPapers.Kind.WORKBOOK, response)) {
            return;
        }
        try (SheetWriter workbook = new SheetWriter()) {
            workbooks.summary(
                    workbook,
                    pages.caption(asked, asked.slice(seen), seen),
                    pages.sections(asked, books.forPage(seen)));
            Downloads.head(response, texts.of("figures.file", pages.told(asked, seen)), SheetWriter.MEDIA_TYPE);
            workbook.write(response.getOutputStream());
        }
    }

    /** The table of a plot. */
    @GetMapping("/figures/plots/{plot}/workbook")
    void plot(@PathVariable String plot, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        FigurePages.Plot found = pages.plots(asked, books.forPage(seen)).stream()
                .filter(each -> each.id().equals(plot))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Asked drawn = plot.equals(FigurePages.MONTHS) ? asked.ofYear() : asked;
        byte[] bytes = workbooks.plot(found, pages.caption(drawn, drawn.slice(seen), seen));
        Downloads.head(
                response,
                texts.of("figures.file.plot", pages.told(drawn, seen), found.title()),
                SheetWriter.MEDIA_TYPE);
        response.getOutputStream().write(bytes);
    }

    @GetMapping("/figures/word")
    void word(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        if (givenFrozen(asked, seen, ClosingPapers.Kind.WORD, response)) {
            return;
        }
        Slice slice = asked.slice(seen);
        PageNumbers numbers = books.forPage(seen);
        byte[] paper = papers.word(
                office(seen),
                texts.of("figures.whose", pages.whose(asked, seen), pages.period(asked)),
                numbers.of(slice),
                slice,
                pages.sections(asked, numbers));
        Downloads.head(response, texts.of("figures.file.word", pages.told(asked, seen)), WORD);
        response.getOutputStream().write(paper);
    }

    @GetMapping("/figures/bulletin")
    void bulletin(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        if (givenFrozen(asked, seen, ClosingPapers.Kind.BULLETIN, response)) {
            return;
        }
        Slice slice = asked.slice(seen);
        String whose = pages.whose(asked, seen);
        String period = pages.periodName(asked);
        byte[] paper = reports.bulletin(
                office(seen), whose, period, books.forPage(seen).of(slice), slice);
        Downloads.head(response, texts.of("report.file.bulletin", whose, period), WORD);
        response.getOutputStream().write(paper);
    }

    @GetMapping("/figures/summary")
    void summary(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen).ofYear();
        if (givenFrozen(asked, seen, ClosingPapers.Kind.SUMMARY, response)) {
            return;
        }
        Slice slice = asked.slice(seen);
        String whose = pages.whose(asked, seen);
        String period = pages.periodName(asked);
        byte[] paper =
                reports.summary(office(seen), whose, period, books.forPage(seen).of(slice), slice);
        Downloads.head(response, texts.of("report.file.summary", whose, period), WORD);
        response.getOutputStream().write(paper);
    }

    /** What was frozen with the whole of a closed period is given with the same bytes ever after. */
    private boolean givenFrozen(Asked asked, List<String> seen, ClosingPapers.Kind kind, HttpServletResponse response)
            throws IOException {
        Slice slice = asked.slice(seen);
        Optional<Closing> closing = books.closing(slice, seen).filter(found -> found.isWhole(slice));
        Optional<StoredFile> file = closing.flatMap(found -> closings.file(found, kind));
        if (closing.isEmpty() || file.isEmpty()) {
            return false;
        }
        byte[] bytes = closings.take(closing.get(), file.get(), readers.actor());
        Downloads.head(response, file.get().name(), file.get().mediaType());
        response.getOutputStream().write(bytes);
        return true;
    }

    /** The regulator for whom the person works. */
    private String office(List<String> seen) {
        Actor actor = readers.actor();
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
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        model.addAttribute("page", pages.page(asked, seen, find(figure), readers.readsComplaints()));
        closingPages.mark(asked.slice(seen), seen, model);
        return "reporting/figure";
    }

    @GetMapping("/figures/{figure}/workbook")
    void lines(@PathVariable String figure, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        Figure found = find(figure);
        Slice slice = asked.slice(seen, found);
        try (SheetWriter workbook = new SheetWriter()) {
            workbooks.lines(
                    workbook,
                    pages.caption(asked, slice, seen),
                    found,
                    books.of(slice, seen),
                    slice,
                    readers.readsComplaints());
            Downloads.head(
                    response,
                    texts.of("figures.file.lines", pages.told(asked, seen), texts.name(found)),
                    SheetWriter.MEDIA_TYPE);
            workbook.write(response.getOutputStream());
        }
    }

    private static Figure find(String id) {
        return Figures.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
