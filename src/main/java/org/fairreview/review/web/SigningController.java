package org.fairreview.review.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.review.CaseFile;
import org.fairreview.review.CaseReads;
import org.fairreview.review.web.SigningCards.Card;
import org.fairreview.review.web.SigningCards.Choice;
import org.fairreview.workflow.Answers;
import org.fairreview.workflow.OpenTask;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.fairreview.workflow.TaskDesk;
import org.fairreview.workflow.TaskInbox;
import org.fairreview.workflow.TaskTransfers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which leaders sign (签批): each conclusion singly, by the same task and listener as in Tasklist. */
@Controller
class SigningController {

    /** What a signer does with a card. */
    enum Act {
        AGREE,
        BACK,
        PASS
    }

    /**
     * What the signer wrote on a card.
     *
     * @param backTo the place to which the draft goes back
     * @param colleague the account of the person who is to sign instead
     */
    record Input(@Nullable Act act, @Nullable String remark, @Nullable Integer backTo, @Nullable String colleague) {

        String said() {
            return remark == null ? "" : remark.strip();
        }
    }

    /** Why a card was refused, and the field that it is about. */
    record Refused(String taskId, String field, String text) {}

    private final CurrentActor currentActor;
    private final SigningCards cards;
    private final CaseFile caseFile;
    private final CaseReads reads;
    private final TaskInbox inbox;
    private final TaskDesk desk;
    private final TaskTransfers transfers;
    private final RefusalTexts refusals;
    private final Labels labels;
    private final ObjectMapper json;

    SigningController(
            CurrentActor currentActor,
            SigningCards cards,
            CaseFile caseFile,
            CaseReads reads,
            TaskInbox inbox,
            TaskDesk desk,
            TaskTransfers transfers,
            RefusalTexts refusals,
            Labels labels,
            ObjectMapper json) {
        this.currentActor = currentActor;
        this.cards = cards;
        this.caseFile = caseFile;
        this.reads = reads;
        this.inbox = inbox;
        this.desk = desk;
        this.transfers = transfers;
        this.refusals = refusals;
        this.labels = labels;
        this.json = json;
    }

    @GetMapping("/signing")
    String page(Model model) {
        Actor signer = signer();
        List<SigningCards.Card> waiting = cards.of(signer);
        waiting.forEach(card -> reads.opened(caseFile.get(card.caseNumber()), signer, "signing"));
        model.addAttribute("cards", waiting);
        return "review/signing";
    }

    @PostMapping("/signing/{signing}")
    String sign(
            @PathVariable String signing,
            @ModelAttribute("input") Input input,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signer();
        Optional<OpenTask> task =
                inbox.workable(signing, actor).filter(each -> SigningCards.TASKS.contains(each.key()));
        if (task.isEmpty() && inbox.isOpen(signing)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        List<Card> all = cards.of(actor);
        Optional<Card> card =
                all.stream().filter(each -> each.taskId().equals(signing)).findFirst();
        if (card.isEmpty()) {
            return gone(redirect);
        }
        try {
            act(card.get(), actor, input);
        } catch (Refusal refusal) {
            if (TaskDesk.isLostRace(refusal)) {
                return gone(redirect);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("cards", all);
            model.addAttribute(
                    "refused",
                    new Refused(signing, refusal.field() == null ? "" : refusal.field(), refusals.of(refusal)));
            return "review/signing";
        }
        redirect.addFlashAttribute("done", done(card.get(), input));
        return "redirect:/signing";
    }

    private String gone(RedirectAttributes redirect) {
        redirect.addFlashAttribute("gone", labels.text("signing.gone"));
        return "redirect:/signing";
    }

    private void act(Card card, Actor actor, Input input) {
        if (input.act() == null) {
            throw Refusal.at("act", "signing.decisionMissing");
        }
        if (input.act() == Act.PASS) {
            transfers.passOn(card.taskId(), actor, input.colleague() == null ? "" : input.colleague(), input.said());
            return;
        }
        Map<String, Object> answer = new HashMap<>();
        answer.put("agreed", input.act() == Act.AGREE);
        answer.put("remark", input.said());
        if (input.act() == Act.BACK) {
            answer.put("backTo", input.backTo());
        }
        try {
            desk.complete(card.taskId(), actor, Map.of(Answers.EMBEDDED, json.writeValueAsString(answer)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String done(Card card, Input input) {
        String what = card.title();
        if (input.act() == null) {
            throw new IllegalStateException("Nothing was done");
        }
        return switch (input.act()) {
            case BACK ->
                labels.text(
                        "signing.done.back",
                        what,
                        card.caseNumber(),
                        label(card.backTo(), String.valueOf(input.backTo())));
            case PASS ->
                labels.text(
                        "signing.done.passed", what, card.caseNumber(), label(card.colleagues(), input.colleague()));
            case AGREE -> labels.text("signing.done.agreed", what, card.caseNumber());
        };
    }

    private static String label(List<Choice> choices, @Nullable String value) {
        return choices.stream()
                .filter(choice -> choice.value().equals(value))
                .findFirst()
                .map(Choice::label)
                .orElse("");
    }

    private Actor signer() {
        Actor actor = currentActor.get();
        if (!SigningCards.signs(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
