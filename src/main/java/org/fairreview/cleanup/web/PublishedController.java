package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.published.PublishedLead;
import org.fairreview.cleanup.published.PublishedLead.Source;
import org.fairreview.cleanup.published.PublishedTexts;
import org.fairreview.cleanup.published.PublishedTexts.Compared;
import org.fairreview.cleanup.published.SiteExport;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Published texts that stand in no register and no review: brought as a website's list, and brought to the inbox of leads. */
@Controller
class PublishedController {

    record Row(
            long id,
            String title,
            String documentNumber,
            String publishedOn,
            String publisher,
            String link,
            String found,
            String reason,
            String decided) {}

    private final CurrentActor currentActor;
    private final CleanupPeople people;
    private final CleanupReads reads;
    private final PublishedTexts published;
    private final SiteExport exports;
    private final Directory directory;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    PublishedController(
            CurrentActor currentActor,
            CleanupPeople people,
            CleanupReads reads,
            PublishedTexts published,
            SiteExport exports,
            Directory directory,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.people = people;
        this.reads = reads;
        this.published = published;
        this.exports = exports;
        this.directory = directory;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/cleanup/published")
    String page(Model model) {
        Actor actor = reading();
        reads.opened(actor.userId(), "published", actor);
        return page(actor, Map.of(), model);
    }

    /** A website's list of what it has published. */
    @PostMapping("/cleanup/published")
    String compare(
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = reading();
        Unit regulator = comparing(actor);
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(actor, Map.of("file", texts.of("published.fileMissing")), model);
        }
        String name = String.valueOf(file.getOriginalFilename());
        Path kept = Files.createTempFile("published", ".list");
        try {
            file.transferTo(kept);
            SiteExport.Content content = exports.read(kept, name);
            if (content.refusal() != null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return page(actor, Map.of("file", refusals.of(content.refusal())), model);
            }
            Compared compared = published.compare(
                    regulator.regionId(), content.texts(), Source.EXPORT, shortened(name), actor.userId());
            redirect.addFlashAttribute(
                    "done", texts.of("published.compared", compared.known(), compared.again(), compared.leads()));
            return "redirect:/cleanup/published";
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private String page(Actor actor, Map<String, String> errors, Model model) {
        List<String> regions = people.sightOf(actor).regions();
        model.addAttribute(
                "leads", published.of(regions).stream().map(this::row).toList());
        model.addAttribute("mayCompare", people.comparedBy(actor).isPresent());
        model.addAttribute("errors", errors);
        return "cleanup/published";
    }

    private Row row(PublishedLead lead) {
        return new Row(
                lead.id() == null ? 0 : lead.id(),
                lead.title(),
                lead.documentNumber(),
                lead.publishedOn().map(texts::day).orElse(""),
                lead.publisher(),
                lead.link(),
                texts.of("published.found." + lead.source().name(), lead.sourceName(), texts.minute(lead.foundAt())),
                lead.reason(),
                lead.decidedBy()
                        .map(by -> texts.of(
                                "published.decidedBy",
                                directory.nameOf(by),
                                texts.minute(lead.decidedAt().orElseThrow())))
                        .orElse(""));
    }

    private static String shortened(String name) {
        return name.length() > 255 ? name.substring(0, 255) : name;
    }

    private Actor reading() {
        Actor actor = currentActor.get();
        if (people.sightOf(actor).regions().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Unit comparing(Actor actor) {
        return people.comparedBy(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
