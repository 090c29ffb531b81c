package org.fairreview.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who is logged in, as the frame around every page names the person; worked out only where a page is drawn. */
@ControllerAdvice
class PersonFrame {

    private static final List<Role> CONFERENCE =
            List.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.MEMBER, Role.AUDITOR);

    /** Who writes letters, or receives them for a unit. */
    private static final List<Role> LETTERS = List.of(
            Role.CLERK,
            Role.REVIEWER,
            Role.SECTIONHEAD,
            Role.LEADER,
            Role.OFFICE,
            Role.AUDITOR,
            Role.DRAFTER,
            Role.UNITREVIEWER,
            Role.UNITHEAD);

    /** Who handles complaints, or audits it. */
    private static final List<Role> COMPLAINTS =
            List.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    /** Who drafts documents, and finds their procedures among what a drafter does most. */
    private static final List<Role> DRAFTING = List.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);

    private static final List<Role> LETTER_WRITERS = List.of(Role.REVIEWER, Role.SECTIONHEAD, Role.OFFICE);

    private final CurrentActor currentActor;
    private final Units units;
    private final MessageSource messages;

    PersonFrame(CurrentActor currentActor, Units units, MessageSource messages) {
        this.currentActor = currentActor;
        this.units = units;
        this.messages = messages;
    }

    @ModelAttribute("frame")
    Frame frame() {
        return new Frame();
    }

    /** Asked by the layout. */
    final class Frame {

        private @Nullable Actor actor;

        public String getUserId() {
            return actor().userId();
        }

        public String getName() {
            return actor().name();
        }

        public List<String> getUnits() {
            return actor().posts().stream()
                    .map(Post::unitId)
                    .distinct()
                    .map(units::name)
                    .toList();
        }

        public List<String> getPosts() {
            return actor().posts().stream()
                    .map(Post::role)
                    .distinct()
                    .map(role -> messages.getMessage("role." + role.name(), null, Locale.SIMPLIFIED_CHINESE))
                    .toList();
        }

        public boolean isDrafter() {
            return actor().holds(Role.DRAFTER);
        }

        public boolean isClerk() {
            return actor().holds(Role.CLERK);
        }

        /** Whether the joint conference concerns the person: who regulates, is a member, or audits. */
        public boolean isConference() {
            return CONFERENCE.stream().anyMatch(role -> actor().holds(role));
        }

        /** Whether the person reads letters: of the regulator, or those that came to the own unit. */
        public boolean isLettered() {
            return LETTERS.stream().anyMatch(role -> actor().holds(role));
        }

        /** Whether the person reads complaints. */
        public boolean isComplained() {
            return COMPLAINTS.stream().anyMatch(role -> actor().holds(role));
        }

        /** Whether the person drafts, or reviews for the drafting unit. */
        public boolean isDrafting() {
            return DRAFTING.stream().anyMatch(role -> actor().holds(role));
        }

        /** Whether the person reads how documents are made, and finds it below: reviews their legality, regulates or audits. */
        public boolean isProcedural() {
            return !isDrafting() && (actor().holds(Role.ADVISER) || isRegulating());
        }

        private boolean isRegulating() {
            return CONFERENCE.stream().filter(role -> role != Role.MEMBER).anyMatch(role -> actor().holds(role));
        }

        /** Whether the person begins letters for a regulator. */
        public boolean isLetterWriter() {
            return LETTER_WRITERS.stream().anyMatch(role -> actor().holds(role));
        }

        private Actor actor() {
            actor = Optional.ofNullable(actor).orElseGet(currentActor::get);
            return actor;
        }
    }
}
