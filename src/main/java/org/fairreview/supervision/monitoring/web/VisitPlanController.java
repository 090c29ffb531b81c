package org.fairreview.supervision.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadReads;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.MonitoringPoints;
import org.fairreview.supervision.monitoring.MonitoringPoints.Query;
import org.fairreview.supervision.monitoring.MonitoringVisit;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.fairreview.supervision.monitoring.MonitoringVisits.Seen;
import org.fairreview.supervision.monitoring.VisitPlan;
import org.fairreview.supervision.monitoring.VisitPlans;
import org.fairreview.supervision.monitoring.VisitPlans.Draft;
import org.fairreview.supervision.monitoring.VisitState;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
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

/** Plans of visits, and the visits of each. */
@Controller
class VisitPlanController {

    private final CurrentActor currentActor;
    private final LeadPeople people;
    private final LeadReads reads;
    private final VisitPlans plans;
    private final MonitoringPoints points;
    private final MonitoringVisits visits;
    private final MonitoringViews views;
    private final RefusalTexts refusals;
    private final LeadWording wording;
    private final Clock clock;

    VisitPlanController(
            CurrentActor currentActor,
            LeadPeople people,
            LeadReads reads,
            VisitPlans plans,
            MonitoringPoints points,
            MonitoringVisits visits,
            MonitoringViews views,
            RefusalTexts refusals,
            LeadWording wording,
            Clock clock) {
        this.currentActor = currentActor;
        this.people = people;
        this.reads = reads;
        this.plans = plans;
        this.points = points;
        this.visits = visits;
        this.views = views;
        this.refusals = refusals;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/monitoring/plans")
    String list(Model model) {
        Actor actor = reading();
        reads.opened("monitoring", "visitPlans", actor);
        List<VisitPlan> seen = plans.list(actor);
        Map<String, List<MonitoringVisit>> visitsOf =
                plans.visitsOf(seen.stream().map(VisitPlan::number).toList());
        model.addAttribute(
                "rows",
                seen.stream()
                        .map(plan -> views.plan(plan, visitsOf.getOrDefault(plan.number(), List.of()), clock.instant()))
                        .toList());
        model.addAttribute("mayPlan", people.plannedFor(actor).isPresent());
        return "supervision/monitoring/plans";
    }

    @GetMapping("/monitoring/plans/new")
    String fresh(Model model) {
        Actor actor = currentActor.get();
        planning(actor);
        return form(new HashMap<>(), List.of(), Map.of(), actor, model);
    }

    @PostMapping("/monitoring/plans")
    String make(
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "points", required = false) @Nullable List<String> chosen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = currentActor.get();
        planning(actor);
        List<Objection> objections = new ArrayList<>();
        List<String> ticked = chosen == null ? List.of() : chosen;
        Draft draft = new Draft(
                Typed.text(typed.get("title")),
                Typed.text(typed.get("focus")),
                Typed.day("until", typed.get("until"), objections),
                Typed.text(typed.get("visitor")),
                ticked.stream().map(Typed::id).toList());
        List<String> made = new ArrayList<>();
        if (objections.isEmpty()) {
            objections.addAll(plans.make(draft, actor, made));
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(typed, ticked, wording.of(objections), actor, model);
        }
        redirect.addFlashAttribute("done", wording.of("monitoring.planMade", made.get(0)));
        return "redirect:/monitoring/plans/" + made.get(0);
    }

    @GetMapping("/monitoring/plans/{visitPlan}")
    String one(@PathVariable String visitPlan, Model model) {
        Actor actor = reading();
        VisitPlan plan = find(visitPlan, actor);
        reads.opened(visitPlan, "visitPlan", actor);
        return one(plan, actor, "", Map.of(), model);
    }

    @PostMapping("/monitoring/plans/{visitPlan}/withdraw")
    String withdraw(
            @PathVariable String visitPlan,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reading();
        VisitPlan plan = find(visitPlan, actor);
        if (!plans.mayPlan(plan, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Optional<Refusal> refusal = plans.withdraw(visitPlan, Typed.text(reason), actor);
        if (refusal.isPresent()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            String field = refusal.get().field();
            return one(plan, actor, reason, Map.of(field == null ? "" : field, refusals.of(refusal.get())), model);
        }
        redirect.addFlashAttribute("done", wording.of("monitoring.withdrawn"));
        return "redirect:/monitoring/plans/" + visitPlan;
    }

    private String one(VisitPlan plan, Actor actor, String reason, Map<String, String> errors, Model model) {
        List<Seen> seen = visits.of(plan);
        List<MonitoringVisit> all = seen.stream().map(Seen::visit).toList();
        model.addAttribute("plan", views.plan(plan, all, clock.instant()));
        model.addAttribute("visits", seen.stream().map(views::visit).toList());
        model.addAttribute(
                "mayWithdraw",
                plans.mayPlan(plan, actor) && all.stream().anyMatch(visit -> visit.state() == VisitState.PLANNED));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors);
        return "supervision/monitoring/plan";
    }

    private String form(
            Map<String, String> typed, List<String> ticked, Map<String, String> errors, Actor actor, Model model) {
        Unit regulator = planning(actor);
        model.addAttribute("typed", typed);
        model.addAttribute("ticked", ticked);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "points",
                points.list(new Query("", "", "", false), actor).stream()
                        .map(views::point)
                        .toList());
        model.addAttribute(
                "visitors",
                plans.visitors(regulator.id()).stream()
                        .map(person -> new Choice(person.userId(), person.name()))
                        .toList());
        return "supervision/monitoring/plan-new";
    }

    private VisitPlan find(String number, Actor actor) {
        return plans.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor reading() {
        Actor actor = currentActor.get();
        if (people.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    private Unit planning(Actor actor) {
        return people.plannedFor(actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }
}
