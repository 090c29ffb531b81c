package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.SuppliedTexts;
import org.fairreview.cleanup.web.BroughtFile.Brought;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One measure in a clean-up: what it is, how far it is, what was said of it. */
@Controller
class LegacyCaseController {

    private final CurrentActor currentActor;
    private final CleanupReads reads;
    private final LegacyCases cases;
    private final LegacyCasePages pages;
    private final SuppliedTexts supplied;
    private final BroughtFile brought;
    private final FileStore store;
    private final Units units;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    LegacyCaseController(
            CurrentActor currentActor,
            CleanupReads reads,
            LegacyCases cases,
            LegacyCasePages pages,
            SuppliedTexts supplied,
            BroughtFile brought,
            FileStore store,
            Units units,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.reads = reads;
        this.cases = cases;
        this.pages = pages;
        this.supplied = supplied;
        this.brought = brought;
        this.store = store;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/cleanup/cases/{legacyCase}")
    String page(@PathVariable String legacyCase, Model model) {
        Actor actor = currentActor.get();
        LegacyCase found = find(legacyCase, actor);
        reads.opened(legacyCase, "legacy", actor);
        return page(found, actor, Map.of(), Map.of(), model);
    }

    /** The text of a measure that came without one, while its unit checks it. */
    @PostMapping("/cleanup/cases/{bareCase}/text")
    String text(
            @PathVariable String bareCase,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        LegacyCase found = find(bareCase, actor);
        if (!supplied.maySupply(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Unit unit = units.find(found.unitId()).orElseThrow();
        Brought file = brought.take(request, "text", null, actor, unit);
        Map<String, String> errors = new LinkedHashMap<>(file.errors(Map.of()));
        if (errors.isEmpty()) {
            supplied.supply(bareCase, file.fileId(), actor)
                    .ifPresent(refusal -> errors.put("text", refusals.of(refusal)));
        }
        return answered(found, actor, errors, Map.of(), "legacy.textSupplied", model, response, redirect);
    }

    /** The regulator has it checked in full though it was not drawn. */
    @PostMapping("/cleanup/cases/{legacyCase}/sample")
    String sample(
            @PathVariable String legacyCase,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        LegacyCase found = find(legacyCase, actor);
        if (!pages.mayAddToSample(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        cases.addToSample(legacyCase, Typed.text(reason), actor)
                .ifPresent(refusal -> errors.put(fieldOf(refusal), refusals.of(refusal)));
        return answered(
                found, actor, errors, Map.of("reason", reason), "legacy.addedToSample", model, response, redirect);
    }

    @GetMapping("/cleanup/cases/{legacyCase}/files/{legacyFile}")
    ResponseEntity<Resource> file(@PathVariable String legacyCase, @PathVariable String legacyFile) {
        Actor actor = currentActor.get();
        StoredFile file = pages.file(find(legacyCase, actor), legacyFile)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(legacyCase, file);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new InputStreamResource(store.open(file.sha256())));
    }

    private String answered(
            LegacyCase found,
            Actor actor,
            Map<String, String> errors,
            Map<String, String> typed,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (errors.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of(done));
            return "redirect:/cleanup/cases/" + found.number();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(found, actor, errors, typed, model);
    }

    private String page(
            LegacyCase found, Actor actor, Map<String, String> errors, Map<String, String> typed, Model model) {
        model.addAttribute("page", pages.of(found.number(), actor));
        model.addAttribute("maySupply", supplied.maySupply(found, actor));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "cleanup/case";
    }

    private LegacyCase find(String number, Actor actor) {
        Optional<LegacyCase> found = cases.find(number, actor);
        return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String fieldOf(Refusal refusal) {
        return refusal.field() == null ? "" : refusal.field();
    }
}
