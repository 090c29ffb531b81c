package org.fairreview.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.audit.ActingPerson;
import org.fairreview.audit.RecordedAct;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.CaseFile;
import org.fairreview.review.destruction.Destructions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the auditors' pages share: who sits there, whom and what can be asked for, and the words for what was done. */
@Component
class AuditDesk {

    /** Somebody or something to narrow by. */
    record Choice(String value, String label) {}

    private final CurrentActor currentActor;
    private final CaseFile cases;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Clock clock;

    AuditDesk(CurrentActor currentActor, CaseFile cases, Directory directory, Units units, Labels labels, Clock clock) {
        this.currentActor = currentActor;
        this.cases = cases;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.clock = clock;
    }

    /** The auditor who asks; anybody else is turned away. */
    Actor auditor() {
        Actor actor = currentActor.get();
        if (!actor.holds(Role.AUDITOR)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return actor;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The units of the regions that the person audits, and all where one of these stands under no other. */
    List<Choice> units(Actor auditor) {
        Collection<String> regions = cases.sightOf(auditor).audited();
        boolean all = isTop(regions);
        return units.all().stream()
                .filter(unit -> all || regions.contains(unit.regionId()))
                .map(unit -> new Choice(unit.name(), unit.name()))
                .toList();
    }

    /** The people of these units. */
    List<Choice> people(Actor auditor) {
        Collection<String> regions = cases.sightOf(auditor).audited();
        boolean all = isTop(regions);
        Set<String> audited = units.all().stream()
                .filter(unit -> regions.contains(unit.regionId()))
                .map(Unit::id)
                .collect(Collectors.toSet());
        return directory.everybody().stream()
                .filter(entry -> all || entry.posts().stream().anyMatch(post -> audited.contains(post.unitId())))
                .map(AuditDesk::choice)
                .sorted(Comparator.comparing(Choice::value))
                .toList();
    }

    private boolean isTop(Collection<String> regions) {
        return regions.stream().anyMatch(units::isTop);
    }

    private static Choice choice(DirectoryEntry entry) {
        return new Choice(entry.person().userId(), entry.person().name());
    }

    /** The account that was typed, be it the account or the name of exactly one person. */
    static Optional<String> account(String typed, List<Choice> people) {
        String wanted = typed.strip();
        List<String> named = people.stream()
                .filter(person -> person.label().equals(wanted))
                .map(Choice::value)
                .toList();
        return people.stream()
                .map(Choice::value)
                .filter(wanted::equals)
                .findFirst()
                .or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
    }

    /** Words for the entries of one list. */
    Words words() {
        return new Words();
    }

    /** Names of people and units, each looked up once. */
    final class Words {

        private final Map<String, String> names = new HashMap<>();
        private final Map<String, Unit> known = units.byId();

        String what(RecordedAct act) {
            return act.taskName()
                    .or(() -> labels.find("activity.act." + act.act()))
                    .or(() -> labels.find("act." + act.act()))
                    .orElse(act.act());
        }

        String who(ActingPerson person) {
            return person.isSystem() ? labels.text("page.timeline.system") : String.valueOf(person.name());
        }

        String name(String userId) {
            return names.computeIfAbsent(userId, directory::nameOf);
        }

        String names(Collection<String> userIds) {
            return userIds.stream().map(this::name).collect(Collectors.joining("、"));
        }

        /** What an entry is about: a case by its number, a unit or a person by name. */
        String subject(String subject) {
            return isCase(subject)
                    ? subject
                    : Optional.ofNullable(known.get(subject))
                            .map(Unit::name)
                            .or(() -> labels.find("activity.subject." + subject))
                            .or(() -> Optional.of(subject)
                                    .filter(each -> each.startsWith(Destructions.SUBJECT))
                                    .map(each -> labels.text(
                                            "destruction.number", each.substring(Destructions.SUBJECT.length()))))
                            .orElseGet(() -> name(subject));
        }

        /** Case numbers have hyphens, accounts and units have none. */
        static boolean isCase(String subject) {
            return subject.matches("\\w+-\\d{4}-\\d+");
        }
    }
}
