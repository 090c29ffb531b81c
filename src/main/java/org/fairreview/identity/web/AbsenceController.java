package org.fairreview.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.identity.Absence;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Post;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person names a deputy for a period (外出委托). */
@Controller
class AbsenceController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** What was typed. */
    record Typed(String deputy, String from, String until) {}

    /** A period as a line. */
    record Line(long id, String deputy, String from, String until, boolean running, boolean over) {}

    /** Somebody who could stand in, and for which of the person's posts. */
    record Candidate(String userId, String name, String posts) {}

    private final CurrentActor currentActor;
    private final Absences absences;
    private final Directory directory;
    private final Units units;
    private final Texts texts;
    private final Clock clock;

    AbsenceController(
            CurrentActor currentActor, Absences absences, Directory directory, Units units, Texts texts, Clock clock) {
        this.currentActor = currentActor;
        this.absences = absences;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/account/absence")
    String own(Model model) {
        String today = LocalDate.now(clock).toString();
        return page(currentActor.get(), new Typed("", today, ""), Map.of(), model);
    }

    @PostMapping("/account/absence")
    String name(
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        List<Objection> objections = absences.name(day(from), day(until), deputy, actor);
        return answer(objections, new Typed(deputy, from, until), actor, model, response);
    }

    @PostMapping("/account/absence/{absence}/end")
    String end(@PathVariable long absence, Model model, HttpServletResponse response) {
        Actor actor = currentActor.get();
        List<Objection> objections = absences.end(absence, actor).stream().toList();
        return answer(objections, new Typed("", "", ""), actor, model, response);
    }

    private String answer(
            List<Objection> objections, Typed typed, Actor actor, Model model, HttpServletResponse response) {
        if (objections.isEmpty()) {
            return "redirect:/account/absence";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, typed, texts.of(objections), model);
    }

    private String page(Actor actor, Typed typed, Map<String, String> errors, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<Candidate> candidates = absences.deputies(actor).stream()
                .map(person -> new Candidate(
                        person.userId(),
                        person.name(),
                        String.join(
                                texts.of("absence.and"),
                                actor.posts().stream()
                                        .filter(post -> isHeldBy(person.userId(), post))
                                        .map(this::nameOf)
                                        .toList())))
                .toList();
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("candidates", candidates);
        model.addAttribute(
                "uncovered",
                actor.posts().stream()
                        .filter(post -> candidates.stream().noneMatch(each -> isHeldBy(each.userId(), post)))
                        .map(this::nameOf)
                        .collect(Collectors.joining(texts.of("absence.and"))));
        model.addAttribute(
                "lines",
                absences.of(actor.userId()).stream()
                        .map(absence -> line(absence, today))
                        .toList());
        return "identity/absence";
    }

    private Line line(Absence absence, LocalDate today) {
        return new Line(
                absence.id(),
                directory.nameOf(absence.deputyId()),
                DAY.format(absence.from()),
                DAY.format(absence.until()),
                absence.covers(today),
                absence.isOverOn(today));
    }

    private boolean isHeldBy(String userId, Post post) {
        return directory.holdersOf(post.role(), post.unitId()).stream()
                .anyMatch(holder -> holder.userId().equals(userId));
    }

    private String nameOf(Post post) {
        return units.name(post.unitId()) + " " + directory.roleName(post.role());
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return Optional.of(typed.strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse)
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
