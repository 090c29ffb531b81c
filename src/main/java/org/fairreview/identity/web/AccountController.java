package org.fairreview.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.fairreview.identity.Accounts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which everybody changes the own password. */
@Controller
class AccountController {

    private final CurrentActor currentActor;
    private final Accounts accounts;
    private final People people;
    private final Texts texts;

    AccountController(CurrentActor currentActor, Accounts accounts, People people, Texts texts) {
        this.currentActor = currentActor;
        this.accounts = accounts;
        this.people = people;
        this.texts = texts;
    }

    @GetMapping("/account")
    String own(Model model) {
        return page(currentActor.get(), Map.of(), model);
    }

    @PostMapping("/account")
    String change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            Model model,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        List<Objection> objections = people.changePassword(old, password, repeated, actor);
        if (objections.isEmpty()) {
            return "redirect:/login?password";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, texts.of(objections), model);
    }

    private String page(Actor actor, Map<String, String> errors, Model model) {
        model.addAttribute("person", actor);
        model.addAttribute("mustChange", accounts.of(actor.userId()).passwordMustChange());
        model.addAttribute("errors", errors);
        return "identity/account";
    }
}
