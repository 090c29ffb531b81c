package org.fairreview.procedure.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.procedure.Decider;
import org.fairreview.procedure.ProcedureCase;
import org.fairreview.procedure.ProcedureDraft;
import org.fairreview.procedure.ProcedureEnd;
import org.fairreview.procedure.ProcedureKind;
import org.fairreview.procedure.ProcedurePeople;
import org.fairreview.procedure.ProcedureReads;
import org.fairreview.procedure.ProcedureState;
import org.fairreview.procedure.Procedures;
import org.fairreview.procedure.Procedures.Query;
import org.fairreview.procedure.web.ProcedureTexts.Choice;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
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

/** The list of procedures, the page of one with its steps and files, and the form with which one is opened. */
@Controller
class ProcedureController {

    /** A line of the list. */
    record Row(
            String number,
            String title,
            String kind,
            String unit,
            String decider,
            String state,
            boolean ended,
            boolean published,
            boolean late,
            String openedOn) {}

    /** An open task, and when it is due. */
    record TaskRow(String id, String name, String due) {}

    private final CurrentActor currentActor;
    private final Procedures procedures;
    private final ProcedurePeople people;
    private final ProcedureReads reads;
    private final ProcedureLines lines;
    private final ProcedureTexts texts;
    private final RefusalTexts refusals;
    private final TaskInbox inbox;
    private final FileStore files;
    private final Units units;

    ProcedureController(
            CurrentActor currentActor,
            Procedures procedures,
            ProcedurePeople people,
            ProcedureReads reads,
            ProcedureLines lines,
            ProcedureTexts texts,
            RefusalTexts refusals,
            TaskInbox inbox,
            FileStore files,
            Units units) {
        this.currentActor = currentActor;
        this.procedures = procedures;
        this.people = people;
        this.reads = reads;
        this.lines = lines;
        this.texts = texts;
        this.refusals = refusals;
        this.inbox = inbox;
        this.files = files;
        this.units = units;
    }

