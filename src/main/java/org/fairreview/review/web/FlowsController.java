package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.activity.Period;
import org.fairreview.workflow.DeployedModels;
import org.fairreview.workflow.FlowFigures;
import org.fairreview.workflow.FlowFigures.Element;
import org.fairreview.workflow.FlowFigures.Figures;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** How often and how fast the steps of a process are passed, on the diagram of each of its versions. */
@Controller
class FlowsController {

    private static final String USER_TASK = "userTask";

    /** So many of the slowest steps are marked. */
    private static final int SLOWEST = 3;

    /** A step in which at least one pass in so many is late is marked too. */
    private static final int LATE_ONE_IN = 5;

    /** A person's task. */
    record Line(
            String name, int passed, int open, int late, String median, String waited, String worked, boolean slow) {}

    /** What is painted. */
    record Painted(String url, Map<String, Integer> flows, List<Badge> elements) {}

    /** What stands at an element: how often, and how long for people's tasks; empty where none was done yet. */
    record Badge(String id, int passed, @Nullable String median, boolean slow) {}

    private final AuditDesk desk;
    private final DeployedModels models;
    private final FlowFigures figures;
    private final CaseFile cases;
    private final CaseReads reads;
    private final Labels labels;
    private final Moments moments;
    private final ObjectMapper json;
    private final Clock clock;

    FlowsController(
            AuditDesk desk,
            DeployedModels models,
            FlowFigures figures,
            CaseFile cases,
            CaseReads reads,
            Labels labels,
            Moments moments,
            ObjectMapper json,
            Clock clock) {
        this.desk = desk;
        this.models = models;
        this.figures = figures;
        this.cases = cases;
        this.reads = reads;
        this.labels = labels;
        this.moments = moments;
        this.json = json;
        this.clock = clock;
    }

    @GetMapping("/activity/flows")
    String page(
            PeriodForm form, @RequestParam(defaultValue = "") String model, Model page, HttpServletResponse response) {
        Actor auditor = desk.auditor();
        List<DeployedModels.Model> all = models.all();
        DeployedModels.Model chosen = all.stream()
                .filter(each -> each.id().equals(model))
                .findFirst()
                .or(() -> all.stream()
                        .filter(each -> model.isEmpty())
                        .max(Comparator.comparing((DeployedModels.Model each) ->
                                        each.process().equals("MeasureReview"))
                                .thenComparing(DeployedModels.Model::version)))
                .orElseThrow(FlowsController::notFound);
        Period period = form.period(desk.today());
        page.addAttribute("form", form);
        page.addAttribute("period", period);
        page.addAttribute("chosen", chosen.id());
        page.addAttribute(
                "models",
                all.stream()
                        .map(each -> new AuditDesk.Choice(
                                each.id(), labels.text("replay.model", each.name(), each.version())))
                        .toList());
        form.mistake(desk.today())
                .ifPresentOrElse(
                        key -> {
                            page.addAttribute("mistakes", Map.of("period", labels.text(key)));
                            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                        },
                        () -> {
                            page.addAttribute("mistakes", Map.of());
                            reads.looked(auditor, "flows", conditions(form, chosen));
                            show(chosen, period, auditor, page);
                        });
        return "review/flows";
    }

    /** A model in one of its versions, as XML. */
    @GetMapping(path = "/activity/flows/models/{model}", produces = MediaType.APPLICATION_XML_VALUE)
    @ResponseBody
    String model(@PathVariable String model) {
        desk.auditor();
        return models.xml(model).orElseThrow(FlowsController::notFound);
    }

    private void show(DeployedModels.Model model, Period period, Actor auditor, Model page) {
        Figures found = figures.of(
                model.id(),
                period.start(clock.getZone()),
                period.end(clock.getZone()),
                cases.sightOf(auditor).audited(),
                clock.instant());
        Set<String> slow = slow(found.elements());
        page.addAttribute("runs", found.runs());
        page.addAttribute("cut", found.runs() >= FlowFigures.MOST_RUNS);
        page.addAttribute("most", FlowFigures.MOST_RUNS);
        page.addAttribute(
                "lines",
                tasks(found.elements()).map(element -> line(element, slow)).toList());
        page.addAttribute(
                "painted",
                inPage(new Painted(
                        "/activity/flows/models/" + model.id(),
                        found.flows(),
                        found.elements().stream()
                                .map(element -> new Badge(
                                        element.id(),
                                        element.passed(),
                                        element.type().equals(USER_TASK) ? medianOrEmpty(element) : null,
                                        slow.contains(element.id())))
                                .toList())));
    }

    /** The tasks of people, the slowest first. */
    private static Stream<Element> tasks(List<Element> elements) {
        return elements.stream()
                .filter(element -> element.type().equals(USER_TASK))
                .sorted(Comparator.comparing(
                        Element::median,
                        Comparator.nullsLast(Comparator.<Duration>naturalOrder().reversed())));
    }

    private static Set<String> slow(List<Element> elements) {
        Set<String> slow = tasks(elements)
                .filter(element -> element.median() != null)
                .limit(SLOWEST)
                .map(Element::id)
                .collect(Collectors.toSet());
        tasks(elements)
                .filter(element -> element.late() > 0 && element.late() * LATE_ONE_IN >= element.passed())
                .map(Element::id)
                .forEach(slow::add);
        return slow;
    }

    private Line line(Element element, Set<String> slow) {
        return new Line(
                Objects.requireNonNullElse(element.name(), element.id()),
                element.passed(),
                element.open(),
                element.late(),
                duration(element.median()),
                duration(element.waited()),
                duration(element.worked()),
                slow.contains(element.id()));
    }

    private String medianOrEmpty(Element task) {
        return task.median() == null ? "" : moments.duration(task.median());
    }

    private String duration(@Nullable Duration took) {
        return took == null ? "—" : moments.duration(took);
    }

    private static Map<String, String> conditions(PeriodForm form, DeployedModels.Model model) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("model", model.id());
        if (form.from() != null) {
            conditions.put("from", form.from());
        }
        if (form.until() != null) {
            conditions.put("until", form.until());
        }
        return conditions;
    }

    private String inPage(Painted painted) {
        try {
            return json.writeValueAsString(painted).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The figures of a model cannot be written", e);
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
