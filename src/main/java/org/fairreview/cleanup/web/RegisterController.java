package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.cleanup.ValidityExtensions;
import org.fairreview.cleanup.ValidityExtensions.Basis;
import org.fairreview.cleanup.overview.Page;
import org.fairreview.cleanup.overview.RegisterLine;
import org.fairreview.cleanup.overview.RegisterList;
import org.fairreview.cleanup.overview.RegisterQuery;
import org.fairreview.document.FileStore;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of measures in force (现行有效政策措施台账): the list, and each measure. */
@Controller
class RegisterController {

    record Row(
            String url,
            String title,
            String documentNumber,
            String issuer,
            String unit,
            String issuedOn,
            String validUntil,
            String nextEvaluation,
            String state,
            boolean inForce,
            boolean expired,
            boolean excepted,
            String exceptionUntil) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final CleanupPeople people;
    private final CleanupReads reads;
    private final MeasuresInForce register;
    private final RegisterList list;
    private final MeasurePages pages;
    private final ValidityExtensions extensions;
    private final FileStore files;
    private final Units units;
    private final RefusalTexts refusals;
    private final CleanupTexts texts;

    RegisterController(
            CurrentActor currentActor,
            SeparateRecord separate,
            CleanupPeople people,
            CleanupReads reads,
            MeasuresInForce register,
            RegisterList list,
            MeasurePages pages,
            ValidityExtensions extensions,
            FileStore files,
            Units units,
            RefusalTexts refusals,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.people = people;
        this.reads = reads;
        this.register = register;
        this.list = list;
        this.pages = pages;
        this.extensions = extensions;
        this.files = files;
        this.units = units;
        this.refusals = refusals;
        this.texts = texts;
    }

