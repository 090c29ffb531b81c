package org.fairreview.office.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.Chains;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValue;
import org.fairreview.office.OfficeValues;
import org.fairreview.office.OfficeValues.InForce;
import org.fairreview.office.ValueKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The values that an office sets for itself: who regulates and who audits reads them, a regulator's section head sets them. */
@Controller
class OfficeValuesController {

    /** The history is looked for among as many entries. */
    private static final int NEWEST = 500;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** Values with a heading. */
    record Group(String name, String heading, String hint, List<Row> rows) {}

    /** A value as it is set in a region; {@code whose} says for which regions. */
    record Row(
            String name,
            String label,
            String setting,
            String whose,
            String since,
            List<Plan> planned,
            String bounds,
            String source) {}

    /** What will hold from a day on. */
    record Plan(String from, String setting, String whose) {}

    /** Something to choose. */
    record Option(String value, String label) {}

    /** A change, from the record. */
    record Change(
            String at,
            String who,
            String what,
            String whose,
            String from,
            String before,
            String after,
            String reason) {}

    private final CurrentActor currentActor;
    private final OfficeValues values;
    private final OfficeWords words;
    private final Units units;
    private final AuditTrail trail;
    private final SeparateRecord separate;
    private final ObjectMapper json;
    private final Clock clock;

