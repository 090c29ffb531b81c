package org.fairreview.notification.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.notification.Deliveries;
import org.fairreview.notification.Outgoing;
import org.fairreview.notification.Undelivered;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** What could not be delivered (未送达), for system administrators: no title and no text of a case. */
@Controller
class DeliveriesController {

    private static final int MOST = 100;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** Something undelivered as a line. */
    record Line(String id, boolean mail, @Nullable String to, String created, int attempts, String problem) {}

    private final CurrentActor currentActor;
    private final Deliveries deliveries;
    private final Outgoing outgoing;
    private final Directory directory;
    private final Clock clock;

    DeliveriesController(
            CurrentActor currentActor, Deliveries deliveries, Outgoing outgoing, Directory directory, Clock clock) {
        this.currentActor = currentActor;
        this.deliveries = deliveries;
        this.outgoing = outgoing;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/admin/deliveries")
    String page(Model model) {
        onlyKeepers();
        model.addAttribute("hasMail", outgoing.hasMail());
        model.addAttribute("hasWebhook", outgoing.hasWebhook());
        model.addAttribute("deadLinks", outgoing.deadLinks().orElse(null));
        model.addAttribute("waiting", deliveries.waiting());
        model.addAttribute("since", deliveries.waitingSince().map(this::minute).orElse(""));
        model.addAttribute("undelivered", deliveries.undelivered());
        model.addAttribute(
                "lines", deliveries.undelivered(MOST).stream().map(this::line).toList());
        return "notification/deliveries";
    }

    @PostMapping("/admin/deliveries/{sending}/retry")
    String again(@PathVariable String sending) {
        onlyKeepers();
        if (!deliveries.again(sending)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/admin/deliveries";
    }

    private void onlyKeepers() {
        if (!currentActor.get().holds(Role.SYSADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    private Line line(Undelivered dead) {
        return new Line(
                dead.id(),
                dead.mail(),
                dead.userId() == null ? null : directory.nameOf(dead.userId()),
                minute(dead.createdAt()),
                dead.attempts(),
                dead.problem());
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(clock.getZone()));
    }
}