    @GetMapping("/measures-in-force")
    String list(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = seeing();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "register"));
        }
        RegisterQuery query = query(asked);
        Page<RegisterLine> page = list.page(query, actor, Asked.page(asked));
        List<Map.Entry<String, String>> parameters = parameters(query, asked);
        model.addAttribute("query", query);
        model.addAttribute("rows", page.lines().stream().map(this::row).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("pageNumber", page.number());
        model.addAttribute("links", Asked.pages("/measures-in-force", parameters, page.number(), page.pages()));
        model.addAttribute("export", Asked.url("/measures-in-force/export", parameters));
        model.addAttribute(
                "states",
                Stream.of(MeasureInForce.State.values())
                        .map(each -> new Choice(each.name(), texts.of("cleanup.inForce", each)))
                        .toList());
        model.addAttribute(
                "concerns",
                Stream.of(RegisterQuery.Concern.values())
                        .map(each -> new Choice(each.name(), texts.of("register.concern", each)))
                        .toList());
        model.addAttribute(
                "units",
                list.units(actor).stream()
                        .map(unit -> new Choice(unit, units.name(unit)))
                        .toList());
        return "cleanup/register";
    }

    /** What is in force, unless somebody asks for something else. */
    private static RegisterQuery query(Map<String, String> asked) {
        RegisterQuery query = Asked.register(asked);
        return asked.containsKey("state")
                ? query
                : new RegisterQuery(query.q(), query.unit(), MeasureInForce.State.IN_FORCE, query.concern());
    }

    private static List<Map.Entry<String, String>> parameters(RegisterQuery query, Map<String, String> asked) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>(query.parameters());
        if (query.state() == null && asked.containsKey("state")) {
            parameters.add(Map.entry("state", ""));
        }
        return parameters;
    }

    private Row row(RegisterLine line) {
        return new Row(
                "/measures-in-force/" + line.measureId(),
                line.title(),
                line.documentNumber(),
                line.issuer(),
                line.unit(),
                line.issuedOn() == null ? "" : texts.day(line.issuedOn()),
                line.validUntil() == null ? "" : texts.day(line.validUntil()),
                line.nextEvaluationOn() == null ? "" : texts.day(line.nextEvaluationOn()),
                texts.of("cleanup.inForce", line.state()),
                line.state() == MeasureInForce.State.IN_FORCE,
                line.expired(),
                line.excepted(),
                line.exceptionUntil() == null ? "" : texts.day(line.exceptionUntil()));
    }

    @GetMapping("/measures-in-force/export")
    void export(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        Actor actor = seeing();
        RegisterQuery query = query(asked);
        String name = texts.of("register.file");
        reads.exported(actor.userId(), name);
        try (SheetWriter writer = new SheetWriter()) {
            writer.sheet(texts.of("register.sheet"), columns(), line -> list.each(query, actor, line));
            Downloads.head(response, name, SheetWriter.MEDIA_TYPE);
            writer.write(response.getOutputStream());
        }
    }

    private List<Column<RegisterLine>> columns() {
        Stream<Column<RegisterLine>> all = Stream.of(
                new Column<>(texts.of("legacy.measure"), 60, RegisterLine::title),
                new Column<>(texts.of("legacy.documentNumber"), 24, RegisterLine::documentNumber),
                new Column<>(texts.of("legacy.issuer"), 28, RegisterLine::issuer),
                new Column<>(texts.of("legacy.unit"), 28, RegisterLine::unit),
                new Column<>(texts.of("legacy.issuedOn"), 13, RegisterLine::issuedOn),
                new Column<>(texts.of("legacy.validUntil"), 13, RegisterLine::validUntil),
                new Column<>(texts.of("register.nextEvaluation"), 15, RegisterLine::nextEvaluationOn),
                new Column<>(texts.of("register.state"), 12, line -> texts.of("cleanup.inForce", line.state())),
                new Column<>(texts.of("register.stateSince"), 13, RegisterLine::stateSince),
                new Column<>(texts.of("register.expired"), 16, line -> line.expired() ? texts.of("board.yes") : ""),
                new Column<>(texts.of("register.exception"), 14, line -> line.excepted() ? texts.of("board.yes") : ""),
                new Column<>(texts.of("register.exceptionEnd"), 15, RegisterLine::exceptionUntil));
        return all.toList();
    }

    @GetMapping("/measures-in-force/{measureInForce}")
    String page(@PathVariable String measureInForce, Model model) {
        Actor actor = seeing();
        MeasureInForce measure = find(measureInForce, actor);
        reads.opened(measureInForce, "measureInForce", actor);
        return page(measure, actor, Map.of(), Map.of(), model);
    }

    private String page(
            MeasureInForce measure, Actor actor, Map<String, String> errors, Map<String, String> typed, Model model) {
        model.addAttribute("page", pages.of(measure, actor));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "cleanup/measure";
    }

    /** The validity is prolonged on a document. */
    @PostMapping("/measures-in-force/{measureInForce}/validity")
    String extend(
            @PathVariable String measureInForce,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = seeing();
        MeasureInForce measure = find(measureInForce, actor);
        if (!extensions.mayExtend(measure, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        basis(typed, errors)
                .flatMap(basis -> extensions.extend(measureInForce, basis, actor))
                .ifPresent((Refusal refusal) ->
                        errors.put(refusal.field() == null ? "" : refusal.field(), refusals.of(refusal)));
        if (errors.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("register.extended"));
            return "redirect:/measures-in-force/" + measureInForce;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(measure, actor, errors, typed, model);
    }

    private Optional<Basis> basis(Map<String, String> typed, Map<String, String> errors) {
        List<Objection> objections = new ArrayList<>();
        Optional<LocalDate> until = Typed.day("until", typed.get("until"), objections);
        Optional<LocalDate> documentOn = Typed.day("documentOn", typed.get("documentOn"), objections);
        if (until.isEmpty() && objections.stream().noneMatch(each -> "until".equals(each.field()))) {
            objections.add(Objection.at("until", "register.untilMissing"));
        }
        if (documentOn.isEmpty() && objections.stream().noneMatch(each -> "documentOn".equals(each.field()))) {
            objections.add(Objection.at("documentOn", "register.documentDayMissing"));
        }
        errors.putAll(texts.of(objections));
        return until.flatMap(end -> documentOn.map(
                on -> new Basis(end, Typed.text(typed.get("documentNumber")), on, Typed.text(typed.get("reason")))));
    }

    @GetMapping("/measures-in-force/{measureInForce}/files/{measureFile}")
    ResponseEntity<Resource> file(@PathVariable String measureInForce, @PathVariable String measureFile) {
        Actor actor = seeing();
        StoredFile file = pages.file(find(measureInForce, actor), measureFile)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(measureInForce, file);
        return Downloads.of(file, files);
    }

    private MeasureInForce find(String measureId, Actor actor) {
        return register.find(measureId)
                .filter(people.sightOf(actor)::sees)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor seeing() {
        Actor actor = currentActor.get();
        if (people.sightOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
