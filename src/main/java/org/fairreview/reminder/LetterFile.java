package org.fairreview.reminder;

import static org.fairreview.reminder.LetterState.AWAITING_REPLY;
import static org.fairreview.reminder.LetterState.ESCALATED;
import static org.fairreview.reminder.LetterState.FAILED;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads letters for those who may see them: the regulator and its auditors those of their region, a city those of its
 * counties too, the addressee those that were delivered to it. A letter about a restricted subject is for who worked on
 * it and for the heads of the regulator; for those of the next-higher one from when it may call to an interview (Reg. 24).
 */
@Service
@Transactional(readOnly = true)
public class LetterFile {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.AUDITOR);
    private static final Set<Role> HEADS = Set.of(Role.SECTIONHEAD, Role.LEADER);
    private static final Set<Role> RECEIVING = Set.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);
    private static final String NONE = "-";

    private final LetterRows rows;
    private final LetterGrounds grounds;
    private final Units units;

    LetterFile(LetterRows rows, LetterGrounds grounds, Units units) {
        this.rows = rows;
        this.grounds = grounds;
        this.units = units;
    }

    /** The letter, where the person may see it; otherwise it is as if it did not exist. */
    public Optional<Letter> find(String number, Actor actor) {
        return rows.findById(number).filter(letter -> maySee(letter, actor));
    }

    /** The register as the person may see it, newest first. */
    public List<LetterLine> of(Actor actor) {
        List<LetterLine> lines = rows.findVisible(
                orNone(regionsOf(actor, REGULATING)),
                orNone(receivingUnits(actor)),
                orNone(units.withPredecessors(actor.posts().stream()
                        .filter(post -> HEADS.contains(post.role()))
                        .map(Post::unitId)
                        .toList())),
                orNone(regionsOf(actor, Set.of(Role.AUDITOR))),
                actor.userId());
        List<LetterLine> fromBelow =
                rows.findRestricted(orNone(regionsOf(actor, HEADS)), Set.of(FAILED, ESCALATED, AWAITING_REPLY)).stream()
                        .filter(letter -> decidesOnInterview(letter, actor))
                        .filter(letter ->
                                lines.stream().noneMatch(line -> line.number().equals(letter.number())))
                        .map(LetterLine::of)
                        .toList();
        return Stream.concat(lines.stream(), fromBelow.stream())
                .sorted(Comparator.comparing(LetterLine::begunAt)
                        .thenComparing(LetterLine::number)
                        .reversed())
                .toList();
    }

    /** The letters that followed a letter, of those that the person may see. */
    public List<Letter> following(String number, Actor actor) {
        return rows.findFollowing(number).stream()
                .filter(letter -> maySee(letter, actor))
                .toList();
    }

    /** Whether the person reads the letter from the regulator's side: the draft, signatures and what was thought, too. */
    public boolean isInside(Letter letter, Actor actor) {
        return regionsOf(actor, REGULATING).contains(letter.regionId()) && isOpen(letter, actor);
    }

    /** Whether the person regulates or audits somewhere. */
    public boolean regulates(Actor actor) {
        return !regionsOf(actor, REGULATING).isEmpty();
    }

    /** Whether the person has letters to read at all. */
    public boolean reads(Actor actor) {
        return !regionsOf(actor, REGULATING).isEmpty() || !receivingUnits(actor).isEmpty();
    }

    /** The titles of those of the numbers that are letters and may be named. */
    public Map<String, String> titles(Collection<String> numbers) {
        return rows.findAllById(numbers).stream()
                .filter(letter -> !letter.origin().restricted())
                .collect(
                        Collectors.toMap(Letter::number, letter -> letter.text().title()));
    }

    /** Whether the letter is restricted, and the person none of those for whom it is. */
    public boolean isClosedTo(String number, Actor actor) {
        return rows.findById(number)
                .filter(letter -> letter.origin().restricted() && !maySee(letter, actor))
                .isPresent();
    }

    private boolean maySee(Letter letter, Actor actor) {
        boolean addressed = letter.state().isDelivered()
                && letter.addresseeUnitId()
                        .filter(unit -> receivingUnits(actor).contains(unit))
                        .isPresent();
        return addressed || isInside(letter, actor);
    }

    private boolean isOpen(Letter letter, Actor actor) {
        if (!letter.origin().restricted()) {
            return true;
        }
        String regulator = units.inCharge(letter.regulatorUnitId());
        boolean heads = actor.holds(Role.SECTIONHEAD, regulator)
                || actor.holds(Role.LEADER, regulator)
                || regionsOf(actor, Set.of(Role.AUDITOR)).contains(letter.regionId());
        boolean worked = actor.userId().equals(letter.origin().begunBy())
                || letter.draftedBy().filter(actor.userId()::equals).isPresent()
                || letter.legalBy().filter(actor.userId()::equals).isPresent()
                || (actor.holds(Role.CLERK, regulator) && letter.signedOffAt().isPresent());
        return heads || worked || decidesOnInterview(letter, actor);
    }

    /** Whether the person heads the next-higher regulator of a letter that came to nothing. */
    private boolean decidesOnInterview(Letter letter, Actor actor) {
        return grounds.mayLeadToInterview(letter)
                && units.regulatorAbove(letter.regionId())
                        .map(Unit::id)
                        .filter(above -> HEADS.stream().anyMatch(role -> actor.holds(role, above)))
                        .isPresent();
    }

    /** The regions that the person sees from the regulators in which the person holds one of the roles. */
    private Set<String> regionsOf(Actor actor, Set<Role> roles) {
        return actor.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(unit -> unit.isRegulator())
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .collect(Collectors.toSet());
    }

    private Set<String> receivingUnits(Actor actor) {
        return units.withPredecessors(actor.posts().stream()
                .filter(post -> RECEIVING.contains(post.role()))
                .map(post -> post.unitId())
                .toList());
    }

    private static Set<String> orNone(Set<String> values) {
        return values.isEmpty() ? new HashSet<>(Set.of(NONE)) : values;
    }
}