    @GetMapping("/procedures")
    String list(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = currentActor.get();
        if (!people.concern(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        reads.opened("", actor);
        Query query = new Query(
                text(asked.get("q")),
                text(asked.get("unit")),
                text(asked.get("kind")),
                text(asked.get("state")),
                "true".equals(asked.get("late")));
        List<ProcedureCase> all = procedures.list(new Query("", "", "", "", false), actor);
        model.addAttribute("query", query);
        model.addAttribute(
                "rows", procedures.list(query, actor).stream().map(this::row).toList());
        model.addAttribute("kinds", texts.choices("procedure.kind", ProcedureKind.values()));
        model.addAttribute("states", texts.choices("procedure.state", ProcedureState.values()));
        model.addAttribute(
                "units",
                all.stream()
                        .map(ProcedureCase::draftingUnitId)
                        .distinct()
                        .sorted()
                        .map(unit -> new Choice(unit, units.name(unit)))
                        .toList());
        model.addAttribute("mayOpen", !people.openedFor(actor).isEmpty());
        return "procedure/procedures";
    }

    private Row row(ProcedureCase procedure) {
        return new Row(
                procedure.number(),
                procedure.title(),
                texts.label("procedure.kind", procedure.kind()),
                units.name(procedure.draftingUnitId()),
                texts.label("procedure.decider", procedure.decider()),
                procedure
                        .end()
                        .map(end -> texts.label("procedure.end", end))
                        .orElseGet(() -> texts.label("procedure.state", procedure.state())),
                procedure.state() == ProcedureState.ENDED,
                procedure.end().filter(ProcedureEnd.PUBLISHED::equals).isPresent(),
                procedure.isLate(texts.now()),
                texts.day(procedure.openedAt()));
    }

    // ---- opening

    @GetMapping("/procedures/new")
    String blank(Model model) {
        return form(Map.of(), Map.of(), model);
    }

    @PostMapping("/procedures")
    String open(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        List<Unit> own = opening(actor);
        List<Objection> objections = new ArrayList<>();
        Optional<ProcedureKind> kind = chosen("kind", ProcedureKind.values(), typed, objections);
        Optional<Decider> decider = chosen("decider", Decider.values(), typed, objections);
        String business = text(typed.get("business"));
        if (!business.equals("true") && !business.equals("false")) {
            objections.add(Objection.at("business", "procedure.businessMissing"));
        }
        ProcedureDraft draft = new ProcedureDraft(
                own.size() == 1 ? own.get(0).id() : text(typed.get("unit")),
                text(typed.get("title")),
                kind.orElse(ProcedureKind.NORMATIVE_DOCUMENT),
                business.equals("true"),
                decider.orElse(Decider.UNIT),
                text(typed.get("decidingBody")),
                text(typed.get("legalUnit")));
        objections.addAll(procedures.objectionsTo(draft, actor));
        List<String> made = new ArrayList<>();
        if (objections.isEmpty()) {
            objections.addAll(procedures.open(draft, actor, made));
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(typed, texts.byField(objections), model);
        }
        redirect.addFlashAttribute("done", texts.of("procedure.made", made.get(0)));
        return "redirect:/procedures/" + made.get(0);
    }

    private static <E extends Enum<E>> Optional<E> chosen(
            String field, E[] values, Map<String, String> typed, List<Objection> objections) {
        Optional<E> chosen = Stream.of(values)
                .filter(value -> value.name().equals(typed.get(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            objections.add(Objection.at(field, "procedure." + field + "Missing"));
        }
        return chosen;
    }

    private String form(Map<String, String> typed, Map<String, String> errors, Model model) {
        List<Unit> own = opening(currentActor.get());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "units", own.stream().map(ProcedureController::choice).toList());
        model.addAttribute("kinds", texts.choices("procedure.kind", ProcedureKind.values()));
        model.addAttribute("deciders", texts.choices("procedure.decider", Decider.values()));
        model.addAttribute(
                "legalUnits",
                own.stream()
                        .map(Unit::regionId)
                        .distinct()
                        .flatMap(region -> people.legalUnits(region).stream())
                        .map(ProcedureController::choice)
                        .toList());
        return "procedure/new";
    }

    private static Choice choice(Unit unit) {
        return new Choice(unit.id(), unit.name());
    }

    private List<Unit> opening(Actor actor) {
        List<Unit> own = people.openedFor(actor);
        if (own.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return own;
    }

    // ---- one

    @GetMapping("/procedures/{procedure}")
    String page(@PathVariable String procedure, Model model) {
        Actor actor = currentActor.get();
        ProcedureCase found = find(procedure, actor);
        reads.opened(procedure, actor);
        model.addAttribute("procedure", row(found));
        model.addAttribute("facts", lines.facts(found));
        model.addAttribute("rules", lines.rules(found));
        model.addAttribute("comment", lines.comment(found));
        model.addAttribute("legality", lines.legality(found));
        model.addAttribute("fairReview", lines.fairReview(found, actor));
        model.addAttribute("changes", lines.changes(found));
        model.addAttribute("deliberations", lines.deliberations(found));
        model.addAttribute("publication", lines.publication(found));
        model.addAttribute("steps", lines.steps(found));
        model.addAttribute("tasks", tasks(actor, procedure));
        model.addAttribute("mayStop", found.isStoppable() && people.speaksForDrafter(found, actor));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "procedure/procedure";
    }

    /** Stops the procedure for its drafting unit. */
    @PostMapping("/procedures/{procedure}/stop")
    String stop(
            @PathVariable String procedure,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        if (!people.speaksForDrafter(find(procedure, actor), actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = stop(procedure, text(reason), actor);
        if (refusal.isEmpty()) {
            return "redirect:/procedures/" + procedure;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("errors", Map.of("reason", refusals.of(refusal.get())));
        model.addAttribute("reason", reason);
        return page(procedure, model);
    }

    private Optional<Refusal> stop(String procedure, String reason, Actor actor) {
        try {
            return stopBesideOthers(procedure, reason, actor);
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    /** Where somebody acted on it at the same moment and was first, it is seen once more what that left to stop. */
    private Optional<Refusal> stopBesideOthers(String procedure, String reason, Actor actor) {
        try {
            return procedures.stop(procedure, reason, actor);
        } catch (ConcurrencyFailureException e) {
            return procedures.stop(procedure, reason, actor);
        }
    }

    /** The tasks that the person may work on. */
    private List<TaskRow> tasks(Actor actor, String number) {
        return inbox.ofCase(number).stream()
                .filter(task -> inbox.workable(task.id(), actor).isPresent())
                .map(task ->
                        new TaskRow(task.id(), task.name(), task.dueAt() == null ? "" : texts.minute(task.dueAt())))
                .toList();
    }

    @GetMapping("/procedures/{procedure}/files/{procedureFile}")
    ResponseEntity<Resource> file(@PathVariable String procedure, @PathVariable String procedureFile) {
        find(procedure, currentActor.get());
        StoredFile file = files.boundTo(procedure).stream()
                .filter(each -> each.id().equals(procedureFile))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(procedure, file);
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
                .body(new InputStreamResource(files.open(file.sha256())));
    }

    private ProcedureCase find(String number, Actor actor) {
        return procedures.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }
}
