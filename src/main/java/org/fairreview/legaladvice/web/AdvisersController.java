package org.fairreview.legaladvice.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.AdviserConflict;
import org.fairreview.legaladvice.AdviserFigures;
import org.fairreview.legaladvice.AdviserFigures.Figures;
import org.fairreview.legaladvice.AdviserKind;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.Advisers.TypedConflict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The legal advisers of a region: who regulates and who audits sees all of them, an adviser the own entry. The adviser
 * and the section head keep the conflicts, the section head the kinds.
 */
@Controller
class AdvisersController {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);
    private static final int YEARS = 5;

    /** An adviser as the page shows it. */
    record Row(
            String userId,
            String name,
            String unit,
            @Nullable String kind,
            @Nullable String kindLabel,
            long open,
            Figures figures,
            List<ConflictRow> conflicts,
            boolean mayKeep,
            boolean mayKeepKind) {}

    record ConflictRow(
            long id,
            String party,
            String reason,
            String from,
            @Nullable String until,
            String declared,
            boolean over,
            boolean mayEnd) {}

    record Choice(String value, String label) {}

    /** What was typed about a conflict. */
    record ConflictForm(String adviser, String unit, String party, String reason, String from, String until) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final Advisers advisers;
    private final AdviserFigures figures;
    private final Directory directory;
    private final Units units;
    private final ObjectionTexts objections;
    private final AdviceWords words;
    private final Clock clock;

    AdvisersController(
            CurrentActor currentActor,
            SeparateRecord separate,
            Advisers advisers,
            AdviserFigures figures,
            Directory directory,
            Units units,
            ObjectionTexts objections,
            AdviceWords words,
            Clock clock) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.advisers = advisers;
        this.figures = figures;
        this.directory = directory;
        this.units = units;
        this.objections = objections;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/advisers")
    String list(@RequestParam(defaultValue = "") String year, Model model) {
        Actor actor = currentActor.get();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "advisers"));
        }
        return page(year, new ConflictForm("", "", "", "", today().toString(), ""), Map.of(), model);
    }

    @PostMapping("/advisers/{adviser}/kind")
    String kind(
            @PathVariable String adviser, @RequestParam(defaultValue = "") String kind, RedirectAttributes redirect) {
        if (!advisers.keepsKind(currentActor.get(), adviser)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        AdviserKind chosen = Stream.of(AdviserKind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        advisers.setKind(adviser, chosen);
        redirect.addFlashAttribute("done", words.of("advisers.kind.done", directory.nameOf(adviser)));
        return "redirect:/advisers";
    }

    @PostMapping("/advisers/{adviser}/conflicts")
    String declare(
            @PathVariable String adviser,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = keeper(adviser);
        List<Objection> refused = !until.isBlank() && day(until) == null
                ? List.of(Objection.at("until", "advice.conflict.until"))
                : advisers.declare(
                        new TypedConflict(
                                adviser,
                                unit.isBlank() ? null : unit,
                                party,
                                reason.replace("\r\n", "\n"),
                                day(from),
                                day(until)),
                        actor);
        if (refused.isEmpty()) {
            redirect.addFlashAttribute("done", words.of("advisers.conflict.done", directory.nameOf(adviser)));
            return "redirect:/advisers";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(
                "", new ConflictForm(adviser, unit, party, reason, from, until), objections.byField(refused), model);
    }

    @PostMapping("/advisers/{adviser}/conflicts/{conflict}/end")
    String end(@PathVariable String adviser, @PathVariable long conflict, RedirectAttributes redirect) {
        Actor actor = keeper(adviser);
        AdviserConflict known = advisers.findConflict(conflict)
                .filter(found -> found.userId().equals(adviser))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!advisers.mayEnd(actor, known)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        advisers.endConflict(conflict);
        redirect.addFlashAttribute("done", words.of("advisers.conflict.ended", directory.nameOf(adviser)));
        return "redirect:/advisers";
    }

    private Actor keeper(String adviser) {
        Actor actor = currentActor.get();
        if (!advisers.keeps(actor, adviser)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private String page(String typedYear, ConflictForm form, Map<String, String> errors, Model model) {
        Actor actor = currentActor.get();
        Set<String> regions = regionsOf(actor);
        if (regions.isEmpty() && !actor.holds(Role.ADVISER)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        int thisYear = today().getYear();
        List<Integer> years =
                IntStream.range(0, YEARS).mapToObj(back -> thisYear - back).toList();
        int year = years.stream()
                .filter(each -> String.valueOf(each).equals(typedYear))
                .findFirst()
                .orElse(thisYear);
        model.addAttribute("years", years);
        model.addAttribute("year", year);
        model.addAttribute("rows", rows(actor, regions, year));
        model.addAttribute(
                "kinds",
                Stream.of(AdviserKind.values())
                        .map(kind -> new Choice(kind.name(), words.of("adviser.kind", kind)))
                        .toList());
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(Unit::isAtWork)
                        .sorted(Comparator.comparing(Unit::id))
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        return "legaladvice/advisers";
    }

    private List<Row> rows(Actor actor, Set<String> regions, int year) {
        Set<String> seen = new TreeSet<>(regions);
        actor.unitsAs(Role.ADVISER).stream()
                .flatMap(unit -> units.find(unit).stream())
                .map(Unit::regionId)
                .forEach(seen::add);
        Map<String, Adviser> byAccount = new LinkedHashMap<>();
        seen.forEach(region -> advisers.of(region).stream()
                .filter(adviser -> regions.contains(region) || adviser.userId().equals(actor.userId()))
                .forEach(adviser -> byAccount.putIfAbsent(adviser.userId(), adviser)));
        figures.askedIn(regions, year)
                .forEach((userId, unit) ->
                        byAccount.putIfAbsent(userId, new Adviser(userId, directory.nameOf(userId), unit)));
        List<Adviser> shown = List.copyOf(byAccount.values());
        List<String> ids = shown.stream().map(Adviser::userId).toList();
        Map<String, Long> open = advisers.openRequests(shown);
        Map<String, Figures> counted = figures.of(ids, seen, year);
        List<AdviserConflict> conflicts = advisers.conflictsOf(ids);
        return shown.stream()
                .map(adviser -> new Row(
                        adviser.userId(),
                        adviser.name(),
                        units.name(adviser.unitId()),
                        advisers.kind(adviser.userId()).map(Enum::name).orElse(null),
                        advisers.kind(adviser.userId())
                                .map(kind -> words.of("adviser.kind", kind))
                                .orElse(null),
                        open.getOrDefault(adviser.userId(), 0L),
                        counted.get(adviser.userId()),
                        conflicts.stream()
                                .filter(conflict -> conflict.userId().equals(adviser.userId()))
                                .map(conflict -> row(conflict, actor))
                                .toList(),
                        advisers.keeps(actor, adviser.userId()),
                        advisers.keepsKind(actor, adviser.userId())))
                .toList();
    }

    private ConflictRow row(AdviserConflict conflict, Actor actor) {
        return new ConflictRow(
                conflict.id(),
                advisers.nameOf(conflict.party()),
                conflict.reason().isEmpty() ? words.of("advisers.conflict.aside") : conflict.reason(),
                words.day(conflict.from()),
                conflict.endedAt()
                        .map(words::minute)
                        .or(() -> conflict.until().map(words::day))
                        .orElse(null),
                words.of(
                        "advisers.conflict.declared",
                        directory.nameOf(conflict.declaredBy()),
                        words.minute(conflict.declaredAt())),
                conflict.isOverOn(today()),
                advisers.mayEnd(actor, conflict));
    }

    /** The regions of whose regulator the person is; an auditor, and a city's people, see those below as well. */
    private Set<String> regionsOf(Actor actor) {
        Set<String> regions = new TreeSet<>();
        actor.posts().stream()
                .filter(post -> REGULATING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(Unit::isRegulator)
                .forEach(unit -> regions.addAll(units.visibleFrom(unit.regionId())));
        return regions;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
