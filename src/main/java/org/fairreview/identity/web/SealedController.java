package org.fairreview.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.SealedAccount;
import org.fairreview.identity.SealedOpening;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which two administrators open the break-glass account together, and seal it again. */
@Controller
class SealedController {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** The opening as the page shows it. */
    record Shown(
            String reason,
            String askedBy,
            String askedAt,
            @Nullable String confirmedBy,
            @Nullable String until,
            boolean confirmed,
            boolean open,
            boolean own) {}

    private final AdministratorsDesk desk;
    private final SealedAccount sealed;
    private final Directory directory;
    private final History history;
    private final Texts texts;
    private final Clock clock;

    SealedController(
            AdministratorsDesk desk,
            SealedAccount sealed,
            Directory directory,
            History history,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.sealed = sealed;
        this.directory = directory;
        this.history = history;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/admin/sealed")
    String page(Model model) {
        return page(keeper(), Map.of(), "", model);
    }

    @PostMapping("/admin/sealed")
    String ask(@RequestParam(defaultValue = "") String reason, Model model, HttpServletResponse response) {
        Actor actor = keeper();
        return answer(sealed.ask(reason.strip(), actor), reason, actor, model, response);
    }

    @PostMapping("/admin/sealed/confirm")
    String confirm(Model model, HttpServletResponse response) {
        Actor actor = keeper();
        return answer(sealed.confirm(actor), "", actor, model, response);
    }

    /** The password stands on this one answer and nowhere else. */
    @PostMapping("/admin/sealed/password")
    String takePassword(Model model, HttpServletResponse response) {
        Actor actor = keeper();
        Optional<String> password = sealed.takePassword(actor);
        if (password.isEmpty()) {
            return answer(Optional.of(new Objection(null, "sealed.noPassword", List.of())), "", actor, model, response);
        }
        model.addAttribute("password", password.get());
        return page(actor, Map.of(), "", model);
    }

    @PostMapping("/admin/sealed/close")
    String close() {
        keeper();
        sealed.close();
        return "redirect:/admin/sealed";
    }

    private String answer(
            Optional<Objection> objection, String typed, Actor actor, Model model, HttpServletResponse response) {
        if (objection.isEmpty()) {
            return "redirect:/admin/sealed";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, texts.of(List.of(objection.get())), typed, model);
    }

    private String page(Actor actor, Map<String, String> errors, String typed, Model model) {
        model.addAttribute(
                "opening",
                sealed.current().map(opening -> shown(opening, actor)).orElse(null));
        model.addAttribute("account", SealedAccount.USER_ID);
        model.addAttribute("reason", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("history", history.ofSealedAccount());
        return "identity/sealed";
    }

    private Shown shown(SealedOpening opening, Actor actor) {
        return new Shown(
                opening.reason(),
                directory.nameOf(opening.askedBy()),
                minute(opening.askedAt()),
                opening.confirmedBy() == null ? null : directory.nameOf(opening.confirmedBy()),
                opening.expiresAt() == null ? null : minute(opening.expiresAt()),
                opening.isConfirmed(),
                opening.isOpen(),
                opening.askedBy().equals(actor.userId()));
    }

    private String minute(Instant moment) {
        return MINUTE.format(moment.atZone(clock.getZone()));
    }

    /** Only who administers the whole may open what reaches the whole. */
    private Actor keeper() {
        Actor actor = desk.administrator();
        if (!sealed.isKeptBy(actor)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }
}
