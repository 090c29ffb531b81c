package org.fairreview.identity.web;

import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is logged in, as the frame around these pages names the person. */
@ControllerAdvice(assignableTypes = {UnitsController.class, PeopleController.class, AccountController.class})
class AdministrationFrame {

    /** The person as the layout names it. */
    record Frame(String userId, String name, List<String> units, List<String> posts, boolean drafter) {}

    private final CurrentActor currentActor;
    private final Units units;
    private final Texts texts;

    AdministrationFrame(CurrentActor currentActor, Units units, Texts texts) {
        this.currentActor = currentActor;
        this.units = units;
        this.texts = texts;
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
                        .map(role -> texts.of("role." + role.name()))
                        .toList(),
                actor.holds(Role.DRAFTER));
    }
}
