package org.fairreview.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.Conflict;
import org.fairreview.evaluation.Institution;
import org.fairreview.evaluation.InstitutionFacts;
import org.fairreview.evaluation.Institutions;
import org.fairreview.evaluation.web.BroughtFiles.Brought;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of institutions (评估机构名录): the regulator and auditors read it, section head and office keep it. */
@Controller
class EvaluatorsController {

    record Row(
            String unitId,
            String name,
            String region,
            String qualification,
            String independence,
            String secrecy,
            String valid,
            String since,
            @Nullable String objection) {}

    record ConflictRow(String other, String reason, String from, String until) {}

    record Choice(String key, String value) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final Institutions institutions;
    private final EvaluationReaders readers;
    private final BroughtFiles brought;
    private final Given given;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final EvaluationTexts texts;

    EvaluatorsController(
            CurrentActor currentActor,
            SeparateRecord separate,
            Institutions institutions,
            EvaluationReaders readers,
            BroughtFiles brought,
            Given given,
            FileStore store,
            Directory directory,
            Units units,
            EvaluationTexts texts) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.institutions = institutions;
        this.readers = readers;
        this.brought = brought;
        this.given = given;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/evaluators")
    String list(Model model) {
        return list(reader(), InstitutionForm.empty(texts.today()), Map.of(), model);
    }

    @PostMapping("/evaluators")
    String register(
            @ModelAttribute("form") InstitutionForm form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = reader();
        Unit regulator = keeper(actor);
        Kept kept = keep(InstitutionForm.text(form.unit()), form, true, actor, regulator, request);
        if (kept.errors().isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("evaluators.registered"));
            return "redirect:/evaluators/" + InstitutionForm.text(form.unit());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(actor, kept.form(), kept.errors(), model);
    }

    @GetMapping("/evaluators/{institution}")
    String one(@PathVariable String institution, Model model) {
        Actor actor = reader();
        Institution found = find(institution, actor);
        return one(found, actor, InstitutionForm.of(institution, found.facts()), Map.of(), model);
    }

    @PostMapping("/evaluators/{institution}")
    String change(
            @PathVariable String institution,
            @ModelAttribute("form") InstitutionForm form,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = reader();
        Unit regulator = keeper(actor);
        Institution found = find(institution, actor);
        Kept kept = keep(institution, form, false, actor, regulator, request);
        if (kept.errors().isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("evaluators.changed"));
            return "redirect:/evaluators/" + institution;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return one(found, actor, kept.form(), kept.errors(), model);
    }

