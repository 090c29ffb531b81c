package org.fairreview.supervision.spotcheck.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.Level;
import org.fairreview.supervision.spotcheck.Populations;
import org.fairreview.supervision.spotcheck.SpotCheck;
import org.fairreview.supervision.spotcheck.SpotCheckReads;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotFigures;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.fairreview.supervision.spotcheck.SpotPlan;
import org.fairreview.supervision.spotcheck.Stratum;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Spot checks: the list of them, the plan, the page of one with list, seed, sample, inspection, letters and report. */
@Controller
class SpotCheckController {

    private static final long LARGEST_LIST = 30L << 20;

    /** A value of a list and its label. */
    public record Choice(String key, String value) {}

    /** A line of the list of spot checks. */
    public record Row(
            String number,
            String title,
            String state,
            SpotCheck.State stateName,
            String period,
            String size,
            boolean late) {}

    /** A measure that is inspected. */
    public record ItemRow(
            int place,
            String listNumber,
            boolean targeted,
            String title,
            String documentNumber,
            String unit,
            String state,
            SpotItem.State stateName,
            String result,
            String url) {}

    /** An open task, and when it is due. */
    public record TaskRow(String id, String name, String due) {}

    /** The letter to a unit, and whether there is one. */
    public record LetterRow(String unit, @Nullable String letter, String newUrl) {}

    private final CurrentActor currentActor;
    private final SpotChecks checks;
    private final Populations populations;
    private final Inspections inspections;
    private final SpotCheckReads reads;
    private final SpotLines lines;
    private final SpotFindingViews views;
    private final TaskInbox inbox;
    private final FileStore files;
    private final Units units;
    private final RefusalTexts refusals;
    private final SpotTexts texts;

