package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.Catalogue;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Extents;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue of a clean-up by outcome, to look at and to take away. */
@Controller
class CatalogueController {

    private static final int MOST_ON_PAGE = 200;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    record Line(String title, String documentNumber, String issuer, String unit, String day, String url) {}

    record Section(String heading, int count, List<Line> lines, boolean cut, boolean undecided) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final CleanupReads reads;
    private final Extents extents;
    private final Catalogue catalogue;
    private final CataloguePapers papers;
    private final CleanupTexts texts;

    CatalogueController(
            CurrentActor currentActor,
            Campaigns campaigns,
            CleanupReads reads,
            Extents extents,
            Catalogue catalogue,
            CataloguePapers papers,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.reads = reads;
        this.extents = extents;
        this.catalogue = catalogue;
        this.papers = papers;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/catalogue")
    String page(@PathVariable String campaign, Model model) {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, actor);
        reads.opened(campaign, "catalogue", actor);
        Catalogue.Counts counts = catalogue.counts(extent);
        model.addAttribute("number", campaign);
        model.addAttribute("campaignTitle", extent.campaign().title());
        model.addAttribute("kind", texts.of("cleanup.kind", extent.campaign().kind()));
        model.addAttribute("whole", extent.whole());
        model.addAttribute("summary", papers.summary(counts));
        model.addAttribute(
                "published",
                extent.campaign()
                        .publishedOn()
                        .map(on -> texts.of("catalogue.publishedOn", texts.day(on)))
                        .orElse(texts.of("catalogue.notPublished")));
        model.addAttribute(
                "sections",
                Stream.concat(
                                Stream.of(Outcome.values())
                                        .map(outcome -> section(
                                                texts.of("cleanup.outcome", outcome),
                                                counts.with(outcome),
                                                catalogue.first(extent, outcome, MOST_ON_PAGE),
                                                false)),
                                Stream.of(section(
                                        texts.of("catalogue.undecided"),
                                        counts.undecided(),
                                        catalogue.first(extent, null, MOST_ON_PAGE),
                                        true)))
                        .toList());
        return "cleanup/catalogue";
    }

    private Section section(String heading, int count, List<Catalogue.Line> first, boolean undecided) {
        return new Section(
                heading,
                count,
                first.stream()
                        .map(line -> new Line(
                                line.title(),
                                line.documentNumber(),
                                line.issuer(),
                                line.unit(),
                                line.decidedOn() == null ? "" : texts.day(line.decidedOn()),
                                "/cleanup/cases/" + line.caseNumber()))
                        .toList(),
                count > first.size(),
                undecided);
    }

    @GetMapping("/cleanup/{campaign}/catalogue/word")
    @Nullable
    String word(@PathVariable String campaign, HttpServletResponse response, RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, actor);
        if (catalogue.counts(extent).total() > CataloguePapers.MOST_IN_WORD) {
            redirect.addFlashAttribute("refused", texts.of("catalogue.tooLong", CataloguePapers.MOST_IN_WORD));
            return "redirect:/cleanup/%s/catalogue".formatted(campaign);
        }
        String name = texts.of("catalogue.file.word", campaign);
        reads.exported(campaign, name);
        byte[] paper = papers.word(extent, catalogue.of(extent));
        Downloads.head(response, name, WORD);
        response.getOutputStream().write(paper);
        return null;
    }

    @GetMapping("/cleanup/{campaign}/catalogue/workbook")
    void workbook(@PathVariable String campaign, HttpServletResponse response) throws IOException {
        Actor actor = currentActor.get();
        Extent extent = extent(campaign, actor);
        String name = texts.of("catalogue.file.workbook", campaign);
        reads.exported(campaign, name);
        Catalogue.Content content = catalogue.of(extent);
        Downloads.head(response, name, SheetWriter.MEDIA_TYPE);
        papers.workbook(content, response.getOutputStream());
    }

    private Extent extent(String number, Actor actor) {
        Campaign found =
                campaigns.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return extents.of(found, actor);
    }
}
