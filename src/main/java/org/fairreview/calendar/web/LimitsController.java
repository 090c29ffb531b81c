package org.fairreview.calendar.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.fairreview.audit.AuditEntry;
import org.fairreview.audit.AuditTrail;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.calendar.HolidaysRecorded;
import org.fairreview.calendar.LimitChange;
import org.fairreview.calendar.LimitChanged;
import org.fairreview.calendar.TimeLimit;
import org.fairreview.calendar.TimeLimits;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The table of limits (办理期限), which everybody reads and a regulator's section head changes. */
@Controller
class LimitsController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** A limit as a line. */
    record Row(
            long id,
            String step,
            String region,
            String route,
            String limit,
            String startRule,
            LocalDate validFrom,
            boolean planned,
            String source) {}

    /** A change that was made. */
    record Change(String time, String who, String step, @Nullable String before, String after, String reason) {}

    private final CurrentActor currentActor;
    private final TimeLimits limits;
    private final Units units;
    private final AuditTrail trail;
    private final SeparateRecord separate;
    private final ObjectMapper json;
    private final CalendarTexts texts;
    private final Clock clock;

    LimitsController(
            CurrentActor currentActor,
            TimeLimits limits,
            Units units,
            AuditTrail trail,
            SeparateRecord separate,
            ObjectMapper json,
            CalendarTexts texts,
            Clock clock) {
        this.currentActor = currentActor;
        this.limits = limits;
        this.units = units;
        this.trail = trail;
        this.separate = separate;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/calendar/limits")
    String table(@RequestParam(defaultValue = "") String row, Model model) {
        Actor actor = currentActor.get();
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "limits"));
        }
        Map<String, String> regions = regions(actor);
        List<TimeLimit> current = limits.current();
        TimeLimit chosen = current.stream()
                .filter(limit -> String.valueOf(limit.id()).equals(row))
                .findFirst()
                .orElse(current.get(0));
        String region = Objects.requireNonNullElse(chosen.regionId(), "");
        String preset = regions.containsKey(region)
                ? region
                : regions.keySet().stream().findFirst().orElse("");
        LimitForm form = LimitForm.of(chosen, preset, LocalDate.now(clock).plusDays(1));
        return page(actor, form, Map.of(), model);
    }

    @PostMapping("/calendar/limits")
    String change(
            @ModelAttribute("form") LimitForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        if (limits.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Objection> objections = new ArrayList<>();
        Optional<LimitChange> change = form.change(objections);
        if (change.isPresent()) {
            objections.addAll(limits.change(change.get(), actor));
        }
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("limits.changed", step(String.valueOf(form.step()))));
            return "redirect:/calendar/limits";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, form, texts.of(objections), model);
    }

    private String page(Actor actor, LimitForm form, Map<String, String> errors, Model model) {
        Map<String, String> regions = regions(actor);
        model.addAttribute("rows", limits.current().stream().map(this::row).toList());
        model.addAttribute("mayChange", !regions.isEmpty());
        model.addAttribute("regions", regions.entrySet());
        model.addAttribute("steps", options(limits.steps(), this::step));
        List<String> routes = new ArrayList<>(List.of(""));
        routes.addAll(TimeLimits.ROUTES);
        model.addAttribute("routes", options(routes, this::route));
        model.addAttribute(
                "countings", options(names(TimeLimit.Counting.values()), name -> texts.of("limits.counting." + name)));
        model.addAttribute(
                "startRules",
                options(names(TimeLimit.StartRule.values()), name -> texts.of("limits.startRule." + name)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        if (!regions.isEmpty() || actor.holds(Role.AUDITOR)) {
            model.addAttribute("history", history(actor, regions));
        }
        return "calendar/limits";
    }

    /** The regions that the person may change limits for, all of them under an empty id. */
    private Map<String, String> regions(Actor actor) {
        Map<String, String> regions = new LinkedHashMap<>();
        if (limits.mayChangeForAll(actor)) {
            regions.put("", texts.of("limits.region.all"));
        }
        limits.regionsOf(actor).stream().sorted().forEach(id -> regions.put(id, units.regionName(id)));
        return regions;
    }

    private Row row(TimeLimit limit) {
        return new Row(
                limit.id(),
                step(limit.step()),
                limit.regionId() == null ? texts.of("limits.region.all") : units.regionName(limit.regionId()),
                route(Objects.requireNonNullElse(limit.route(), "")),
                said(limit.days(), limit.counting().name()),
                texts.of("limits.startRule." + limit.startRule()),
                limit.validFrom(),
                limit.validFrom().isAfter(LocalDate.now(clock)),
                limit.source());
    }

    /** What was changed for all regions and for those of the person; auditors read all. */
    private List<Change> history(Actor actor, Map<String, String> regions) {
        List<Change> changes = new ArrayList<>(trail.of(HolidaysRecorded.SUBJECT).stream()
                .filter(entry -> entry.act().equals(LimitChanged.ACT))
                .map(entry -> new Said(entry, read(entry.details())))
                .filter(said ->
                        actor.holds(Role.AUDITOR) || said.region().isEmpty() || regions.containsKey(said.region()))
                .map(said -> change(said.entry(), said.details()))
                .toList());
        Collections.reverse(changes);
        return changes;
    }

    private record Said(AuditEntry entry, JsonNode details) {

        String region() {
            return details.path("region").asText();
        }
    }

    private Change change(AuditEntry entry, JsonNode said) {
        String region = said.path("region").asText();
        String scope = region.isEmpty() ? texts.of("limits.region.all") : units.regionName(region);
        return new Change(
                MINUTE.format(entry.occurredAt().atZone(clock.getZone())),
                entry.actor().name() + " " + Objects.toString(entry.actor().unitName(), ""),
                step(said.path("step").asText()) + " " + scope,
                said.has("daysBefore") ? whole(said, "Before") : null,
                texts.of("limits.from", said.path("validFrom").asText(), whole(said, "")),
                said.path("reason").asText());
    }

    private String whole(JsonNode said, String suffix) {
        return texts.of(
                "limits.whole",
                said(
                        said.path("days" + suffix).asInt(),
                        said.path("counting" + suffix).asText()),
                texts.of("limits.startRule." + said.path("startRule" + suffix).asText()),
                said.path("source" + suffix).asText());
    }

    private String said(int days, String counting) {
        return texts.of("limits.said." + counting, days);
    }

    private String step(String step) {
        return texts.orKey("limits.step.", step);
    }

    private String route(String route) {
        return route.isEmpty() ? texts.of("limits.route.all") : texts.orKey("limits.route.", route);
    }

    private JsonNode read(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The details of an audit entry cannot be read", e);
        }
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<Map.Entry<String, String>> options(Iterable<String> keys, UnaryOperator<String> text) {
        List<Map.Entry<String, String>> options = new ArrayList<>();
        keys.forEach(key -> options.add(Map.entry(key, text.apply(key))));
        return options;
    }
}
