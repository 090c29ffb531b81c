package org.fairreview.notification;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fairreview.identity.Absences;
import org.fairreview.identity.Directory;
import org.fairreview.identity.DirectoryEntry;
import org.fairreview.identity.Person;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.WaitingTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is told that a task was not done in time: the superior of its step and the 联络员 of its unit.
 *
 * <p>Above a clerk or reviewer stands the section head, above that one the leader; above a drafter and the unit's review
 * body its head, above that one the 分管领导. Where a unit has nobody of them, the section head of the regulator that
 * handles the case is told. Liaison and 分管领导 are names in the register of units: told is whoever of the unit's people
 * has exactly that name. While somebody is away, the deputy is told as well.
 */
@Component
class Superiors {

    private static final int SHORTEST_NAME = 2;
    private static final String OF_NAMES = "[\\p{IsHan}·]";
    private static final String TITLE = "(?:党组|党委|常务)?(?:副)?(?:主任|书记|局长|市长|县长|区长|州长|处长|科长|股长|厅长|部长|院长|会长"
            + "|所长|站长|秘书长|调研员)|联络员|分管领导|同志|先生|女士|电话|手机";

    private final Directory directory;
    private final Units units;
    private final Absences absences;

    Superiors(Directory directory, Units units, Absences absences) {
        this.directory = directory;
        this.units = units;
        this.absences = absences;
    }

    /** Without those who are to do the task. */
    Set<String> of(WaitingTask task) {
        Set<String> told = new LinkedHashSet<>();
        for (Post post : task.posts()) {
            List<String> above = above(post);
            told.addAll(above.isEmpty() && post.role() != Role.LEADER ? regulatorsHeads(task.regionId()) : above);
            units.find(units.inCharge(post.unitId())).ifPresent(unit -> told.addAll(liaisons(unit)));
        }
        told.removeAll(task.people());
        return told;
    }

    private List<String> above(Post post) {
        return switch (post.role()) {
            case CLERK, REVIEWER, OFFICE -> holders(Role.SECTIONHEAD, post.unitId());
            case SECTIONHEAD -> holders(Role.LEADER, post.unitId());
            case DRAFTER, UNITREVIEWER, MEMBER, ADVISER, EVALUATOR -> holders(Role.UNITHEAD, post.unitId());
            case UNITHEAD ->
                units.find(post.unitId())
                        .map(unit -> named(unit, unit.supervisingLeader()))
                        .orElse(List.of());
            case LEADER, AUDITOR, SYSADMIN, SECADMIN -> List.of();
        };
    }

    private List<String> regulatorsHeads(String regionId) {
        return units.regulatorOf(regionId)
                .map(unit -> holders(Role.SECTIONHEAD, unit.id()))
                .orElse(List.of());
    }

    private List<String> holders(Role role, String unitId) {
        return directory.holdersOf(role, unitId).stream()
                .map(Person::userId)
                .flatMap(
                        person -> Stream.concat(Stream.of(person), absences.inChargeFor(person, role, unitId).stream()))
                .distinct()
                .toList();
    }

    /** The liaison, or whoever stands in where that one has no account or is away. */
    private List<String> liaisons(Unit unit) {
        List<String> liaisons = named(unit, unit.liaison());
        return liaisons.isEmpty() || absences.away().containsAll(liaisons)
                ? Stream.concat(liaisons.stream(), named(unit, unit.deputy()).stream())
                        .distinct()
                        .toList()
                : liaisons;
    }

    /** Those of the unit's people whose name stands in the words of the register, which hold telephone numbers too. */
    private List<String> named(Unit unit, @Nullable String words) {
        if (words == null || words.isBlank()) {
            return List.of();
        }
        return directory.everybody().stream()
                .filter(entry ->
                        entry.posts().stream().anyMatch(post -> post.unitId().equals(unit.id())))
                .filter(entry -> isNamed(entry, words))
                .map(DirectoryEntry::userId)
                .toList();
    }

    /** A whole run of characters must be the name, with nothing but a title or label about it: 王伟 is not 王伟明. */
    private static boolean isNamed(DirectoryEntry entry, String words) {
        String name = entry.person().name();
        return name.length() >= SHORTEST_NAME
                && Pattern.compile("(?<!%1$s)(?:%2$s)?%3$s(?:%2$s)?(?!%1$s)"
                                .formatted(OF_NAMES, TITLE, Pattern.quote(name)))
                        .matcher(words)
                        .find();
    }
}
