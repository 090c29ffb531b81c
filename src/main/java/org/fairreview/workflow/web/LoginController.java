package org.fairreview.workflow.web;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The login page; while the product is still opening accounts it says so, since nobody can be let in yet. */
@Controller
class LoginController {

    private final ApplicationAvailability availability;

    LoginController(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @GetMapping("/login")
    String login(Model model) {
        model.addAttribute("starting", availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC);
        return "workflow/login";
    }
}
