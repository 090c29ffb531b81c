package org.fairreview.supervision.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadReads;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.MonitoringPoint;
import org.fairreview.supervision.monitoring.MonitoringPoints;
import org.fairreview.supervision.monitoring.MonitoringPoints.Query;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.fairreview.supervision.monitoring.PointDraft;
import org.fairreview.supervision.monitoring.PointKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of monitoring points, and one of them. */
@Controller
class PointController {

    private final CurrentActor currentActor;
    private final LeadPeople people;
    private final LeadReads reads;
    private final MonitoringPoints points;
    private final MonitoringVisits visits;
    private final MonitoringViews views;
    private final Units units;
    private final LeadWording wording;

    PointController(
            CurrentActor currentActor,
            LeadPeople people,
            LeadReads reads,
            MonitoringPoints points,
            MonitoringVisits visits,
            MonitoringViews views,
            Units units,
            LeadWording wording) {
        this.currentActor = currentActor;
        this.people = people;
        this.reads = reads;
        this.points = points;
        this.visits = visits;
        this.views = views;
        this.units = units;
        this.wording = wording;
    }

    @GetMapping("/monitoring")
    String list(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = reading();
        reads.opened("monitoring", "monitoringPoints", actor);
        Query query = new Query(
                Typed.text(asked.get("q")),
                Typed.text(asked.get("region")),
                Typed.text(asked.get("kind")),
                "true".equals(asked.get("closed")));
        List<MonitoringPoint> found = points.list(query, actor);
        model.addAttribute("query", query);
        model.addAttribute("rows", found.stream().map(views::point).toList());
        model.addAttribute(
                "regions",
                people.regionsOf(actor).stream()
                        .map(region -> new Choice(region, units.regionName(region)))
                        .toList());
        model.addAttribute("kinds", Choice.of(wording, "monitoring.kind", PointKind.values()));
        model.addAttribute("mayKeep", people.broughtFor(actor).isPresent());
        return "supervision/monitoring/points";
    }

    @GetMapping("/monitoring/points/new")
    String fresh(Model model) {
        keeping(currentActor.get());
        return form(0, new HashMap<>(), Map.of(), model);
    }

    @PostMapping("/monitoring/points")
    String register(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        Unit regulator = keeping(actor);
        List<Objection> objections = new ArrayList<>();
        PointDraft draft = draft(regulator.regionId(), typed, objections);
        if (objections.isEmpty()) {
            objections.addAll(points.register(draft, actor));
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(0, typed, wording.of(objections), model);
        }
        redirect.addFlashAttribute("done", wording.of("monitoring.pointRegistered", draft.name()));
        return "redirect:/monitoring";
    }

    @GetMapping("/monitoring/points/{point}")
    String one(@PathVariable String point, Model model) {
        Actor actor = reading();
        MonitoringPoint found = find(point, actor);
        reads.opened("monitoring", "monitoringPoint", actor);
        return one(found, actor, typed(found), Map.of(), model);
    }

    @PostMapping("/monitoring/points/{point}")
    String change(
            @PathVariable String point,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reading();
        MonitoringPoint found = find(point, actor);
        if (!points.mayKeep(actor, found.regionId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Objection> objections = new ArrayList<>();
        PointDraft draft = draft(found.regionId(), typed, objections);
        if (objections.isEmpty()) {
            objections.addAll(points.change(found.id(), draft, actor));
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return one(found, actor, typed, wording.of(objections), model);
        }
        redirect.addFlashAttribute("done", wording.of("monitoring.pointChanged"));
        return "redirect:/monitoring/points/" + found.id();
    }

    private String one(
            MonitoringPoint point, Actor actor, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("row", views.point(point));
        model.addAttribute("remark", point.remark());
        model.addAttribute(
                "visits",
                visits.of(point).stream()
                        .map(seen -> views.visit(seen, visits.isOpenTo(seen.visit(), actor)))
                        .toList());
        model.addAttribute("mayKeep", points.mayKeep(actor, point.regionId()));
        form(point.id(), typed, errors, model);
        return "supervision/monitoring/point";
    }

    private String form(long id, Map<String, String> typed, Map<String, String> errors, Model model) {
        model.addAttribute("pointId", id);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("kinds", Choice.of(wording, "monitoring.kind", PointKind.values()));
        return "supervision/monitoring/point-new";
    }

    private static Map<String, String> typed(MonitoringPoint point) {
        Map<String, String> typed = new HashMap<>();
        typed.put("name", point.name());
        typed.put("kind", point.kind().name());
        typed.put("address", point.address());
        typed.put("contact", point.contact());
        typed.put("phone", point.phone());
        typed.put("openedOn", point.openedOn().map(String::valueOf).orElse(""));
        typed.put("closedOn", point.closedOn().map(String::valueOf).orElse(""));
        typed.put("remark", point.remark());
        return typed;
    }

    private static PointDraft draft(String regionId, Map<String, String> typed, List<Objection> objections) {
        return new PointDraft(
                regionId,
                Typed.text(typed.get("name")),
                Stream.of(PointKind.values())
                        .filter(kind -> kind.name().equals(typed.get("kind")))
                        .findFirst()
                        .orElse(null),
                Typed.text(typed.get("address")),
                Typed.text(typed.get("contact")),
                Typed.text(typed.get("phone")),
                Typed.day("openedOn", typed.get("openedOn"), objections),
                Typed.day("closedOn", typed.get("closedOn"), objections),
                Typed.text(typed.get("remark")));
    }

    private MonitoringPoint find(String id, Actor actor) {
        return points.find(Typed.id(id), actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor reading() {
        Actor actor = currentActor.get();
        if (people.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Unit keeping(Actor actor) {
        return people.broughtFor(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
