package org.fairreview.evaluation.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.evaluation.Evaluation;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.Institutions;
import org.fairreview.evaluation.Lead;
import org.fairreview.evaluation.Plan;
import org.fairreview.evaluation.Plan.State;
import org.fairreview.evaluation.PlanDraft;
import org.fairreview.evaluation.Plans;
import org.fairreview.evaluation.ReturnedReport;
import org.fairreview.evaluation.web.BroughtFiles.Brought;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
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

/** Plans of evaluations and what reports pointed at, for the regulator; to an institution its open commissions. */
@Controller
class EvaluationsController {

    record Choice(String key, String value) {}

    record PlanRow(
            String number,
            int year,
            String title,
            String purpose,
            String subject,
            String unit,
            String budget,
            State state,
            String stateLabel,
            String made,
            @Nullable String caseNumber,
            boolean here) {}

    record LeadRow(
            long id,
            String kind,
            String origin,
            boolean planned,
            String title,
            String unit,
            String quotation,
            String standard,
            String effect,
            String suggestion,
            String note,
            String noted) {}

    record CommissionRow(String id, String number, String title, String purpose, String asked, boolean given) {}

    record FileView(String name, String url) {}

    record FindingView(String quotation, String standard, String effect, String suggestion, String use) {}

    record ReturnedView(String given, String summary, String returned, String reason, FileView report) {}

    record EvaluationView(
            String institution,
            String asked,
            String question,
            List<FileView> material,
            String state,
            @Nullable String given,
            boolean late,
            @Nullable String summary,
            @Nullable FileView report,
            List<FindingView> findings,
            List<ReturnedView> returned,
            @Nullable String recalled,
            boolean recallable) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final Plans plans;
    private final Evaluations evaluations;
    private final Institutions institutions;
    private final EvaluationReaders readers;
    private final BroughtFiles brought;
    private final Given given;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final RefusalTexts refusals;
    private final EvaluationTexts texts;

