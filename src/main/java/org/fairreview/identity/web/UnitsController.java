package org.fairreview.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Post;
import org.fairreview.identity.Region;
import org.fairreview.identity.Role;
import org.fairreview.identity.Scope;
import org.fairreview.identity.Unit;
import org.fairreview.identity.UnitChanges;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
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

/** The list of units and the page of a unit, on which system administrators change it. */
@Controller
class UnitsController {

    /** A unit as a line. */
    record Row(
            String id,
            String name,
            String region,
            boolean regulator,
            @Nullable String liaison,
            @Nullable String deputy,
            @Nullable String supervisingLeader,
            @Nullable String successor) {}

    /** Somebody who works in the unit. */
    record Member(String userId, String name, List<String> roles) {}

    private final AdministratorsDesk desk;
    private final Units units;
    private final UnitChanges changes;
    private final Directory directory;
    private final History history;
    private final Texts texts;

    UnitsController(
            AdministratorsDesk desk,
            Units units,
            UnitChanges changes,
            Directory directory,
            History history,
            Texts texts) {
        this.desk = desk;
        this.units = units;
        this.changes = changes;
        this.directory = directory;
        this.history = history;
        this.texts = texts;
    }

    @GetMapping("/admin/units")
    String list(@RequestParam(defaultValue = "") String q, Model model) {
        return list(desk.administrator(), q, UnitForm.BLANK, Map.of(), model);
    }

    @PostMapping("/admin/units")
    String add(
            @ModelAttribute("form") UnitForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        UnitChanges.Added added = changes.add(form.facts(), UnitForm.text(form.region()), actor);
        if (added.unit() != null) {
            redirect.addFlashAttribute("done", texts.of("units.added"));
            return "redirect:/admin/units/" + added.unit().id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(actor, "", form, texts.of(added.objections()), model);
    }

    @GetMapping("/admin/units/{unitId}")
    String page(@PathVariable String unitId, Model model) {
        Actor actor = desk.administrator();
        Unit unit = unit(unitId, actor);
        return page(unit, actor, UnitForm.of(unit), Map.of(), model);
    }

    @PostMapping("/admin/units/{unitId}")
    String describe(
            @PathVariable String unitId,
            @ModelAttribute("form") UnitForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        Unit unit = unit(unitId, actor);
        List<Objection> objections = changes.describe(unitId, form.facts(), actor);
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("units.described"));
            return "redirect:/admin/units/" + unitId;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(unit, actor, form, texts.of(objections), model);
    }

    @PostMapping("/admin/units/{unitId}/dissolve")
    String dissolve(
            @PathVariable String unitId,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "false") boolean checked,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = desk.administrator(Role.SYSADMIN);
        Unit unit = unit(unitId, actor);
        Map<String, String> errors;
        if (successor.isEmpty() || checked) {
            Optional<Objection> objection = changes.dissolve(unitId, successor, actor);
            if (objection.isEmpty()) {
                redirect.addFlashAttribute("done", texts.of("units.dissolved", units.name(successor)));
                return "redirect:/admin/units/" + unitId;
            }
            errors = texts.of(List.of(objection.get()));
        } else {
            errors = Map.of("checked", texts.of("units.dissolve.unchecked"));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("chosen", successor);
        return page(unit, actor, UnitForm.of(unit), errors, model);
    }

    private String list(Actor actor, String q, UnitForm form, Map<String, String> errors, Model model) {
        Scope scope = desk.sight(actor);
        String sought = q.strip();
        model.addAttribute("q", q);
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(scope::contains)
                        .map(this::row)
                        .filter(row ->
                                Stream.of(row.id(), row.name(), row.region()).anyMatch(text -> text.contains(sought)))
                        .toList());
        model.addAttribute(
                "regions",
                units.regions().stream()
                        .filter(region -> !region.id().equals(Region.HOME)
                                && units.scopeOf(actor, Role.SYSADMIN).regions().contains(region.id()))
                        .toList());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", actor.holds(Role.SYSADMIN));
        return "identity/units";
    }

    private String page(Unit unit, Actor actor, UnitForm form, Map<String, String> errors, Model model) {
        model.addAttribute("unit", row(unit));
        model.addAttribute("dissolved", unit.isDissolved());
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", units.scopeOf(actor, Role.SYSADMIN).contains(unit) && !unit.isDissolved());
        model.addAttribute("home", unit.regionId().equals(Region.HOME));
        model.addAttribute(
                "successors",
                units.all().stream()
                        .filter(other -> other.regionId().equals(unit.regionId())
                                && !other.isDissolved()
                                && !other.id().equals(unit.id()))
                        .toList());
        model.addAttribute(
                "members",
                directory.everybody().stream()
                        .map(entry -> new Member(
                                entry.userId(),
                                entry.person().name(),
                                entry.posts().stream()
                                        .filter(post -> post.unitId().equals(unit.id()))
                                        .map(Post::role)
                                        .map(directory::roleName)
                                        .toList()))
                        .filter(member -> !member.roles().isEmpty())
                        .toList());
        model.addAttribute("history", history.ofUnit(unit.id()));
        return "identity/unit";
    }

    private Row row(Unit unit) {
        return new Row(
                unit.id(),
                unit.name(),
                units.regionName(unit.regionId()),
                unit.isRegulator(),
                unit.liaison(),
                unit.deputy(),
                unit.supervisingLeader(),
                unit.successorId() == null ? null : units.name(unit.successorId()));
    }

    /** A unit out of the administrator's sight is as if it did not exist. */
    private Unit unit(String id, Actor actor) {
        return units.find(id)
                .filter(desk.sight(actor)::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
