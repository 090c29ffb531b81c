package org.fairreview.conference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.fairreview.conference.Trainings;
import org.fairreview.conference.Trainings.Kind;
import org.fairreview.conference.web.ConferenceDesk.Option;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The records of training and publicity of a year. */
@Controller
class TrainingController {

    private static final int FIRST_YEAR = 2016;

    record Line(
            long id,
            String kind,
            String heldOn,
            String title,
            String audience,
            int participants,
            @Nullable String note,
            String recordedBy) {}

    /** What was typed. */
    record Typed(String kind, String heldOn, String title, String audience, String participants, String note) {}

    private final ConferenceDesk desk;
    private final Trainings trainings;
    private final Directory directory;
    private final Clock clock;

    TrainingController(ConferenceDesk desk, Trainings trainings, Directory directory, Clock clock) {
        this.desk = desk;
        this.trainings = trainings;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/conference/trainings")
    String list(
            @RequestParam(defaultValue = "") String region, @RequestParam(defaultValue = "") String year, Model model) {
        String chosen = desk.region(region, desk.reader(), model);
        return page(chosen, year(year), new Typed("", "", "", "", "", ""), List.of(), model);
    }

    @PostMapping("/conference/trainings")
    String add(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String heldOn,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") String participants,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        LocalDate day = ConferenceDesk.read(heldOn);
        List<Objection> objections = trainings.add(
                region,
                new Trainings.Draft(
                        Arrays.stream(Kind.values())
                                .filter(each -> each.name().equals(kind))
                                .findFirst()
                                .orElse(null),
                        day,
                        title,
                        audience,
                        participants.strip().matches("\\d{1,7}") ? Integer.valueOf(participants.strip()) : null,
                        note),
                actor);
        if (objections.isEmpty()) {
            return "redirect:/conference/trainings?region=%s&year=%s"
                    .formatted(region, day == null ? "" : day.getYear());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        desk.region(region, actor, model);
        return page(region, year(""), new Typed(kind, heldOn, title, audience, participants, note), objections, model);
    }

    @PostMapping("/conference/trainings/remove")
    String remove(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "0") long training,
            @RequestParam(defaultValue = "") String year,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        List<Objection> objections = trainings.remove(region, training, actor);
        if (objections.isEmpty()) {
            return "redirect:/conference/trainings?region=%s&year=%s".formatted(region, year(year));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        desk.region(region, actor, model);
        return page(region, year(year), new Typed("", "", "", "", "", ""), objections, model);
    }

    private int year(String typed) {
        int now = LocalDate.now(clock).getYear();
        int year = typed.strip().matches("\\d{4}") ? Integer.parseInt(typed.strip()) : now;
        return year < FIRST_YEAR || year > now ? now : year;
    }

    private String page(String region, int year, Typed typed, List<Objection> objections, Model model) {
        List<Line> lines = trainings.of(region, year).stream()
                .map(training -> new Line(
                        training.id(),
                        desk.text("training.kind." + training.kind()),
                        ConferenceDesk.day(training.heldOn()),
                        training.title(),
                        training.audience(),
                        training.participants(),
                        training.note(),
                        directory.nameOf(training.recordedBy())))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("year", year);
        model.addAttribute("total", lines.stream().mapToInt(Line::participants).sum());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", desk.refused(objections));
        model.addAttribute(
                "kinds",
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(kind.name(), desk.text("training.kind." + kind)))
                        .toList());
        return "conference/trainings";
    }
}