    SpotCheckController(
            CurrentActor currentActor,
            SpotChecks checks,
            Populations populations,
            Inspections inspections,
            SpotCheckReads reads,
            SpotLines lines,
            SpotFindingViews views,
            TaskInbox inbox,
            FileStore files,
            Units units,
            RefusalTexts refusals,
            SpotTexts texts) {
        this.currentActor = currentActor;
        this.checks = checks;
        this.populations = populations;
        this.inspections = inspections;
        this.reads = reads;
        this.lines = lines;
        this.views = views;
        this.inbox = inbox;
        this.files = files;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/spot-checks")
    String list(Model model) {
        Actor actor = currentActor.get();
        if (!checks.concern(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        reads.opened("", "list", actor);
        model.addAttribute("checks", checks.of(actor).stream().map(this::row).toList());
        model.addAttribute("mayPlan", checks.plannedBy(actor).isPresent());
        return "supervision/spotcheck/list";
    }

    private Row row(SpotCheck check) {
        SpotPlan plan = check.plan();
        return new Row(
                check.number(),
                plan.title(),
                texts.of("spotcheck.state", check.state()),
                check.state(),
                texts.of("spotcheck.span", texts.day(plan.startsOn()), texts.day(plan.endsOn())),
                texts.of("spotcheck.pieces", plan.sampleSize()),
                check.lateSince().isPresent());
    }

    // ---- plan

    @GetMapping("/spot-checks/new")
    String blank(@RequestParam(defaultValue = "") String from, Model model) {
        Actor actor = currentActor.get();
        Unit regulator = planning(actor);
        PlanForm form = checks.find(from, actor)
                .map(check -> PlanForm.of(check.plan(), texts.today()))
                .orElseGet(() -> PlanForm.empty(texts.today(), regulator.regionId()));
        return form(form, Map.of(), model);
    }

    @PostMapping("/spot-checks")
    String plan(
            @ModelAttribute("form") PlanForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        planning(actor);
        List<Objection> objections = new ArrayList<>();
        List<String> made = new ArrayList<>();
        SpotPlan plan = form.plan(objections);
        if (plan != null) {
            objections.addAll(checks.plan(plan, actor, made));
        }
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("spotcheck.made", made.get(0)));
            return "redirect:/spot-checks/" + made.get(0);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return form(form, texts.of(objections), model);
    }

    private String form(PlanForm form, Map<String, String> errors, Model model) {
        Unit regulator = planning(currentActor.get());
        var regions = units.visibleFrom(regulator.regionId());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "regions",
                units.regions().stream()
                        .filter(region -> regions.contains(region.id()))
                        .map(region -> new Choice(region.id(), region.name()))
                        .toList());
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(unit -> regions.contains(unit.regionId()) && !unit.isDissolved())
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute(
                "levels",
                Stream.of(Level.CITY, Level.COUNTY, Level.TOWNSHIP)
                        .map(level -> new Choice(level.name(), texts.of("spotcheck.level", level)))
                        .toList());
        model.addAttribute(
                "methods",
                Stream.concat(
                                Stream.of(new Choice("SIMPLE", texts.of("spotcheck.method.simple"))),
                                Stream.of(Stratum.values())
                                        .map(each -> new Choice(
                                                each.name(),
                                                texts.of(
                                                        "spotcheck.method.stratified",
                                                        texts.of("spotcheck.stratum", each)))))
                        .toList());
        model.addAttribute(
                "inspectors",
                checks.inspectors(regulator.id()).stream()
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
        model.addAttribute(
                "seedSources",
                List.of(
                        new Choice("PRODUCT", texts.of("spotcheck.seedSource.PRODUCT")),
                        new Choice("PUBLIC", texts.of("spotcheck.seedSource.PUBLIC"))));
        return "supervision/spotcheck/plan";
    }

    private Unit planning(Actor actor) {
        return checks.plannedBy(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    // ---- the page of one

    @GetMapping("/spot-checks/{check}")
    String page(@PathVariable String check, Model model) {
        Actor actor = currentActor.get();
        SpotCheck found = find(check, actor);
        reads.opened(check, "check", actor);
        return page(found, actor, Map.of(), model);
    }

    private String page(SpotCheck check, Actor actor, Map<String, String> errors, Model model) {
        List<SpotItem> items = checks.itemsOf(check.number());
        model.addAttribute("check", row(check));
        model.addAttribute("plan", lines.plan(check));
        model.addAttribute("population", lines.population(check));
        model.addAttribute("draw", lines.draw(check));
        model.addAttribute("command", SpotFigures.command(check));
        model.addAttribute(
                "listName",
                check.listFileId().flatMap(files::find).map(StoredFile::name).orElse(""));
        model.addAttribute("mayBring", checks.mayBringList(check, actor));
        model.addAttribute("items", items.stream().map(this::item).toList());
        model.addAttribute("figures", items.isEmpty() ? List.of() : lines.figures(check));
        model.addAttribute("letters", letters(check, items));
        model.addAttribute("report", lines.report(check));
        model.addAttribute("hasReport", check.reportDocument().isPresent());
        model.addAttribute(
                "receipts",
                check.deliveries().stream()
                        .flatMap(
                                delivery -> Optional.ofNullable(delivery.receiptFileId()).flatMap(files::find).stream())
                        .map(file -> new Choice(file.id(), file.name()))
                        .toList());
        model.addAttribute("publication", lines.publication(check));
        model.addAttribute("mayPlan", checks.plannedBy(actor).isPresent());
        model.addAttribute("errors", errors);
        model.addAttribute("tasks", tasks(actor, check.number()));
        return "supervision/spotcheck/check";
    }

    /** The tasks that the person may work on. */
    private List<TaskRow> tasks(Actor actor, String number) {
        return inbox.ofCase(number).stream()
                .filter(task -> inbox.workable(task.id(), actor).isPresent())
                .map(task ->
                        new TaskRow(task.id(), task.name(), task.dueAt() == null ? "" : texts.minute(task.dueAt())))
                .toList();
    }

    private ItemRow item(SpotItem item) {
        return new ItemRow(
                item.place(),
                item.listNumber().orElse(""),
                item.isTargeted(),
                item.title(),
                item.documentNumber(),
                item.unitName(),
                state(item),
                item.state(),
                result(item),
                SpotLines.address(item));
    }

    private String state(SpotItem item) {
        return item.state() == SpotItem.State.INSPECTING
                ? texts.of("spotcheck.item.recorded", item.records().size())
                : texts.of("spotcheck.item.state", item.state());
    }

    private String result(SpotItem item) {
        if (item.state() != SpotItem.State.INSPECTED) {
            return "";
        }
        long standing = inspections.findingsOf(item.number()).stream()
                .filter(finding -> finding.isStanding())
                .count();
        List<String> parts = new ArrayList<>();
        item.procedure()
                .filter(verdict -> verdict.isProblem())
                .ifPresent(verdict -> parts.add(texts.of("spotcheck.procedure", verdict)));
        if (standing > 0) {
            parts.add(texts.of("spotcheck.problems", standing));
        }
        return parts.isEmpty() ? texts.of("spotcheck.noProblem") : String.join(texts.of("spotcheck.comma"), parts);
    }

    private List<LetterRow> letters(SpotCheck check, List<SpotItem> items) {
        Map<String, LetterRow> rows = new LinkedHashMap<>();
        inspections
                .lettersOf(check.number())
                .forEach(letter -> rows.put(
                        units.name(letter.unitId()),
                        new LetterRow(units.name(letter.unitId()), letter.letterNumber(), "")));
        if (check.state().compareTo(SpotCheck.State.REPORTING) >= 0) {
            items.stream()
                    .filter(item -> item.unitId().isEmpty() && inspections.hasProblem(item))
                    .forEach(item -> rows.putIfAbsent(
                            item.unitName(),
                            new LetterRow(item.unitName(), null, "/letters/new?subject=" + item.number())));
        }
        return List.copyOf(rows.values());
    }

    /** A list from which the population may be taken. */
    @PostMapping("/spot-checks/{listing}/list")
    String bring(
            @PathVariable String listing,
            @RequestParam(name = "list", required = false) @Nullable MultipartFile list,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = currentActor.get();
        SpotCheck found = find(listing, actor);
        if (!checks.mayBringList(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = refuse(list);
        if (refusal.isEmpty() && list != null) {
            refusal = populations.bring(listing, String.valueOf(list.getOriginalFilename()), list.getBytes());
        }
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(found, actor, Map.of("list", refusals.of(refusal.get())), model);
        }
        redirect.addFlashAttribute("done", texts.of("spotcheck.listTaken"));
        return "redirect:/spot-checks/" + listing;
    }

    private static Optional<Refusal> refuse(@Nullable MultipartFile list) {
        String name =
                list == null ? "" : String.valueOf(list.getOriginalFilename()).toLowerCase(Locale.ROOT);
        if (list == null || list.isEmpty() || name.isEmpty()) {
            return Optional.of(Refusal.at("list", "intake.sheet.missing"));
        }
        if (!name.endsWith(".xlsx") && !name.endsWith(".csv") && !name.endsWith(".txt")) {
            return Optional.of(Refusal.at("list", "intake.sheet.type"));
        }
        if (list.getSize() > LARGEST_LIST) {
            return Optional.of(Refusal.at("list", "intake.sheet.tooLarge"));
        }
        return ClassificationMark.isIn(name)
                ? Optional.of(Refusal.at("list", "intake.classifiedName"))
                : Optional.empty();
    }

    @GetMapping("/spot-checks/{check}/items/{item}")
    String item(@PathVariable String check, @PathVariable int item, Model model) {
        Actor actor = currentActor.get();
        SpotCheck found = find(check, actor);
        SpotItem measure = checks.itemsOf(check).stream()
                .filter(each -> each.place() == item)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.opened(check, "item", actor);
        boolean told = measure.state() != SpotItem.State.INSPECTING;
        model.addAttribute("check", row(found));
        model.addAttribute("item", item(measure));
        model.addAttribute("facts", lines.item(measure));
        model.addAttribute("recorded", measure.records().size());
        model.addAttribute("told", told);
        model.addAttribute("records", told ? views.records(measure) : List.of());
        model.addAttribute("decision", views.decision(measure));
        model.addAttribute(
                "findings", told ? views.of(inspections.findingsOf(measure.number()), found.regime()) : List.of());
        model.addAttribute("tasks", tasks(actor, measure.number()));
        model.addAttribute("errors", Map.of());
        return "supervision/spotcheck/item";
    }

    // ---- files

    /** The frozen list, as it was drawn from. */
    @GetMapping("/spot-checks/{check}/population")
    ResponseEntity<Resource> population(@PathVariable String check) {
        SpotCheck found = find(check, currentActor.get());
        return download(check, populations.fileOf(found));
    }

    @GetMapping("/spot-checks/{check}/report")
    ResponseEntity<Resource> report(@PathVariable String check) {
        SpotCheck found = find(check, currentActor.get());
        return download(check, found.reportDocument().flatMap(document -> files.find(document.fileId())));
    }

    @GetMapping("/spot-checks/{check}/receipts/{receipt}")
    ResponseEntity<Resource> receipt(@PathVariable String check, @PathVariable String receipt) {
        SpotCheck found = find(check, currentActor.get());
        return download(
                check,
                found.deliveries().stream()
                        .flatMap(delivery -> Optional.ofNullable(delivery.receiptFileId()).stream())
                        .filter(receipt::equals)
                        .findFirst()
                        .flatMap(files::find));
    }

    private ResponseEntity<Resource> download(String check, Optional<StoredFile> wanted) {
        StoredFile file = wanted.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(check, file);
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

    private SpotCheck find(String number, Actor actor) {
        return checks.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
