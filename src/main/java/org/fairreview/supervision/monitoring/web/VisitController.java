package org.fairreview.supervision.monitoring.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.LeadPeople;
import org.fairreview.supervision.lead.LeadReads;
import org.fairreview.supervision.lead.LeadWording;
import org.fairreview.supervision.monitoring.MonitoringOverview;
import org.fairreview.supervision.monitoring.MonitoringOverview.Figures;
import org.fairreview.supervision.monitoring.MonitoringOverview.Month;
import org.fairreview.supervision.monitoring.MonitoringVisits;
import org.fairreview.supervision.monitoring.MonitoringVisits.Seen;
import org.fairreview.supervision.monitoring.VisitQuestions;
import org.fairreview.supervision.monitoring.VisitQuestions.QuestionList;
import org.fairreview.supervision.monitoring.VisitState;
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

/** The visits, the questions that are asked, and what there is by region and month. */
@Controller
class VisitController {

    private static final int MOST_SHOWN = 500;

    record FiguresRow(
            String region, int points, int visited, int visits, int leads, int waiting, int late, String share) {}

    record ListView(String validFrom, String set, String reason, boolean inForce, List<String> questions) {}

    private final CurrentActor currentActor;
    private final LeadPeople people;
    private final LeadReads reads;
    private final MonitoringVisits visits;
    private final MonitoringOverview overview;
    private final VisitQuestions questions;
    private final MonitoringViews views;
    private final Directory directory;
    private final Units units;
    private final LeadWording wording;
    private final Clock clock;