    OfficeValuesController(
            CurrentActor currentActor,
            OfficeValues values,
            OfficeWords words,
            Units units,
            AuditTrail trail,
            SeparateRecord separate,
            ObjectMapper json,
            Clock clock) {
        this.currentActor = currentActor;
        this.values = values;
        this.words = words;
        this.units = units;
        this.trail = trail;
        this.separate = separate;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/office-values")
    String list(@RequestParam(defaultValue = "") String region, Model model) {
        Actor actor = reader();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "office-values"));
        }
        List<String> readable = regionsOf(actor);
        String shown = readable.contains(region) ? region : readable.get(0);
        model.addAttribute("region", shown);
        model.addAttribute("regions", options(readable));
        model.addAttribute(
                "groups",
                values.groups().stream()
                        .map(group -> new Group(
                                group.name(),
                                words.of("office.group." + group.name()),
                                words.of("office.group." + group.name() + ".hint"),
                                group.values().stream()
                                        .map(value -> row(value, shown))
                                        .toList()))
                        .toList());
        model.addAttribute("mayChange", values.regionsSetBy(actor).contains(shown));
        model.addAttribute("history", history(readable, value -> true));
        return "office/values";
    }

    @GetMapping("/office-values/{value}")
    String value(@PathVariable String value, @RequestParam(defaultValue = "") String region, Model model) {
        Actor actor = reader();
        OfficeValue found = find(value);
        List<String> settable = settable(actor);
        String chosen = settable.contains(region) ? region : settable.get(0);
        String setting =
                values.findInForce(value, chosen, today()).map(InForce::setting).orElse("");
        return page(
                found,
                actor,
                OfficeValueForm.of(chosen, setting, earliest(), values.state(value, chosen)),
                Map.of(),
                model);
    }

    @PostMapping("/office-values/{value}")
    String set(
            @PathVariable String value,
            @ModelAttribute("form") OfficeValueForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reader();
        OfficeValue found = find(value);
        settable(actor);
        String region = OfficeValueForm.text(form.region());
        List<Objection> objections = values.set(
                found,
                region,
                form.setting(found),
                form.day(),
                OfficeValueForm.text(form.reason()),
                OfficeValueForm.text(form.seen()),
                actor);
        if (objections.isEmpty()) {
            redirect.addFlashAttribute(
                    "done",
                    words.of(
                            "office.done",
                            words.name(value),
                            DAY.format(Objects.requireNonNull(form.day())),
                            words.setting(found, form.setting(found))));
            redirect.addAttribute("region", region);
            return "redirect:/office-values";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        boolean changedMeanwhile =
                objections.stream().anyMatch(objection -> objection.key().equals(OfficeValues.CHANGED_MEANWHILE));
        return page(
                found,
                actor,
                changedMeanwhile ? form.over(values.state(value, region)) : form,
                words.refused(objections),
                model);
    }

    private String page(OfficeValue value, Actor actor, OfficeValueForm form, Map<String, String> errors, Model model) {
        String region = OfficeValueForm.text(form.region());
        model.addAttribute("row", row(value, region));
        model.addAttribute("form", form);
        model.addAttribute("regionName", words.region(region));
        model.addAttribute("regions", options(settable(actor)));
        model.addAttribute("errors", errors);
        model.addAttribute("earliest", earliest().toString());
        model.addAttribute("kind", kind(value.kind()));
        if (value.kind() instanceof ValueKind.Choice choice) {
            model.addAttribute(
                    "options",
                    choice.options().stream()
                            .map(option -> new Option(option, words.word(choice, option)))
                            .toList());
        }
        if (value.kind() instanceof ValueKind.Steps steps) {
            model.addAttribute("steps", form.steps(steps));
            model.addAttribute(
                    "roles",
                    steps.roles().stream()
                            .map(role -> new Option(role.name(), words.of("role." + role.name())))
                            .toList());
        }
        model.addAttribute("history", history(regionsOf(actor), value.name()::equals));
        return "office/value";
    }

    private static String kind(ValueKind kind) {
        if (kind instanceof ValueKind.Whole) {
            return "whole";
        }
        if (kind instanceof ValueKind.Choice) {
            return "choice";
        }
        return kind instanceof ValueKind.Steps ? "steps" : "line";
    }

    private Row row(OfficeValue value, String region) {
        Optional<InForce> now = values.findInForce(value.name(), region, today());
        return new Row(
                value.name(),
                words.name(value.name()),
                now.map(found -> words.setting(value, found.setting())).orElse(words.of("office.unset")),
                now.map(found -> words.region(found.regionId())).orElse(""),
                now.map(found -> DAY.format(found.from())).orElse(""),
                values.planned(value.name(), region).stream()
                        .map(plan -> new Plan(
                                DAY.format(plan.from()),
                                words.setting(value, plan.setting()),
                                words.region(plan.regionId())))
                        .toList(),
                words.bounds(value),
                words.source(value.name()));
    }

    /** The newest changes of the regions that are on record, the newest first. */
    private List<Change> history(List<String> regions, Predicate<String> which) {
        return trail.newestIn(Chains.of(OfficeValues.SUBJECT), NEWEST).stream()
                .filter(entry -> entry.act().equals(OfficeValues.ACT))
                .map(entry -> Map.entry(entry, read(entry)))
                .filter(entry -> which.test(entry.getValue().path("value").asText())
                        && regions.contains(entry.getValue().path("region").asText()))
                .map(entry -> change(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Change change(AuditEntry entry, JsonNode said) {
        String name = said.path("value").asText();
        return new Change(
                MINUTE.format(entry.occurredAt().atZone(clock.getZone())),
                Objects.toString(entry.actor().name(), ""),
                words.name(name),
                words.region(said.path("region").asText()),
                DAY.format(LocalDate.parse(said.path("from").asText())),
                setting(name, said.path("before")),
                setting(name, said.path("after")),
                said.path("reason").asText());
    }

    private String setting(String name, JsonNode said) {
        if (said.isNull()) {
            return words.of("office.unset");
        }
        return values.find(name)
                .map(value -> words.setting(value, said.asText()))
                .orElse(said.asText());
    }

    private JsonNode read(AuditEntry entry) {
        try {
            return json.readTree(entry.details());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }

    private List<Option> options(List<String> regions) {
        return regions.stream()
                .map(region -> new Option(region, words.region(region)))
                .toList();
    }

    /** The regions whose values the person reads: the own ones and those directly below. */
    private List<String> regionsOf(Actor actor) {
        Set<String> regions = new LinkedHashSet<>();
        actor.posts().stream()
                .map(Post::unitId)
                .flatMap(id -> units.find(id).stream())
                .filter(Unit::isRegulator)
                .map(Unit::regionId)
                .forEach(region -> {
                    regions.add(region);
                    regions.addAll(units.visibleFrom(region).stream().sorted().toList());
                });
        regions.add(OfficeValues.EVERYWHERE);
        return List.copyOf(regions);
    }

    private Actor reader() {
        Actor actor = currentActor.get();
        if (!values.mayRead(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private List<String> settable(Actor actor) {
        List<String> regions = values.regionsSetBy(actor);
        if (regions.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return regions;
    }

    private OfficeValue find(String name) {
        return values.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate earliest() {
        return today().plusDays(1);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
