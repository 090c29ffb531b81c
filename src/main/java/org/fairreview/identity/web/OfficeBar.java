package org.fairreview.identity.web;

import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows to administrators; worked out only where a page is drawn. */
@ControllerAdvice
class OfficeBar {

    private final CurrentActor currentActor;

    OfficeBar(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @ModelAttribute("office")
    Office office() {
        return new Office();
    }

    /** Asked by the layout. */
    final class Office {

        /** Whether the person keeps units and people. */
        public boolean isAdministrator() {
            return currentActor
                    .find()
                    .filter(actor -> actor.holds(Role.SYSADMIN) || actor.holds(Role.SECADMIN))
                    .isPresent();
        }
    }
}