    @PostMapping("/evaluators/{institution}/conflicts")
    String conflict(
            @PathVariable String institution,
            @RequestParam(defaultValue = "") String otherUnit,
            @RequestParam(defaultValue = "") String conflictReason,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reader();
        Unit regulator = keeper(actor);
        Institution found = find(institution, actor);
        if (!found.regionId().equals(regulator.regionId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Objection> objections = new ArrayList<>();
        var fromDay = InstitutionForm.day("from", from, objections);
        var untilDay = InstitutionForm.day("until", until, objections);
        if (objections.isEmpty()) {
            objections.addAll(institutions.conflict(
                    institution, otherUnit, InstitutionForm.text(conflictReason), fromDay, untilDay, actor));
        }
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("evaluators.conflict.added"));
            return "redirect:/evaluators/" + institution;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("otherUnit", otherUnit);
        typed.put("conflictReason", conflictReason);
        typed.put("from", from);
        typed.put("until", until);
        model.addAttribute("typed", typed);
        return one(found, actor, InstitutionForm.of(institution, found.facts()), texts.of(objections), model);
    }

    @GetMapping("/evaluators/{institution}/undertaking")
    ResponseEntity<Resource> undertaking(@PathVariable String institution) {
        StoredFile file = find(institution, reader())
                .secrecyFileId()
                .flatMap(store::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return given.file(institution, file);
    }

    /** The form as it is shown again, with what is objected to. */
    private record Kept(InstitutionForm form, Map<String, String> errors) {}

    private Kept keep(
            String unitId, InstitutionForm form, boolean isNew, Actor actor, Unit regulator, HttpServletRequest request)
            throws IOException {
        Brought files =
                brought.take(request, "secrecyFile", List.of(InstitutionForm.text(form.stagedId())), actor, regulator);
        String staged = files.files().isEmpty()
                ? null
                : files.files().get(files.files().size() - 1).id();
        List<Objection> objections = new ArrayList<>();
        InstitutionFacts facts = form.facts(objections);
        if (!files.refused().isEmpty()) {
            objections.add(Objection.at(
                    "secrecyFile", "evaluators.fileRefused", files.refused().get(0)));
        }
        if (objections.isEmpty()) {
            objections.addAll(institutions.keep(unitId, facts, staged, actor, isNew));
        }
        return new Kept(form.with(staged == null ? "" : staged), texts.of(objections));
    }

    private String list(Actor actor, InstitutionForm form, Map<String, String> errors, Model model) {
        Optional<Unit> kept = institutions.keptBy(actor);
        model.addAttribute(
                "rows",
                institutions.of(readers.regionsOf(actor)).stream()
                        .map(this::row)
                        .toList());
        model.addAttribute(
                "choices",
                kept.stream()
                        .flatMap(regulator -> units.all().stream()
                                .filter(unit -> unit.regionId().equals(regulator.regionId())))
                        .filter(unit -> directory.hasHolders(Role.EVALUATOR, unit.id()))
                        .filter(unit -> institutions.find(unit.id()).isEmpty())
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute("mayKeep", kept.isPresent());
        model.addAttribute("form", form);
        model.addAttribute("stagedName", stagedName(form));
        model.addAttribute("errors", errors);
        return "evaluation/evaluators";
    }

    private String one(
            Institution institution, Actor actor, InstitutionForm form, Map<String, String> errors, Model model) {
        model.addAttribute("row", row(institution));
        model.addAttribute(
                "mayKeep",
                institutions
                        .keptBy(actor)
                        .filter(unit -> unit.regionId().equals(institution.regionId()))
                        .isPresent());
        model.addAttribute(
                "conflicts",
                institutions.conflictsOf(institution.unitId()).stream()
                        .map(this::conflict)
                        .toList());
        model.addAttribute(
                "others",
                units.all().stream()
                        .filter(unit -> !unit.isDissolved() && !unit.id().equals(institution.unitId()))
                        .filter(unit -> unit.regionId().equals(institution.regionId()))
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", Map.of("from", texts.today().toString()));
        }
        model.addAttribute("hasFile", institution.secrecyFileId().isPresent());
        model.addAttribute("form", form);
        model.addAttribute("stagedName", stagedName(form));
        model.addAttribute("errors", errors);
        return "evaluation/evaluator";
    }

    private @Nullable String stagedName(InstitutionForm form) {
        return store.find(InstitutionForm.text(form.stagedId()))
                .map(StoredFile::name)
                .orElse(null);
    }

    private Row row(Institution institution) {
        InstitutionFacts facts = institution.facts();
        return new Row(
                institution.unitId(),
                units.name(institution.unitId()),
                units.regionName(institution.regionId()),
                facts.qualification(),
                facts.independenceOn() == null ? texts.of("evaluators.none") : texts.day(facts.independenceOn()),
                facts.secrecyOn() == null ? texts.of("evaluators.none") : texts.day(facts.secrecyOn()),
                facts.validUntil() == null ? texts.of("evaluators.forever") : texts.day(facts.validUntil()),
                facts.leftOn() == null
                        ? texts.day(facts.since())
                        : texts.of("evaluators.left", texts.day(facts.since()), texts.day(facts.leftOn())),
                institutions
                        .objection(institution.unitId(), institution.regionId(), null)
                        .map(this::said)
                        .orElse(null));
    }

    private String said(Refusal refusal) {
        return texts.of(refusal.key(), refusal.arguments());
    }

    private ConflictRow conflict(Conflict conflict) {
        return new ConflictRow(
                units.name(conflict.otherUnitId()),
                conflict.reason(),
                texts.day(conflict.fromDay()),
                conflict.untilDay() == null ? texts.of("evaluators.forever") : texts.day(conflict.untilDay()));
    }

    private Institution find(String unitId, Actor actor) {
        return institutions
                .find(unitId)
                .filter(found -> readers.regionsOf(actor).contains(found.regionId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor reader() {
        Actor actor = currentActor.get();
        if (readers.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "evaluators"));
        }
        return actor;
    }

    private Unit keeper(Actor actor) {
        return institutions.keptBy(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
