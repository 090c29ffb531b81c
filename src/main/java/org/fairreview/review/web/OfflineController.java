package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ReviewRoute;
import org.fairreview.review.ledger.Ledger;
import org.fairreview.review.ledger.OfflineFacts;
import org.fairreview.review.ledger.OfflineReview;
import org.fairreview.review.ledger.OfflineReviews;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** The page on which a clerk registers that a classified measure was reviewed on paper (线下审查), and what was registered. */
@Controller
class OfflineController {

    /** What was typed. */
    record Form(
            @Nullable String unit,
            @Nullable String reviewedOn,
            @Nullable ReviewRoute route,
            @Nullable Conclusion conclusion,
            @Nullable String paperNumber,
            @Nullable String handledBy,
            @Nullable String remark,
            @Nullable Boolean unclassified) {

        OfflineFacts facts() {
            return new OfflineFacts(
                    plain(unit), day(), route, conclusion, plain(paperNumber), plain(handledBy), plain(remark));
        }

        private @Nullable LocalDate day() {
            try {
                return LocalDate.parse(plain(reviewedOn));
            } catch (DateTimeParseException e) {
                return null;
            }
        }

        private static String plain(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    record Choice(String value, String label) {}

    private final CurrentActor currentActor;
    private final OfflineReviews reviews;
    private final Units units;
    private final Directory directory;
    private final RefusalTexts refusals;
    private final Labels labels;
    private final Moments moments;

    OfflineController(
            CurrentActor currentActor,
            OfflineReviews reviews,
            Units units,
            Directory directory,
            RefusalTexts refusals,
            Labels labels,
            Moments moments) {
        this.currentActor = currentActor;
        this.reviews = reviews;
        this.units = units;
        this.directory = directory;
        this.refusals = refusals;
        this.labels = labels;
        this.moments = moments;
    }

    @GetMapping("/cases/offline")
    String blank(Model model) {
        return show(new Form(null, null, null, null, null, null, null, null), Map.of(), clerk(), model);
    }

    /** Registers it; what is refused comes back with all that was typed. */
    @PostMapping("/cases/offline")
    String register(@ModelAttribute Form form, Model model, HttpServletResponse response) {
        Actor clerk = clerk();
        Map<String, String> problems = new LinkedHashMap<>();
        reviews.check(form.facts(), clerk).forEach(refusal -> add(refusal, problems));
        if (!Boolean.TRUE.equals(form.unclassified())) {
            add(Refusal.at("unclassified", "offline.unconfirmed"), problems);
        }
        if (problems.isEmpty()) {
            try {
                return "redirect:/cases/offline/"
                        + reviews.register(form.facts(), clerk).id();
            } catch (Refusal refused) {
                add(refused, problems);
            } catch (DataIntegrityViolationException registeredAtTheSameMoment) {
                add(Refusal.at("paperNumber", "offline.registeredBefore"), problems);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(form, problems, clerk, model);
    }

    private void add(Refusal refusal, Map<String, String> problems) {
        problems.put(String.valueOf(refusal.field()), refusals.of(refusal));
    }

    @GetMapping("/cases/offline/{offline}")
    String page(@PathVariable long offline, Model model) {
        OfflineReview review = reviews.find(offline, currentActor.get())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("title", Ledger.OFFLINE_TITLE);
        model.addAttribute("offline", true);
        model.addAttribute(
                "facts",
                List.of(
                        fact("unit", units.name(review.unitId())),
                        new Fact(labels.text("ledger.region"), units.regionName(review.regionId())),
                        fact("reviewedOn", moments.day(review.reviewedOn())),
                        fact("route", labels.of("offline.route", review.route())),
                        fact("conclusion", labels.of("review.conclusion", review.conclusion())),
                        fact("paperNumber", review.paperNumber()),
                        fact("handledBy", review.handledBy()),
                        fact("remark", review.remark().isEmpty() ? "—" : review.remark()),
                        fact(
                                "registered",
                                labels.text(
                                        "past.enteredBy.value",
                                        directory.nameOf(review.registeredBy()),
                                        moments.minute(review.registeredAt())))));
        return "review/past";
    }

    private Fact fact(String field, String value) {
        return new Fact(labels.text("offline." + field), value);
    }

    private String show(Form form, Map<String, String> problems, Actor clerk, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        model.addAttribute(
                "units",
                reviews.unitsFor(clerk).stream()
                        .map(unit -> new Choice(unit.id(), unit.name()))
                        .toList());
        model.addAttribute("routes", choices("offline.route", ReviewRoute.JOINT, ReviewRoute.OWN));
        model.addAttribute("conclusions", choices("review.conclusion", Conclusion.values()));
        return "review/offline";
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    private Actor clerk() {
        Actor actor = currentActor.get();
        if (!reviews.mayRegister(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
