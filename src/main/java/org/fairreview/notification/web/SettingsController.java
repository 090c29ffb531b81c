package org.fairreview.notification.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.notification.Delivery;
import org.fairreview.notification.MailSetting;
import org.fairreview.notification.MailSettings;
import org.fairreview.notification.Outgoing;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.RefusalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which everybody says to which address notices go, and when. */
@Controller
class SettingsController {

    private final CurrentActor currentActor;
    private final MailSettings settings;
    private final Outgoing outgoing;
    private final RefusalTexts texts;
    private final String dailyAt;

    SettingsController(
            CurrentActor currentActor,
            MailSettings settings,
            Outgoing outgoing,
            RefusalTexts texts,
            @Value("${fairreview.notification.daily-at}") String dailyAt) {
        this.currentActor = currentActor;
        this.settings = settings;
        this.outgoing = outgoing;
        this.texts = texts;
        this.dailyAt = dailyAt;
    }

    @GetMapping("/notices/settings")
    String own(Model model) {
        MailSetting own = settings.of(currentActor.get().userId());
        model.addAttribute("barred", !own.email().isBlank() && !settings.isAllowed(own.email()));
        return page(own.email(), own.delivery(), Map.of(), model);
    }

    @PostMapping("/notices/settings")
    String change(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String delivery,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        Delivery chosen = Arrays.stream(Delivery.values())
                .filter(each -> each.name().equals(delivery))
                .findFirst()
                .orElse(null);
        Optional<Refusal> refusal = settings.change(email, chosen, actor);
        if (refusal.isEmpty()) {
            next.addFlashAttribute("saved", true);
            return "redirect:/notices/settings";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        String field = Objects.requireNonNullElse(refusal.get().field(), "");
        return page(email, chosen, Map.of(field, texts.of(refusal.get())), model);
    }

    private String page(String email, @Nullable Delivery delivery, Map<String, String> errors, Model model) {
        model.addAttribute("email", email);
        model.addAttribute("delivery", delivery);
        model.addAttribute("deliveries", Delivery.values());
        model.addAttribute("errors", errors);
        model.addAttribute("hasMail", outgoing.hasMail());
        model.addAttribute("domains", String.join("、", settings.domains()));
        model.addAttribute("dailyAt", dailyAt);
        return "notification/settings";
    }
}
