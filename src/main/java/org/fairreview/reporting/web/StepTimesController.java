package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Role;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.StepDuration;
import org.fairreview.reporting.web.FigurePages.Number;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How long each step took against its limit. */
@Controller
class StepTimesController {

    record Line(String step, Number done, Number late, String median, String ninety, String share) {}

    private final FigureReaders readers;
    private final Books books;
    private final ClosingPages closings;
    private final FigurePages pages;
    private final FigureTexts texts;

    StepTimesController(
            FigureReaders readers, Books books, ClosingPages closings, FigurePages pages, FigureTexts texts) {
        this.readers = readers;
        this.books = books;
        this.closings = closings;
        this.pages = pages;
        this.texts = texts;
    }

    @GetMapping("/figures/step-times")
    String page(@RequestParam Map<String, String> parameters, Model model) {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        model.addAttribute("asked", asked);
        model.addAttribute("filters", pages.filters(seen));
        model.addAttribute("period", pages.period(asked));
        Slice slice = asked.slice(seen);
        closings.mark(slice, seen, model);
        model.addAttribute(
                "lines",
                books.of(slice, seen).durations(slice).stream()
                        .map(took -> line(asked, took))
                        .toList());
        model.addAttribute("export", asked.url("/figures/step-times/workbook"));
        model.addAttribute("auditor", readers.actor().holds(Role.AUDITOR));
        return "reporting/step-times";
    }

    private Line line(Asked asked, StepDuration took) {
        Map<String, String> step = Map.of("by.step", took.step());
        return new Line(
                took.step(),
                new Number(took.step(), took.done(), asked.url("/figures/steps", step)),
                new Number(took.step(), took.late(), asked.url("/figures/steps-late", step)),
                texts.duration(took.median()),
                texts.duration(took.ninety()),
                texts.of("times.percent", took.latePercent()));
    }

    @GetMapping("/figures/step-times/workbook")
    void workbook(@RequestParam Map<String, String> parameters, HttpServletResponse response) throws IOException {
        List<String> seen = readers.seen();
        Asked asked = pages.asked(parameters, seen);
        Slice slice = asked.slice(seen);
        byte[] bytes = SheetWriter.write(
                texts.of("times.title"),
                pages.caption(asked, slice, seen),
                List.of(
                        new Column<>(texts.of("figure.by.step"), 48, StepDuration::step),
                        new Column<>(texts.of("figure.steps"), 12, StepDuration::done),
                        new Column<>(texts.of("times.median.minutes"), 18, StepDuration::median),
                        new Column<>(texts.of("times.ninety.minutes"), 18, StepDuration::ninety),
                        new Column<>(texts.of("figure.steps-late"), 18, StepDuration::late),
                        new Column<>(texts.of("times.share.percent"), 14, StepDuration::latePercent)),
                books.of(slice, seen).durations(slice));
        Downloads.head(response, texts.of("times.file", pages.told(asked, seen)), SheetWriter.MEDIA_TYPE);
        response.getOutputStream().write(bytes);
    }
}
