package org.fairreview.identity.web;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.MissingOrganisation;
import org.fairreview.identity.Role;
import org.fairreview.identity.SealedAccount;
import org.fairreview.identity.SealedOpening;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows to administrators and auditors; worked out only where a page is drawn. */
@ControllerAdvice
class OfficeBar {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private static final Set<Role> SIGNING =
            Set.of(Role.SECTIONHEAD, Role.LEADER, Role.UNITREVIEWER, Role.UNITHEAD, Role.OFFICE);

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);

    private static final Set<Role> CLEANING = Set.of(
            Role.CLERK,
            Role.REVIEWER,
            Role.SECTIONHEAD,
            Role.LEADER,
            Role.OFFICE,
            Role.AUDITOR,
            Role.DRAFTER,
            Role.UNITREVIEWER,
            Role.UNITHEAD);

    private static final Set<Role> DESTROYING = Set.of(Role.CLERK, Role.SECTIONHEAD, Role.LEADER, Role.AUDITOR);

    private static final Set<Role> ARRANGING = Set.of(Role.SECTIONHEAD, Role.UNITHEAD, Role.SYSADMIN);

    private final CurrentActor currentActor;
    private final ObjectProvider<SealedAccount> sealed;
    private final ObjectProvider<MissingOrganisation> missing;
    private final Clock clock;

    OfficeBar(
            CurrentActor currentActor,
            ObjectProvider<SealedAccount> sealed,
            ObjectProvider<MissingOrganisation> missing,
            Clock clock) {
        this.currentActor = currentActor;
        this.sealed = sealed;
        this.missing = missing;
        this.clock = clock;
    }

    @ModelAttribute("office")
    Office office() {
        return new Office();
    }

    /** Asked by the layout. */
    final class Office {

        /** Whether the person keeps units and people. */
        public boolean isAdministrator() {
            return currentActor.find().filter(OfficeBar::administers).isPresent();
        }

        /** What the organisation lacks, as administrators have to be told; asked by their pages alone. */
        public @Nullable Lack getLack() {
            return currentActor
                    .find()
                    .filter(OfficeBar::administers)
                    .flatMap(actor -> Optional.ofNullable(missing.getIfAvailable()))
                    .flatMap(organisation -> organisation
                            .part()
                            .map(part -> new Lack(part.name(), organisation.file(), organisation.example())))
                    .orElse(null);
        }

        /** Whether the person audits. */
        public boolean isAuditor() {
            return currentActor
                    .find()
                    .filter(actor -> actor.holds(Role.AUDITOR))
                    .isPresent();
        }

        /** Whether the person regulates or audits: reads what the office has set for itself. */
        public boolean isRegulating() {
            return currentActor
                    .find()
                    .filter(actor -> REGULATING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether clean-ups concern the person: who regulates or audits, or checks for a unit. */
        public boolean isCleaning() {
            return currentActor
                    .find()
                    .filter(actor -> CLEANING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether the person works for an institution that evaluates. */
        public boolean isEvaluating() {
            return currentActor
                    .find()
                    .filter(actor -> actor.holds(Role.EVALUATOR))
                    .isPresent();
        }

        /** Whether the person asks legal advisers, is one, or audits what they say. */
        public boolean isAdvised() {
            return currentActor
                    .find()
                    .filter(actor ->
                            actor.holds(Role.ADVISER) || REGULATING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether the person lists, signs or audits the destruction of papers. */
        public boolean isDestroying() {
            return currentActor
                    .find()
                    .filter(actor -> DESTROYING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether conclusions may wait for the person's signature. */
        public boolean isSigner() {
            return currentActor
                    .find()
                    .filter(actor -> SIGNING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether the person arranges who takes over from somebody who leaves. */
        public boolean isArranger() {
            return currentActor
                    .find()
                    .filter(actor -> ARRANGING.stream().anyMatch(actor::holds))
                    .isPresent();
        }

        /** Whether the person may open the break-glass account together with another. */
        public boolean isKeeper() {
            return currentActor
                    .find()
                    .flatMap(actor ->
                            Optional.ofNullable(sealed.getIfAvailable()).filter(each -> each.isKeptBy(actor)))
                    .isPresent();
        }

        /** The alarm while the break-glass account is open: why, by whom, and until when. */
        public @Nullable Alarm getAlarm() {
            return currentActor
                    .find()
                    .filter(actor -> administers(actor) || actor.holds(Role.AUDITOR))
                    .flatMap(actor -> Optional.ofNullable(sealed.getIfAvailable()))
                    .flatMap(account -> account.current().filter(SealedOpening::isOpen))
                    .map(this::alarm)
                    .orElse(null);
        }

        private Alarm alarm(SealedOpening opening) {
            Instant until = Objects.requireNonNull(opening.expiresAt());
            return new Alarm(opening.reason(), MINUTE.format(until.atZone(clock.getZone())));
        }
    }

    /** What is missing, the file it belongs in, and the example of that file. */
    record Lack(String part, String file, String example) {}

    /** What stands in the red line. */
    record Alarm(String reason, String until) {}

    private static boolean administers(Actor actor) {
        return actor.holds(Role.SYSADMIN) || actor.holds(Role.SECADMIN);
    }
}
