package org.fairreview.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Figures;
import org.fairreview.reporting.UnitSummaries;
import org.fairreview.reporting.UnitSummary;
import org.fairreview.reporting.web.BroughtSummary.Brought;
import org.fairreview.reporting.web.FigurePages.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The yearly summaries: who was asked, who has delivered, who is late; and the office's own. */
@Controller
class SummaryController {

    private static final int YEARS = 10;

    /** A unit that was asked. */
    record Line(
            String year, String unit, String region, String due, @Nullable String handedIn, boolean late, String url) {}

    record SentLine(String on, String to, String file, String url, String by, boolean late) {}

    record DeliveryView(String content, String file, String url, String by, String at, List<FigureLine> figures) {}

    record FigureLine(String name, int count) {}

    record Sending(String sentOn, String sentTo, String fileId) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final CleanupPeople people;
    private final UnitSummaries summaries;
    private final BroughtSummary brought;
    private final FileStore store;
    private final ObjectionTexts sentences;
    private final FigureTexts texts;
    private final Units units;
    private final Clock clock;

    SummaryController(
            CurrentActor currentActor,
            SeparateRecord separate,
            CleanupPeople people,
            UnitSummaries summaries,
            BroughtSummary brought,
            FileStore store,
            ObjectionTexts sentences,
            FigureTexts texts,
            Units units,
            Clock clock) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.people = people;
        this.summaries = summaries;
        this.brought = brought;
        this.store = store;
        this.sentences = sentences;
        this.texts = texts;
        this.units = units;
        this.clock = clock;
    }

    @GetMapping("/summaries")
    String list(@RequestParam(defaultValue = "") String year, Model model) {
        return list(year(year), reader(), null, new Sending("", "", ""), Map.of(), model);
    }

    @PostMapping("/summaries/requests")
    String request(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") List<String> units,
            Model model,
            HttpServletResponse response) {
        Actor actor = office();
        List<Objection> objections = summaries.request(year(year), units, actor);
        if (objections.isEmpty()) {
            return "redirect:/summaries?year=" + year(year);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(year(year), actor, units, new Sending("", "", ""), sentences.byField(objections), model);
    }

    @PostMapping("/summaries/office")
    String send(
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String sentOn,
            @RequestParam(defaultValue = "") String sentTo,
            @RequestParam(defaultValue = "") String fileId,
            @RequestParam(required = false) @Nullable MultipartFile sentFile,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = office();
        Brought file =
                brought.take(sentFile, fileId, actor, summaries.askedBy(actor).orElseThrow());
        List<Objection> objections = file.refused().isEmpty()
                ? summaries.send(year(year), day(sentOn), sentTo, file.fileId(), actor)
                : List.of();
        Map<String, String> errors = file.errors(sentences.byField(objections), "sentFile");
        if (errors.isEmpty()) {
            return "redirect:/summaries?year=" + year(year);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return list(year(year), actor, null, new Sending(sentOn, sentTo, file.idOrEmpty()), errors, model);
    }

    @GetMapping("/summaries/{summary}")
    String summary(@PathVariable long summary, Model model) {
        return page(find(summary, reader()), "", "", Map.of(), model);
    }

    @PostMapping("/summaries/{summary}")
    String handIn(
            @PathVariable long summary,
            @RequestParam(defaultValue = "") String content,
            @RequestParam(defaultValue = "") String fileId,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Actor actor = reader();
        UnitSummary found = find(summary, actor);
        if (!summaries.mayHandIn(found, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        Brought taken =
                brought.take(file, fileId, actor, units.find(found.unitId()).orElseThrow());
        List<Objection> objections =
                taken.refused().isEmpty() ? summaries.handIn(found, content, taken.fileId(), actor) : List.of();
        Map<String, String> errors = taken.errors(sentences.byField(objections), "file");
        if (errors.isEmpty()) {
            return "redirect:/summaries/" + summary;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(found, content, taken.idOrEmpty(), errors, model);
    }

    @GetMapping("/summaries/files/{summaryFile}")
    void file(@PathVariable String summaryFile, HttpServletResponse response) throws IOException {
        StoredFile file = summaries
                .file(summaryFile, reader())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] bytes = summaries.take(file);
        Downloads.head(response, file.name(), file.mediaType());
        response.getOutputStream().write(bytes);
    }

    /** @param chosen the units that were chosen before the form was refused; null where none was sent */
    private String list(
            int year,
            Actor actor,
            @Nullable List<String> chosen,
            Sending typed,
            Map<String, String> errors,
            Model model) {
        model.addAttribute("chosen", chosen);
        List<String> regions = people.sightOf(actor).regions().stream().sorted().toList();
        boolean overview = !regions.isEmpty();
        List<Line> lines = (overview ? summaries.of(regions, year) : summaries.ofUnitsOf(actor))
                .stream().map(this::line).toList();
        model.addAttribute("overview", overview);
        model.addAttribute("year", String.valueOf(year));
        model.addAttribute("years", years());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "delivered",
                lines.stream().filter(line -> line.handedIn() != null).count());
        model.addAttribute(
                "late",
                lines.stream()
                        .filter(line -> line.handedIn() == null && line.late())
                        .count());
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        Unit asking = summaries.askedBy(actor).orElse(null);
        model.addAttribute("asking", asking == null ? null : asking.name());
        String region = asking == null ? regions.stream().findFirst().orElse(null) : asking.regionId();
        if (overview && region != null) {
            LocalDate due = summaries.officeDue(region, year);
            model.addAttribute("unitsDue", texts.day(summaries.unitsDue(region, year)));
            model.addAttribute("officeDue", texts.day(due));
            List<SentLine> sent = summaries.sent(region, year).stream()
                    .map(each -> new SentLine(
                            texts.day(each.on()),
                            each.to(),
                            store.find(each.fileId()).map(StoredFile::name).orElse(""),
                            "/summaries/files/" + each.fileId(),
                            texts.person(each.recordedBy()),
                            each.on().isAfter(due)))
                    .toList();
            model.addAttribute("sent", sent);
            model.addAttribute(
                    "officeLate", sent.isEmpty() && LocalDate.now(clock).isAfter(due));
            model.addAttribute("regionName", units.regionName(region));
        }
        model.addAttribute("open", asking == null ? List.of() : open(asking, year));
        return "reporting/summaries";
    }

    /** The units that were not asked yet. */
    private List<Choice> open(Unit asking, int year) {
        List<String> asked = summaries.of(List.of(asking.regionId()), year).stream()
                .map(UnitSummary::unitId)
                .toList();
        return summaries.withDuty(asking.regionId(), year).stream()
                .filter(unit -> !asked.contains(unit.id()))
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    private Line line(UnitSummary summary) {
        return new Line(
                String.valueOf(summary.year()),
                units.name(summary.unitId()),
                units.regionName(summary.regionId()),
                texts.day(summary.dueOn()),
                summary.firstHandedInOn() == null ? null : texts.day(summary.firstHandedInOn()),
                summary.isLate(LocalDate.now(clock)),
                "/summaries/" + summary.id());
    }

    private String page(UnitSummary summary, String content, String fileId, Map<String, String> errors, Model model) {
        Actor actor = currentActor.get();
        model.addAttribute("line", line(summary));
        model.addAttribute("overview", !people.sightOf(actor).regions().isEmpty());
        model.addAttribute(
                "deliveries",
                summaries.deliveries(summary).stream()
                        .map(delivery -> new DeliveryView(
                                delivery.content(),
                                store.find(delivery.fileId())
                                        .map(StoredFile::name)
                                        .orElse(""),
                                "/summaries/files/" + delivery.fileId(),
                                texts.person(delivery.handedInBy()),
                                texts.day(delivery.handedInAt()),
                                figures(delivery.figures())))
                        .toList());
        model.addAttribute("figures", figures(summaries.counted(summary)));
        model.addAttribute("mayHandIn", summaries.mayHandIn(summary, actor));
        model.addAttribute("typed", content);
        model.addAttribute("fileId", fileId);
        model.addAttribute("fileName", store.find(fileId).map(StoredFile::name).orElse(""));
        model.addAttribute("errors", errors);
        return "reporting/summary";
    }

    private List<FigureLine> figures(Map<String, Integer> counted) {
        Map<String, Integer> known = new LinkedHashMap<>(counted);
        List<FigureLine> lines = new ArrayList<>();
        known.forEach((id, count) ->
                Figures.find(id).ifPresent(figure -> lines.add(new FigureLine(texts.name(figure), count))));
        return lines;
    }

    private UnitSummary find(long id, Actor actor) {
        return summaries.find(id, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whoever regulates or audits, and the people of units; an auditor's look goes on record. */
    private Actor reader() {
        Actor actor = currentActor.get();
        if (people.sightOf(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "summaries"));
        }
        return actor;
    }

    private Actor office() {
        Actor actor = currentActor.get();
        if (summaries.askedBy(actor).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    /** The year of the address; at the beginning of a year the one that has just ended. */
    private int year(String typed) {
        return years().stream()
                .filter(each -> each.value().equals(typed))
                .map(each -> Integer.parseInt(each.value()))
                .findFirst()
                .orElseGet(() -> LocalDate.now(clock).minusMonths(6).getYear());
    }

    private List<Choice> years() {
        int now = LocalDate.now(clock).getYear();
        return IntStream.rangeClosed(now - YEARS + 1, now)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .map(year -> new Choice(String.valueOf(year), texts.of("figures.year", String.valueOf(year))))
                .toList();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
