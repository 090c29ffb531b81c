package org.fairreview.review.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.MemberOpinion;
import org.fairreview.conference.PassageRemark;
import org.fairreview.conference.RemitAnswer;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.MemberConsultations;
import org.fairreview.review.ReviewCase;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** How members were asked about a case, what can still be changed in it, and answers after the limit. */
@Controller
class ConsultationController {

    private static final int PASSAGES = 5;

    private final CurrentActor currentActor;
    private final CaseFile caseFile;
    private final CaseInsights insights;
    private final CaseReads reads;
    private final MemberConsultations consultations;
    private final CanvassViews views;
    private final RefusalTexts refusals;
    private final Labels labels;

    ConsultationController(
            CurrentActor currentActor,
            CaseFile caseFile,
            CaseInsights insights,
            CaseReads reads,
            MemberConsultations consultations,
            CanvassViews views,
            RefusalTexts refusals,
            Labels labels) {
        this.currentActor = currentActor;
        this.caseFile = caseFile;
        this.insights = insights;
        this.reads = reads;
        this.consultations = consultations;
        this.views = views;
        this.refusals = refusals;
        this.labels = labels;
    }

    @GetMapping("/cases/{canvassed}/consultation")
    String list(@PathVariable("canvassed") String number, Model model) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        reads.opened(review, actor, "consultation");
        return page(review, actor, model);
    }

    /** Asks one more member. */
    @PostMapping("/cases/{canvassed}/consultation/{canvass}/members")
    String add(
            @PathVariable("canvassed") String number,
            @PathVariable String canvass,
            @RequestParam(defaultValue = "") String unit,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = changeable(number, actor);
        model.addAttribute("typedUnit", unit);
        return answer(() -> consultations.add(review, canvass, unit), canvass, review, actor, model, response);
    }

    /** Sends an answer back for clarification. */
    @PostMapping("/cases/{canvassed}/consultation/opinions/{silent}/back")
    String sendBack(
            @PathVariable("canvassed") String number,
            @PathVariable("silent") String opinion,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = changeable(number, actor);
        model.addAttribute("typedReason", reason);
        return answer(
                () -> consultations.sendBack(review, opinion, reason, actor), opinion, review, actor, model, response);
    }

    /** The form of a member that kept silent until the limit. */
    @GetMapping("/cases/{canvassed}/consultation/opinions/{silent}")
    String late(@PathVariable("canvassed") String number, @PathVariable("silent") String opinion, Model model) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        return late(review, owed(review, opinion, actor), Map.of(), model);
    }

    @PostMapping("/cases/{canvassed}/consultation/opinions/{silent}")
    String giveLate(
            @PathVariable("canvassed") String number,
            @PathVariable("silent") String opinion,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        ReviewCase review = find(number, actor);
        Consultation asked = owed(review, opinion, actor);
        Map<String, String> typed = new HashMap<>(sent);
        typed.replaceAll((field, text) -> text.replace("\r\n", "\n"));
        Optional<Refusal> refusal = read(asked, typed)
                .map(said -> again(() -> consultations.giveLate(review, asked.id(), said, actor)))
                .orElseGet(() -> Optional.of(Refusal.at("position", "consultation.positionMissing")));
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + number + "/consultation";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", refusals.of(refusal.get()));
        return late(review, asked, typed, model);
    }

    private Optional<MemberOpinion> read(Consultation asked, Map<String, String> typed) {
        Optional<Position> position = constant(Position.values(), typed.get("position"));
        if (position.isEmpty()) {
            return Optional.empty();
        }
        List<PassageRemark> passages = new ArrayList<>();
        for (int place = 0; place < PASSAGES; place++) {
            String quotation = typed.getOrDefault("quotation." + place, "").strip();
            String remark = typed.getOrDefault("remark." + place, "").strip();
            if (!quotation.isEmpty() || !remark.isEmpty()) {
                passages.add(new PassageRemark(quotation, remark));
            }
        }
        List<RemitAnswer> answers = new ArrayList<>();
        for (CanvassPart.Question question : views.own(asked).own().questions()) {
            constant(RemitAnswer.Said.values(), typed.get("answer." + question.id()))
                    .ifPresent(said -> answers.add(new RemitAnswer(
                            question.id(),
                            said,
                            typed.getOrDefault("note." + question.id(), "").strip())));
        }
        return Optional.of(new MemberOpinion(
                position.get(), typed.getOrDefault("opinion", "").strip(), passages, answers));
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private String answer(
            Supplier<Optional<Refusal>> act,
            String about,
            ReviewCase review,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        Optional<Refusal> refusal = again(act);
        if (refusal.isEmpty()) {
            return "redirect:/cases/" + review.number() + "/consultation";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refused", refusals.of(refusal.get()));
        model.addAttribute("refusedId", about);
        return page(review, actor, model);
    }

    /** Where somebody acted on the canvass at the same moment and was first, it is seen once more. */
    private static Optional<Refusal> again(Supplier<Optional<Refusal>> act) {
        try {
            return act.get();
        } catch (ConcurrencyFailureException e) {
            return act.get();
        }
    }

    private String page(ReviewCase review, Actor actor, Model model) {
        CaseInsight insight = insights.of(review, actor);
        List<CanvassPart> parts = views.of(review, actor, insight);
        if (parts.isEmpty() && !insight.isInside()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Set<String> runs = parts.stream()
                .map(CanvassPart::id)
                .filter(consultations::isRunning)
                .collect(Collectors.toSet());
        boolean hasPlace = parts.stream()
                .filter(part -> runs.contains(part.id()))
                .anyMatch(part -> part.id().equals(model.getAttribute("refusedId"))
                        || part.answers().stream()
                                .anyMatch(
                                        given -> given.stands() && given.id().equals(model.getAttribute("refusedId"))));
        if (!hasPlace) {
            model.addAttribute("refusedId", null);
        }
        model.addAttribute("number", review.number());
        model.addAttribute("measureTitle", views.title(review));
        model.addAttribute("parts", parts);
        model.addAttribute("runs", runs);
        model.addAttribute("mayChange", consultations.mayChange(review, actor));
        model.addAttribute("members", views.members(review));
        return "review/consultation";
    }

    private String late(ReviewCase review, Consultation asked, Map<String, String> typed, Model model) {
        model.addAttribute("number", review.number());
        model.addAttribute("measureTitle", views.title(review));
        model.addAttribute("part", views.own(asked));
        model.addAttribute("typed", typed);
        model.addAttribute("passagePlaces", PASSAGES);
        model.addAttribute("saidChoices", choices("consultation.said", RemitAnswer.Said.values()));
        model.addAttribute("positionChoices", choices("consultation.position", Position.values()));
        return "review/consultation-late";
    }

    private List<ReviewFormContext.Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new ReviewFormContext.Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    private Consultation owed(ReviewCase review, String opinion, Actor actor) {
        return consultations
                .owed(review, opinion, actor)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ReviewCase changeable(String number, Actor actor) {
        ReviewCase review = find(number, actor);
        if (!consultations.mayChange(review, actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return review;
    }

    private ReviewCase find(String number, Actor actor) {
        return caseFile.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
