package org.fairreview.evidence.web;

import java.util.List;
import java.util.Locale;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is logged in, as the frame around this page names the person. */
@ControllerAdvice(assignableTypes = AuditController.class)
class EvidenceFrame {

    /** The person as the layout names it. */
    record Frame(String userId, String name, List<String> units, List<String> posts, boolean drafter, boolean clerk) {}

    private final CurrentActor currentActor;
    private final Units units;
    private final MessageSource messages;

    EvidenceFrame(CurrentActor currentActor, Units units, MessageSource messages) {
        this.currentActor = currentActor;
        this.units = units;
        this.messages = messages;
    }

    @ModelAttribute("frame")
    Frame frame() {
        Actor actor = currentActor.get();
        return new Frame(
                actor.userId(),
                actor.name(),
                actor.posts().stream()
                        .map(Post::unitId)
                        .distinct()
                        .map(units::name)
                        .toList(),
                actor.posts().stream()
                        .map(Post::role)
                        .distinct()
                        .map(role -> messages.getMessage("role." + role.name(), null, Locale.SIMPLIFIED_CHINESE))
                        .toList(),
                actor.holds(Role.DRAFTER),
                actor.holds(Role.CLERK));
    }
}