    EvaluationsController(
            CurrentActor currentActor,
            SeparateRecord separate,
            Plans plans,
            Evaluations evaluations,
            Institutions institutions,
            EvaluationReaders readers,
            BroughtFiles brought,
            Given given,
            FileStore store,
            Directory directory,
            Units units,
            RefusalTexts refusals,
            EvaluationTexts texts) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.plans = plans;
        this.evaluations = evaluations;
        this.institutions = institutions;
        this.readers = readers;
        this.brought = brought;
        this.given = given;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/evaluations")
    String list(Model model) {
        Actor actor = currentActor.get();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "evaluations"));
        }
        if (readers.regionsOf(actor).isEmpty() && !actor.holds(Role.EVALUATOR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return list(actor, PlanForm.empty(texts.today().getYear()), Map.of(), model);
    }

    @PostMapping("/evaluations")
    String plan(
            @ModelAttribute("form") PlanForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        if (institutions.keptBy(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Objection> objections = new ArrayList<>();
        List<String> made = new ArrayList<>();
        PlanDraft draft = form.draft(objections);
        if (draft != null) {
            objections.addAll(plans.make(draft, actor, made));
        }
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("evaluations.made", made.get(0)));
            return "redirect:/evaluations/plans/" + made.get(0);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(actor, form, texts.of(objections), model);
    }

    @GetMapping("/evaluations/plans/{plan}")
    String one(@PathVariable String plan, Model model) {
        Actor actor = currentActor.get();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "evaluations"));
        }
        return one(find(plan, actor), actor, Map.of(), Map.of(), List.of(), model);
    }

    @PostMapping("/evaluations/plans/{plan}/commission")
    String commission(
            @PathVariable String plan,
            @RequestParam(defaultValue = "") String evaluatorUnit,
            @RequestParam(defaultValue = "") String evaluationQuestion,
            @RequestParam(required = false) @Nullable List<String> staged,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        Plan found = kept(plan, actor);
        Unit regulator = institutions.keptBy(actor).orElseThrow();
        Brought files =
                brought.take(request, "evaluationMaterial", staged == null ? List.of() : staged, actor, regulator);
        Map<String, String> errors = new LinkedHashMap<>();
        if (!files.refused().isEmpty()) {
            errors.put("evaluationMaterial", String.join(" ", files.refused()));
        } else if (evaluatorUnit.isBlank()) {
            errors.put("evaluatorUnit", texts.of("evaluation.evaluatorMissing"));
        } else {
            acted(() -> plans.commission(
                            plan, evaluatorUnit, InstitutionForm.text(evaluationQuestion), files.ids(), actor))
                    .ifPresent(refusal -> errors.put(fieldOf(refusal), refusals.of(refusal)));
        }
        if (errors.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("evaluations.commissioned"));
            return "redirect:/evaluations/plans/" + plan;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("evaluatorUnit", evaluatorUnit);
        typed.put("evaluationQuestion", evaluationQuestion);
        return one(found, actor, typed, errors, files.files(), model);
    }

    @PostMapping("/evaluations/plans/{plan}/recall")
    String recall(
            @PathVariable String plan,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Plan found = kept(plan, actor);
        return answered(
                found,
                actor,
                acted(() -> plans.recall(plan, InstitutionForm.text(reason), actor)),
                Map.of("reason", reason),
                "evaluations.recalled",
                model,
                response,
                redirect);
    }

    @PostMapping("/evaluations/plans/{plan}/give-up")
    String giveUp(@PathVariable String plan, Model model, HttpServletResponse response, RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Plan found = kept(plan, actor);
        return answered(
                found,
                actor,
                acted(() -> plans.giveUp(plan, actor)),
                Map.of(),
                "evaluations.givenUp",
                model,
                response,
                redirect);
    }

    @GetMapping("/evaluations/plans/{plan}/files/{planFile}")
    ResponseEntity<Resource> file(@PathVariable String plan, @PathVariable String planFile) {
        Plan found = find(plan, currentActor.get());
        StoredFile file = store.boundTo(found.number()).stream()
                .filter(each -> each.id().equals(planFile))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return given.file(found.number(), file);
    }

    private String answered(
            Plan plan,
            Actor actor,
            Optional<Refusal> refusal,
            Map<String, String> typed,
            String done,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (refusal.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of(done));
            return "redirect:/evaluations/plans/" + plan.number();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Map<String, String> errors = Map.of(fieldOf(refusal.get()), refusals.of(refusal.get()));
        return one(plan, actor, typed, errors, List.of(), model);
    }

    /** A second click meets what the first has done. */
    private static Optional<Refusal> acted(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private static String fieldOf(Refusal refusal) {
        return refusal.field() == null ? "" : refusal.field();
    }

    private String list(Actor actor, PlanForm form, Map<String, String> errors, Model model) {
        List<String> regions = readers.regionsOf(actor);
        model.addAttribute("regulating", !regions.isEmpty());
        model.addAttribute("plans", plans.of(regions).stream().map(this::row).toList());
        model.addAttribute(
                "leads",
                evaluations.leads(regions, actor).stream().map(this::lead).toList());
        model.addAttribute("evaluating", actor.holds(Role.EVALUATOR));
        model.addAttribute(
                "commissions",
                evaluations.openFor(actor).stream()
                        .map(each -> new CommissionRow(
                                each.id(),
                                each.caseNumber(),
                                each.title(),
                                purpose(each.purpose()),
                                texts.minute(each.requestedAt()),
                                each.summary().isPresent()))
                        .toList());
        Optional<Unit> kept = institutions.keptBy(actor);
        model.addAttribute("mayPlan", kept.isPresent());
        model.addAttribute(
                "purposes",
                Stream.of(Purpose.values())
                        .map(each -> new Choice(each.name(), purpose(each)))
                        .toList());
        model.addAttribute(
                "units",
                kept.stream()
                        .flatMap(
                                regulator -> units.all().stream().filter(unit -> units.visibleFrom(regulator.regionId())
                                        .contains(unit.regionId())))
                        .filter(unit -> !unit.isDissolved())
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "evaluation/evaluations";
    }

    private String one(
            Plan plan,
            Actor actor,
            Map<String, String> typed,
            Map<String, String> errors,
            List<StoredFile> staged,
            Model model) {
        List<Evaluation> commissioned = evaluations.of(plan.number());
        boolean mayKeep = plans.mayKeep(plan, actor);
        model.addAttribute("plan", row(plan));
        model.addAttribute(
                "evaluations",
                commissioned.stream()
                        .map(each -> evaluation(plan, each, mayKeep))
                        .toList());
        model.addAttribute("mayCommission", mayKeep && plan.isCommissionedHere() && plan.state() == State.PLANNED);
        model.addAttribute("mayGiveUp", mayKeep && plan.state() == State.PLANNED);
        model.addAttribute(
                "institutions",
                institutions.offered(plan.regionId(), plan.evaluatedUnitId().orElse(null)).stream()
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("staged", staged);
        model.addAttribute("errors", errors);
        return "evaluation/plan";
    }

    private PlanRow row(Plan plan) {
        return new PlanRow(
                plan.number(),
                plan.year(),
                plan.title(),
                purpose(plan.purpose()),
                plan.subject(),
                plan.evaluatedUnitId().map(units::name).orElse(""),
                plan.budget(),
                plan.state(),
                texts.of("evaluations.state." + plan.state().name()),
                texts.of("evaluations.madeBy", directory.nameOf(plan.madeBy()), texts.minute(plan.madeAt())),
                plan.caseNumber().orElse(null),
                plan.isCommissionedHere());
    }

    private LeadRow lead(Lead lead) {
        return new LeadRow(
                lead.id(),
                texts.use(lead.kind()),
                lead.origin(),
                plans.find(lead.origin()).isPresent(),
                lead.title(),
                lead.evaluatedUnitId().map(units::name).orElse(""),
                lead.quotation(),
                texts.standard(lead.regime(), lead.item()),
                lead.effect(),
                lead.suggestion(),
                lead.note(),
                texts.of("evaluations.noted", directory.nameOf(lead.notedBy()), texts.minute(lead.notedAt())));
    }

    private EvaluationView evaluation(Plan plan, Evaluation each, boolean mayKeep) {
        return new EvaluationView(
                units.name(each.evaluatorUnitId()),
                texts.of("evaluations.asked", directory.nameOf(each.requestedBy()), texts.minute(each.requestedAt())),
                each.question(),
                each.material().stream().map(id -> file(plan, id)).toList(),
                state(each),
                each.givenAt().map(texts::minute).orElse(null),
                each.isLate(),
                each.summary().orElse(null),
                each.reportFileId().map(id -> file(plan, id)).orElse(null),
                each.findings().stream()
                        .map(finding -> new FindingView(
                                finding.quotation(),
                                texts.standard(finding.regime(), finding.item()),
                                finding.effect(),
                                finding.suggestion(),
                                finding.use().map(texts::use).orElse("")))
                        .toList(),
                each.returned().stream().map(report -> returned(plan, report)).toList(),
                each.recall()
                        .map(recall -> texts.of(
                                "evaluations.recalledBy",
                                directory.nameOf(recall.by()),
                                texts.minute(recall.at()),
                                recall.reason()))
                        .orElse(null),
                mayKeep && each.isOpen() && each.summary().isEmpty());
    }

    private ReturnedView returned(Plan plan, ReturnedReport report) {
        return new ReturnedView(
                texts.minute(report.givenAt()) + (report.isLate() ? texts.of("evaluation.lateMark") : ""),
                report.summary(),
                texts.of(
                        "evaluation.returnedBy",
                        directory.nameOf(report.returnedBy()),
                        texts.minute(report.returnedAt())),
                report.reason(),
                file(plan, report.reportFileId()));
    }

    private String state(Evaluation each) {
        if (each.recall().isPresent()) {
            return texts.of("evaluation.state.RECALLED");
        }
        if (each.acceptedAt().isPresent()) {
            return texts.of("evaluation.state.ACCEPTED");
        }
        return texts.of("evaluation.state." + (each.summary().isPresent() ? "GIVEN" : "WAITING"));
    }

    private FileView file(Plan plan, String id) {
        return new FileView(
                store.find(id).map(StoredFile::name).orElse(""),
                "/evaluations/plans/" + plan.number() + "/files/" + id);
    }

    private String purpose(Purpose purpose) {
        return texts.of("evaluation.purpose." + purpose.name());
    }

    private Plan find(String number, Actor actor) {
        return plans.find(number)
                .filter(found -> readers.regionsOf(actor).contains(found.regionId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Plan kept(String number, Actor actor) {
        Plan found = find(number, actor);
        if (!plans.mayKeep(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return found;
    }
}
