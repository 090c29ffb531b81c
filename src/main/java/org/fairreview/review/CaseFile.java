package org.fairreview.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.conference.Consultations;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads cases for those who may see them: the drafting unit its own, the regulator those that it handles, a city's
 * regulator those of its counties, an adviser those in which an opinion was asked, an auditor those of its regions. An institution that evaluates sees its
 * commission and never a case.
 */
@Service
@Transactional(readOnly = true)
public class CaseFile {

    private static final Set<Role> REGULATING =
            Set.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE);
    private static final Set<Role> DRAFTING = Set.of(Role.DRAFTER, Role.UNITREVIEWER, Role.UNITHEAD);
    private static final Set<Role> HEADS = Set.of(Role.SECTIONHEAD, Role.LEADER);
    private static final String NONE = "-";

    /**
     * The cases that a person may see: those of the units in which the person regulates or drafts, those of the regions
     * overseen, and an adviser those in which an opinion was asked; of these, restricted ones as {@link Restriction}
     * says. No collection is empty.
     *
     * @param heads the regulators of which the person is section head or leader
     * @param unitHeads the units of which the person is head
     * @param audited the regions whose cases the person audits
     */
    public record Sight(
            Collection<String> regulators,
            Collection<String> drafters,
            Collection<String> regions,
            Collection<String> asked,
            String user,
            Collection<String> heads,
            Collection<String> unitHeads,
            Collection<String> audited) {}

    private final ReviewCases cases;
    private final Findings findings;
    private final LegalAdvices advices;
    private final Consultations consultations;
    private final Units units;

    CaseFile(ReviewCases cases, Findings findings, LegalAdvices advices, Consultations consultations, Units units) {
        this.cases = cases;
        this.findings = findings;
        this.advices = advices;
        this.consultations = consultations;
        this.units = units;
    }

    /** The case, where the person may see it; otherwise, or once it was destroyed, it is as if it did not exist. */
    public Optional<ReviewCase> find(String number, Actor actor) {
        return findInRegister(number, actor)
                .filter(review -> review.destroyedAt().isEmpty());
    }

    /** The case, where the person may see it, also after its papers were destroyed: then what a register tells is left. */
    public Optional<ReviewCase> findInRegister(String number, Actor actor) {
        return cases.findById(number).filter(review -> maySee(review, actor));
    }

    /** The cases in which the measure was or is reviewed, of those that the person may see, oldest first. */
    public List<ReviewCase> ofMeasure(String measureId, Actor actor) {
        return cases.findByMeasureIdOrderByNumber(measureId).stream()
                .filter(review -> maySee(review, actor))
                .toList();
    }

    /** The latest cases that the person may see, newest first. */
    public List<ReviewCase> latest(Actor actor, int most) {
        Sight sight = sightOf(actor);
        return cases.findVisible(
                sight.regulators(),
                sight.drafters(),
                sight.asked(),
                sight.regions(),
                sight.user(),
                sight.heads(),
                sight.unitHeads(),
                sight.audited(),
                PageRequest.of(0, most));
    }

    /** The latest cases that the units drafted, of those that the person may see, newest first. */
    public List<ReviewCase> latestOf(Collection<String> draftingUnitIds, Actor actor, int most) {
        return cases.findByDraftingUnitIdInOrderBySubmittedAtDesc(draftingUnitIds, PageRequest.of(0, most)).stream()
                .filter(review -> maySee(review, actor))
                .toList();
    }

    /** What the person may see, for queries that must ask no more than {@link #find} would show. */
    public Sight sightOf(Actor actor) {
        return new Sight(
                orNone(unitsOf(actor, REGULATING)),
                orNone(unitsOf(actor, DRAFTING)),
                orNone(regionsOverseen(actor)),
                orNone(asked(actor)),
                actor.userId(),
                orNone(unitsOf(actor, HEADS)),
                orNone(unitsOf(actor, Set.of(Role.UNITHEAD))),
                orNone(regionsWhere(actor, Set.of(Role.AUDITOR))));
    }

    /** Whether the case is restricted, and the person none of its handlers, whatever task of it waits for the person. */
    public boolean isClosedTo(String number, Actor actor) {
        return isClosed(number, sightOf(actor));
    }

    /** Whether the person audits the region that handles the case. */
    public boolean audits(Actor actor, ReviewCase review) {
        return regionsWhere(actor, Set.of(Role.AUDITOR)).contains(review.regionId());
    }

    public boolean exists(String number) {
        return cases.existsById(number);
    }

    /** The case, for work on one of its tasks, which the engine has allowed. */
    public ReviewCase get(String number) {
        return cases.findById(number).orElseThrow();
    }

    /** The findings on the version under review. */
    public List<Finding> findings(String number) {
        return findings.findByCaseNumberAndRoundOrderById(number, get(number).round());
    }

    /** The findings of all rounds, in the order in which they were written. */
    public List<Finding> allFindings(String number) {
        return findings.findByCaseNumberOrderById(number);
    }

    private boolean maySee(ReviewCase review, Actor actor) {
        Sight sight = sightOf(actor);
        boolean concerned = sight.regulators().contains(review.regulatorUnitId())
                || sight.drafters().contains(review.draftingUnitId())
                || sight.regions().contains(review.regionId())
                || sight.asked().contains(review.number());
        return concerned && !isClosed(review.number(), sight);
    }

    private boolean isClosed(String number, Sight sight) {
        return cases.countClosed(number, sight.user(), sight.heads(), sight.unitHeads(), sight.audited()) > 0;
    }

    /** The cases in which the person, or the body for which the person works, was asked for an opinion. */
    private List<String> asked(Actor actor) {
        List<String> numbers = new ArrayList<>();
        if (actor.holds(Role.ADVISER)) {
            numbers.addAll(advices.casesOf(actor.userId()));
        }
        if (actor.holds(Role.MEMBER)) {
            numbers.addAll(consultations.casesOf(actor.unitsAs(Role.MEMBER)));
        }
        return numbers;
    }

    private List<String> regionsOverseen(Actor actor) {
        return Stream.concat(
                        regionsWhere(actor, Set.of(Role.AUDITOR)).stream(), regionsWhere(actor, REGULATING).stream())
                .distinct()
                .toList();
    }

    /** The regions that the person sees from the regulators in which the person holds one of the roles. */
    private List<String> regionsWhere(Actor actor, Set<Role> roles) {
        return actor.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(unit -> unit.isRegulator())
                .flatMap(unit -> units.visibleFrom(unit.regionId()).stream())
                .distinct()
                .toList();
    }

    private Set<String> unitsOf(Actor actor, Set<Role> roles) {
        return units.withPredecessors(actor.posts().stream()
                .filter(post -> roles.contains(post.role()))
                .map(post -> post.unitId())
                .toList());
    }

    private static Collection<String> orNone(Collection<String> values) {
        return values.isEmpty() ? List.of(NONE) : values;
    }
}
