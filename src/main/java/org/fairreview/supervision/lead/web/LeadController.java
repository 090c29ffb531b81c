package org.fairreview.supervision.lead.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.Lead;
import org.fairreview.supervision.lead.Lead.Decided;
import org.fairreview.supervision.lead.LeadDecision;
import org.fairreview.supervision.lead.LeadDesk;
import org.fairreview.supervision.lead.LeadDesk.Query;
import org.fairreview.supervision.lead.LeadDesk.Seen;
import org.fairreview.supervision.lead.LeadFound;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadReads;
import org.fairreview.supervision.lead.LeadState;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.lead.Leads;
import org.fairreview.supervision.lead.SourceKind;
import org.fairreview.supervision.lead.web.LeadPages.Choice;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.util.UriComponentsBuilder;

/** The inbox of leads, a lead, its one decision, and a lead brought by hand. */
@Controller
class LeadController {

    private static final int PER_PAGE = 50;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SAID = 4_000;

    record PageLink(int number, String url) {}

    private final CurrentActor currentActor;
    private final Leads leads;
    private final LeadDesk desk;
    private final LeadPeople people;
    private final LeadReads reads;
    private final LeadPages pages;
    private final Units units;
    private final RefusalTexts refusals;
    private final LeadWording wording;
    private final Clock clock;

