package org.fairreview.notification.web;

import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.notification.Inbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** How many notices the person has not read, in the frame around every page; worked out only where a page is drawn. */
@ControllerAdvice
class InboxBar {

    private static final long MOST_SHOWN = 99;

    private final CurrentActor currentActor;
    private final ObjectProvider<Inbox> inbox;

    InboxBar(CurrentActor currentActor, ObjectProvider<Inbox> inbox) {
        this.currentActor = currentActor;
        this.inbox = inbox;
    }

    @ModelAttribute("inbox")
    Bar bar() {
        return new Bar();
    }

    /** Asked by the layout. */
    final class Bar {

        /** The number, empty where there is nothing new. */
        public String getUnread() {
            Inbox present = inbox.getIfAvailable();
            long unread = present == null
                    ? 0
                    : currentActor.userId().map(present::unread).orElse(0L);
            if (unread == 0) {
                return "";
            }
            return unread > MOST_SHOWN ? MOST_SHOWN + "+" : String.valueOf(unread);
        }

        /** Whether the person looks after what could not be delivered. */
        public boolean isKeeper() {
            return currentActor
                    .find()
                    .filter(actor -> actor.holds(Role.SYSADMIN))
                    .isPresent();
        }
    }
}