    VisitController(
            CurrentActor currentActor,
            LeadPeople people,
            LeadReads reads,
            MonitoringVisits visits,
            MonitoringOverview overview,
            VisitQuestions questions,
            MonitoringViews views,
            Directory directory,
            Units units,
            LeadWording wording,
            Clock clock) {
        this.currentActor = currentActor;
        this.people = people;
        this.reads = reads;
        this.visits = visits;
        this.overview = overview;
        this.questions = questions;
        this.views = views;
        this.directory = directory;
        this.units = units;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/monitoring/visits")
    String list(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = reading();
        reads.opened("monitoring", "visits", actor);
        String words = Typed.text(asked.get("q"));
        String state = Typed.text(asked.get("state"));
        String region = Typed.text(asked.get("region"));
        boolean late = "true".equals(asked.get("late"));
        List<Seen> found = visits.list(actor).stream()
                .filter(seen -> (seen.point().name() + " " + seen.visit().number()).contains(words))
                .filter(seen -> state.isEmpty() || seen.visit().state().name().equals(state))
                .filter(seen -> region.isEmpty() || seen.point().regionId().equals(region))
                .filter(seen -> !late || seen.late())
                .toList();
        model.addAttribute("q", words);
        model.addAttribute("state", state);
        model.addAttribute("region", region);
        model.addAttribute("late", late);
        model.addAttribute("total", found.size());
        model.addAttribute("most", MOST_SHOWN);
        model.addAttribute(
                "rows", found.stream().limit(MOST_SHOWN).map(views::visit).toList());
        model.addAttribute("states", Choice.of(wording, "monitoring.state", VisitState.values()));
        model.addAttribute("regions", regions(actor));
        return "supervision/monitoring/visits";
    }

    @GetMapping("/monitoring/visits/{visit}")
    String one(@PathVariable String visit, Model model) {
        Actor actor = reading();
        Seen seen = visits.find(visit, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.opened(visit, "visit", actor);
        model.addAttribute("visit", views.whole(seen));
        return "supervision/monitoring/visit";
    }

    @GetMapping("/monitoring/overview")
    String overview(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = reading();
        reads.opened("monitoring", "monitoringOverview", actor);
        int year = year(asked);
        List<String> regions = people.regionsOf(actor);
        List<FiguresRow> rows = rows(regions, year);
        List<Month> months = overview.byMonth(regions, year);
        model.addAttribute("year", year);
        model.addAttribute("years", years(regions));
        model.addAttribute("rows", rows);
        model.addAttribute("sum", sum(rows));
        model.addAttribute("months", months);
        model.addAttribute("visitsByMonth", months.stream().map(Month::visits).toList());
        model.addAttribute("leadsByMonth", months.stream().map(Month::leads).toList());
        return "supervision/monitoring/overview";
    }

    @GetMapping("/monitoring/overview/export")
    ResponseEntity<byte[]> export(@RequestParam Map<String, String> asked) {
        Actor actor = reading();
        int year = year(asked);
        String name = wording.of("monitoring.overview.file", String.valueOf(year));
        reads.exported("monitoring", name);
        List<FiguresRow> rows = new ArrayList<>(rows(people.regionsOf(actor), year));
        rows.add(sum(rows));
        return Downloads.workbook(
                name,
                SheetWriter.write(
                        wording.of("monitoring.overview"),
                        List.<Column<FiguresRow>>of(
                                new Column<>(wording.of("lead.region"), 16, FiguresRow::region),
                                new Column<>(wording.of("monitoring.points"), 12, FiguresRow::points),
                                new Column<>(wording.of("monitoring.figures.visited"), 14, FiguresRow::visited),
                                new Column<>(wording.of("monitoring.figures.visits"), 12, FiguresRow::visits),
                                new Column<>(wording.of("monitoring.figures.leads"), 12, FiguresRow::leads),
                                new Column<>(wording.of("monitoring.figures.waiting"), 12, FiguresRow::waiting),
                                new Column<>(wording.of("monitoring.figures.late"), 12, FiguresRow::late)),
                        rows));
    }

    private List<FiguresRow> rows(List<String> regions, int year) {
        return overview.byRegion(regions, year, clock.instant()).stream()
                .map(this::row)
                .toList();
    }

    private FiguresRow row(Figures each) {
        return new FiguresRow(
                units.regionName(each.regionId()),
                each.points(),
                each.visited(),
                each.visits(),
                each.leads(),
                each.waiting(),
                each.late(),
                share(each.visited(), each.points()));
    }

    private FiguresRow sum(List<FiguresRow> rows) {
        int points = rows.stream().mapToInt(FiguresRow::points).sum();
        int visited = rows.stream().mapToInt(FiguresRow::visited).sum();
        return new FiguresRow(
                wording.of("monitoring.sum"),
                points,
                visited,
                rows.stream().mapToInt(FiguresRow::visits).sum(),
                rows.stream().mapToInt(FiguresRow::leads).sum(),
                rows.stream().mapToInt(FiguresRow::waiting).sum(),
                rows.stream().mapToInt(FiguresRow::late).sum(),
                share(visited, points));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "—" : Math.round(100.0 * part / whole) + "%";
    }

    private int year(Map<String, String> asked) {
        String typed = Typed.text(asked.get("year"));
        return typed.matches("(19|20|21)\\d{2}")
                ? Integer.parseInt(typed)
                : wording.today().getYear();
    }

    private List<String> years(List<String> regions) {
        List<String> years = new ArrayList<>();
        years.add(String.valueOf(wording.today().getYear()));
        overview.years(regions).stream()
                .map(String::valueOf)
                .filter(year -> !years.contains(year))
                .forEach(years::add);
        return years;
    }

    @GetMapping("/monitoring/questions")
    String questions(Model model) {
        Actor actor = reading();
        reads.opened("monitoring", "visitQuestions", actor);
        return questions(actor, new HashMap<>(), Map.of(), model);
    }

    @PostMapping("/monitoring/questions")
    String set(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = reading();
        if (people.plannedFor(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        List<Objection> objections = new ArrayList<>();
        LocalDate from = Typed.day("from", typed.get("from"), objections);
        if (objections.isEmpty()) {
            objections.addAll(
                    questions.set(Typed.text(typed.get("questions")), from, Typed.text(typed.get("reason")), actor));
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return questions(actor, typed, wording.of(objections), model);
        }
        redirect.addFlashAttribute("done", wording.of("monitoring.questionsSet"));
        return "redirect:/monitoring/questions";
    }

    private String questions(Actor actor, Map<String, String> typed, Map<String, String> errors, Model model) {
        String region = people.plannedFor(actor).map(Unit::regionId).orElseGet(() -> people.regionsOf(actor)
                .get(0));
        LocalDate today = wording.today();
        List<QuestionList> lists = questions.lists(region);
        List<String> inForce = questions.inForce(region, today);
        long current = lists.stream()
                .filter(list -> !list.validFrom().isAfter(today))
                .findFirst()
                .map(QuestionList::id)
                .orElse(-1L);
        model.addAttribute("regionName", units.regionName(region));
        model.addAttribute(
                "lists",
                lists.stream()
                        .map(list -> new ListView(
                                wording.day(list.validFrom()),
                                list.setBy() == null
                                        ? wording.of("monitoring.questions.shipped")
                                        : directory.nameOf(list.setBy()),
                                list.reason(),
                                list.id() == current,
                                list.questions()))
                        .toList());
        model.addAttribute("maySet", people.plannedFor(actor).isPresent());
        Map<String, String> shown = new HashMap<>(typed);
        shown.putIfAbsent("questions", String.join("\n", inForce));
        shown.putIfAbsent("from", today.plusDays(1).toString());
        model.addAttribute("typed", shown);
        model.addAttribute("errors", errors);
        return "supervision/monitoring/questions";
    }

    private List<Choice> regions(Actor actor) {
        return people.regionsOf(actor).stream()
                .map(region -> new Choice(region, units.regionName(region)))
                .toList();
    }

    private Actor reading() {
        Actor actor = currentActor.get();
        if (people.regionsOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
