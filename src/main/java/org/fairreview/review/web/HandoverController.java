package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Person;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseReads;
import org.fairreview.review.handover.Handover;
import org.fairreview.review.handover.HandoverLine;
import org.fairreview.review.handover.Handovers;
import org.fairreview.workflow.HeldTask;
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

/** The pages on which the tasks of a person who leaves are handed over (移交), and the lists of what was. */
@Controller
class HandoverController {

    /** A task to be handed over, and who may take it. */
    record TaskRow(String name, String caseNumber, @Nullable String title, @Nullable String due, String able) {}

    /** A line of a list. */
    record LineRow(String name, String caseNumber, @Nullable String title, @Nullable String due) {}

    /** A list as it is printed. */
    record Sheet(
            long id,
            String unit,
            String from,
            String to,
            String by,
            String reason,
            String at,
            List<LineRow> moved,
            List<LineRow> stayed) {}

    /** Why the form was refused, and the field that it is about. */
    record Refused(String field, String text) {}

    private final CurrentActor currentActor;
    private final Handovers handovers;
    private final CaseReads reads;
    private final Units units;
    private final RefusalTexts refusals;
    private final Labels labels;
    private final Moments moments;

    HandoverController(
            CurrentActor currentActor,
            Handovers handovers,
            CaseReads reads,
            Units units,
            RefusalTexts refusals,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.handovers = handovers;
        this.reads = reads;
        this.units = units;
        this.refusals = refusals;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/handover")
    String page(@RequestParam(defaultValue = "") String person, Model model) {
        return show(arranger(), person, model);
    }

    @PostMapping("/handover")
    String handOver(
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String successor,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor by = arranger();
        try {
            return "redirect:/handover/"
                    + handovers.handOver(by, person, successor, reason.strip()).id();
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "refused", new Refused(refusal.field() == null ? "" : refusal.field(), refusals.of(refusal)));
            model.addAttribute("successor", successor);
            model.addAttribute("reason", reason);
            return show(by, person, model);
        }
    }

    @GetMapping("/handover/{handover}")
    String list(@PathVariable long handover, Model model) {
        Actor by = arranger();
        Handover found =
                handovers.find(handover, by).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.printed(
                by,
                "handover",
                Stream.concat(found.moved().stream(), found.stayed().stream())
                        .map(HandoverLine::caseNumber)
                        .toList());
        model.addAttribute("paper", sheet(found));
        return "review/handover-list";
    }

    private String show(Actor by, String person, Model model) {
        List<Person> leavers = handovers.leavers(by);
        boolean chosen = leavers.stream().anyMatch(each -> each.userId().equals(person));
        List<Person> successors = chosen ? handovers.successors(by, person) : List.of();
        model.addAttribute("people", leavers);
        model.addAttribute("person", person);
        model.addAttribute("chosen", chosen);
        model.addAttribute("successors", successors);
        model.addAttribute(
                "tasks",
                chosen
                        ? handovers.tasks(by, person).stream()
                                .map(task -> row(task, successors))
                                .toList()
                        : List.of());
        model.addAttribute(
                "lists", handovers.latest(by).stream().map(this::sheet).toList());
        return "review/handover";
    }

    private TaskRow row(HeldTask task, List<Person> successors) {
        return new TaskRow(
                task.name(),
                task.caseNumber(),
                task.title(),
                minute(task.dueAt()),
                String.join(
                        labels.text("handover.comma"),
                        handovers.ableTo(task, successors).stream()
                                .map(Person::name)
                                .toList()));
    }

    private Sheet sheet(Handover handover) {
        return new Sheet(
                handover.id(),
                units.name(handover.unitId()),
                handover.fromName(),
                handover.toName(),
                handover.byName(),
                handover.reason(),
                moments.minute(handover.handedAt()),
                handover.moved().stream().map(this::line).toList(),
                handover.stayed().stream().map(this::line).toList());
    }

    private LineRow line(HandoverLine line) {
        return new LineRow(line.taskName(), line.caseNumber(), line.title(), minute(line.dueAt()));
    }

    private @Nullable String minute(@Nullable Instant moment) {
        return moment == null ? null : moments.minute(moment);
    }

    private Actor arranger() {
        Actor actor = currentActor.get();
        if (!Handovers.arranges(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