    LeadController(
            CurrentActor currentActor,
            Leads leads,
            LeadDesk desk,
            LeadPeople people,
            LeadReads reads,
            LeadPages pages,
            Units units,
            RefusalTexts refusals,
            LeadWording wording,
            Clock clock) {
        this.currentActor = currentActor;
        this.leads = leads;
        this.desk = desk;
        this.people = people;
        this.reads = reads;
        this.pages = pages;
        this.units = units;
        this.refusals = refusals;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/leads")
    String list(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = reading();
        reads.opened("leads", "leads", actor);
        Query query = query(asked);
        List<Seen> found = desk.list(query, actor);
        int pageCount = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(Math.max(1, number(asked.get("page"))), pageCount);
        model.addAttribute("query", query);
        model.addAttribute("total", found.size());
        model.addAttribute(
                "rows",
                found.stream()
                        .skip((long) (page - 1) * PER_PAGE)
                        .limit(PER_PAGE)
                        .map(pages::row)
                        .toList());
        model.addAttribute("pageNumber", page);
        model.addAttribute(
                "links",
                IntStream.rangeClosed(1, pageCount)
                        .mapToObj(each -> new PageLink(each, url("/leads", query, each)))
                        .toList());
        model.addAttribute("export", url("/leads/export", query, 0));
        model.addAttribute("states", pages.choices("lead.state", LeadState.values()));
        model.addAttribute("sources", pages.choices("lead.source", SourceKind.values()));
        model.addAttribute("decisions", pages.choices("lead.decision", LeadDecision.values()));
        model.addAttribute(
                "regions",
                people.regionsOf(actor).stream()
                        .map(region -> new Choice(region, units.regionName(region)))
                        .toList());
        model.addAttribute("mayBring", people.broughtFor(actor).isPresent());
        return "supervision/lead/leads";
    }

    @GetMapping("/leads/export")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> asked) {
        Actor actor = reading();
        String name = wording.of("leads.file");
        reads.exported("leads", name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(SheetWriter.MEDIA_TYPE))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pages.workbook(desk.list(query(asked), actor)));
    }

    /** From what a feature found to the lead that came of it. */
    @GetMapping("/leads/from/{leadSource}/{leadKey}")
    String from(@PathVariable String leadSource, @PathVariable String leadKey) {
        Actor actor = reading();
        return Stream.of(SourceKind.values())
                .filter(kind -> kind.name().equals(leadSource))
                .findFirst()
                .flatMap(kind -> leads.numberOf(kind, leadKey))
                .flatMap(number -> desk.find(number, actor))
                .map(seen -> "redirect:/leads/" + seen.lead().number())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/leads/new")
    String form(Model model) {
        bringing();
        return form(Map.of(), Map.of(), model);
    }

    @PostMapping("/leads")
    String bring(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Unit regulator = bringing();
        Map<String, String> errors = new LinkedHashMap<>();
        String title = line("title", typed, LONGEST_TITLE, errors);
        String documentNumber = line("documentNumber", typed, LONGEST_NAME, errors);
        String issuer = line("issuer", typed, LONGEST_NAME, errors);
        String said = line("said", typed, LONGEST_SAID, errors);
        String unit = text(typed.get("unit"));
        if (title.isEmpty()) {
            errors.put("title", wording.of("lead.titleMissing"));
        }
        if (said.isEmpty()) {
            errors.put("said", wording.of("lead.saidMissing"));
        }
        if (!unit.isEmpty() && units.find(unit).filter(Unit::isAtWork).isEmpty()) {
            errors.put("unit", wording.of("lead.unitUnknown"));
        }
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(typed, errors, model);
        }
        String number = leads.bring(new LeadFound(
                regulator.regionId(),
                SourceKind.OTHER,
                UUID.randomUUID().toString(),
                null,
                null,
                title,
                documentNumber,
                issuer,
                unit.isEmpty() ? null : unit,
                null,
                said,
                null,
                actor.userId(),
                clock.instant()));
        redirect.addFlashAttribute("done", wording.of("lead.brought", number));
        return "redirect:/leads/" + number;
    }

    @GetMapping("/leads/{lead}")
    String page(@PathVariable String lead, Model model) {
        Actor actor = reading();
        if (desk.isOutOfSight(lead, actor)) {
            model.addAttribute("number", lead);
            return "supervision/lead/closed";
        }
        Seen seen = find(lead, actor);
        reads.opened(lead, "lead", actor);
        return page(seen, actor, Map.of(), Map.of(), model);
    }

    @PostMapping("/leads/{lead}/decision")
    String decide(
            @PathVariable String lead,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reading();
        Seen seen = find(lead, actor);
        if (!people.mayDecide(actor, seen.lead().regulatorUnitId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<LeadDecision> decision = Stream.of(LeadDecision.values())
                .filter(each -> each.name().equals(typed.get("decision")))
                .findFirst();
        Optional<Refusal> refusal = decision.isEmpty()
                ? Optional.of(Refusal.at("decision", "lead.decisionMissing"))
                : acted(() -> leads.decide(
                        lead,
                        new Decided(
                                decision.get(),
                                text(typed.get("reason")),
                                text(typed.get("handedTo")),
                                text(typed.get("into"))),
                        actor));
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String field = refusal.get().field();
            return page(
                    find(lead, actor),
                    actor,
                    typed,
                    Map.of(field == null ? "" : field, refusals.of(refusal.get())),
                    model);
        }
        redirect.addFlashAttribute("done", wording.of("lead.decided"));
        return "redirect:/leads/" + lead;
    }

    private String page(Seen seen, Actor actor, Map<String, String> typed, Map<String, String> errors, Model model) {
        Lead lead = seen.lead();
        boolean mayDecide = lead.state() == LeadState.OPEN && people.mayDecide(actor, lead.regulatorUnitId());
        model.addAttribute("lead", pages.row(seen));
        model.addAttribute(
                "unit",
                lead.unitId()
                        .filter(unit -> !seen.isCheckedOutOfSight())
                        .map(units::name)
                        .orElse(""));
        model.addAttribute(
                "sources",
                seen.sources().stream()
                        .map(source -> pages.source(source, lead.number(), actor))
                        .toList());
        model.addAttribute("course", pages.course(seen, actor));
        model.addAttribute(
                "checking",
                lead.state() == LeadState.CHECKING && lead.checkedIn().isEmpty());
        model.addAttribute("mayDecide", mayDecide);
        model.addAttribute("decisions", pages.choices("lead.decision", LeadDecision.values()));
        model.addAttribute(
                "alike",
                mayDecide ? desk.alike(seen, actor).stream().map(pages::row).toList() : List.of());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "supervision/lead/lead";
    }

    private String form(Map<String, String> typed, Map<String, String> errors, Model model) {
        Unit regulator = bringing();
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(unit -> units.visibleFrom(regulator.regionId()).contains(unit.regionId()))
                        .filter(Unit::isAtWork)
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        return "supervision/lead/new";
    }

    private String line(String name, Map<String, String> typed, int longest, Map<String, String> errors) {
        String text = text(typed.get(name));
        if (text.length() > longest) {
            errors.put(name, wording.of("lead.tooLong", longest));
        }
        return text;
    }

    private static Query query(Map<String, String> asked) {
        return new Query(
                text(asked.get("q")),
                text(asked.get("region")),
                text(asked.get("state")),
                text(asked.get("source")),
                text(asked.get("decision")),
                "true".equals(asked.get("late")));
    }

    private static String url(String path, Query query, int page) {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", query.words());
        all.put("region", query.region());
        all.put("state", query.state());
        all.put("source", query.source());
        all.put("decision", query.decision());
        all.put("late", query.late() ? "true" : "");
        all.put("page", page > 1 ? String.valueOf(page) : "");
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                builder.queryParam(name, "{" + name + "}");
            }
        });
        return builder.encode().buildAndExpand(all).toUriString();
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 1;
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").replace("\r\n", "\n").strip();
    }

    /** A second click meets what the first has done. */
    private static Optional<Refusal> acted(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private Seen find(String number, Actor actor) {
        return desk.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor reading() {
        Actor actor = currentActor.get();
        if (people.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Unit bringing() {
        return people.broughtFor(currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
