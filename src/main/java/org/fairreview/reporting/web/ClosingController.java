package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.Closings;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.web.ClosingPages.ClosingView;
import org.fairreview.reporting.web.ClosingPages.LinesView;
import org.fairreview.reporting.web.ClosingPages.Offered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Closed years and quarters: what was closed, what differs today and why, what carries over. */
@Controller
class ClosingController {

    /** What was typed to close a period. */
    record Typed(String year, String part, String remark) {}

    /** What was typed as the reason of a difference. */
    record TypedReason(String figure, String reason) {}

    private final FigureReaders readers;
    private final Books books;
    private final Closings closings;
    private final ClosingPages pages;
    private final ObjectionTexts sentences;
    private final Units units;
    private final Clock clock;

    ClosingController(
            FigureReaders readers,
            Books books,
            Closings closings,
            ClosingPages pages,
            ObjectionTexts sentences,
            Units units,
            Clock clock) {
        this.readers = readers;
        this.books = books;
        this.closings = closings;
        this.pages = pages;
        this.sentences = sentences;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/figures/closings")
    String list(Model model) {
        Offered offered = closings.closedBy(readers.actor())
                .flatMap(unit -> pages.offered(unit.regionId()))
                .orElse(new Offered("", ""));
        return list(readers.seen(), new Typed(offered.year(), offered.part(), ""), List.of(), model);
    }

    @PostMapping("/figures/closings")
    String close(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "") String confirmation,
            Model model,
            HttpServletResponse response) {
        Actor actor = readers.actor();
        Unit regulator = closings.closedBy(actor).orElseThrow(ClosingController::forbidden);
        Typed typed = new Typed(year, part, remark);
        if (!isPeriod(year, part)) {
            return refused(typed, List.of(Objection.at("part", "closing.refused.period")), model, response);
        }
        Asked asked = Asked.of(Map.of("year", year, "part", part), LocalDate.now(clock));
        boolean confirmed = confirmation.equals(year + part);
        List<Objection> objections = confirmed
                ? closings.close(asked.period(), remark, actor)
                : closings.objectionsTo(asked.period(), remark, actor);
        if (!objections.isEmpty()) {
            return refused(typed, objections, model, response);
        }
        if (!confirmed) {
            model.addAttribute("confirmation", year + part);
            model.addAttribute("question", pages.question(asked, closings.isEmpty(asked.period(), actor)));
            return list(readers.seen(), typed, List.of(), model);
        }
        return books.all(readers.seen()).stream()
                .filter(closing -> closing.regionId().equals(regulator.regionId()))
                .filter(closing -> closing.period().equals(asked.period()))
                .findFirst()
                .map(closing -> "redirect:/figures/closings/" + closing.id())
                .orElseThrow();
    }

    private String refused(Typed typed, List<Objection> objections, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(readers.seen(), typed, objections, model);
    }

    private boolean isPeriod(String year, String part) {
        return pages.years().stream().anyMatch(each -> each.value().equals(year))
                && pages.parts().stream().anyMatch(each -> each.value().equals(part));
    }

    private String list(List<String> seen, Typed typed, List<Objection> objections, Model model) {
        model.addAttribute("lines", pages.list(seen));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", sentences.byField(objections));
        model.addAttribute("years", pages.years());
        model.addAttribute("parts", pages.parts());
        model.addAttribute(
                "closer",
                closings.closedBy(readers.actor())
                        .map(unit -> units.regionName(unit.regionId()))
                        .orElse(null));
        return "reporting/closings";
    }

    @GetMapping("/figures/closings/{closing}")
    String closing(@PathVariable long closing, Model model) {
        return page(find(closing), new TypedReason("", ""), List.of(), model);
    }

    @GetMapping("/figures/closings/{closing}/files/{closingFile}")
    void file(@PathVariable long closing, @PathVariable String closingFile, HttpServletResponse response)
            throws IOException {
        Closing found = find(closing);
        StoredFile file = closings.files(found).stream()
                .filter(each -> each.id().equals(closingFile))
                .filter(each -> readers.readsComplaints() || !ClosingPages.isContent(each))
                .filter(each -> closings.isGiven(found, each, readers.actor()))
                .findFirst()
                .orElseThrow(ClosingController::notFound);
        byte[] bytes = closings.take(found, file, readers.actor());
        Downloads.head(response, file.name(), file.mediaType());
        response.getOutputStream().write(bytes);
    }

    /** Reads all that was closed, and says whether it still has the digest with which it was. */
    @GetMapping("/figures/closings/{closing}/check")
    String check(@PathVariable long closing, Model model) {
        Closing found = find(closing);
        model.addAttribute("untouched", closings.isUntouched(found));
        return page(found, new TypedReason("", ""), List.of(), model);
    }

    @GetMapping("/figures/closings/{closing}/differences/{figure}")
    String difference(
            @PathVariable long closing,
            @PathVariable String figure,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        Closing found = find(closing);
        Figure asked = Figures.find(figure).orElseThrow(ClosingController::notFound);
        Optional<LinesView> lines = pages.lines(found, asked, number(page), readers.readsComplaints());
        if (lines.isEmpty()) {
            return "redirect:/figures/closings/" + closing;
        }
        model.addAttribute("lines", lines.get());
        return "reporting/closing-difference";
    }

    private static int number(String page) {
        return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
    }

    @PostMapping("/figures/closings/{closing}/reasons")
    String explain(
            @PathVariable long closing,
            @RequestParam(defaultValue = "") String figure,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Closing found = find(closing);
        Actor actor = readers.actor();
        if (!closings.mayExplain(found, actor)) {
            throw forbidden();
        }
        List<Objection> objections = closings.explain(found, figure, state, reason, actor);
        if (objections.isEmpty()) {
            return "redirect:/figures/closings/" + closing;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(found, new TypedReason(figure, reason), objections, model);
    }

    private String page(Closing closing, TypedReason typed, List<Objection> objections, Model model) {
        ClosingView view = pages.view(closing, readers.actor(), readers.readsComplaints());
        model.addAttribute("closing", view);
        model.addAttribute("kept", kept(view, typed));
        model.addAttribute("explains", closings.mayExplain(closing, readers.actor()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", sentences.byField(objections));
        return "reporting/closing";
    }

    /** A reason for which there is no difference any more that wants one. */
    private static @Nullable String kept(ClosingView view, TypedReason typed) {
        boolean hasPlace = view.differences().stream()
                .anyMatch(difference -> difference.figure().equals(typed.figure()) && !difference.explained());
        return typed.reason().isBlank() || hasPlace ? null : typed.reason();
    }

    private Closing find(long id) {
        return books.find(id, readers.seen()).orElseThrow(ClosingController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ResponseStatusException forbidden() {
        return new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
