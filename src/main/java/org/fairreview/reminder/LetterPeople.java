package org.fairreview.reminder;

import java.util.List;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.review.SigningStep;
import org.springframework.stereotype.Component;

/** Whether a regulator has people enough for the separation of duties in a letter. */
@Component
class LetterPeople {

    private final Directory directory;
    private final Units units;

    LetterPeople(Directory directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    /**
     * Whether somebody can look at a draft as a lawyer who neither drafted it nor is needed to sign it: a lawyer of the
     * regulator, or where it has none one more head of a section than the chain needs.
     */
    boolean canLook(String regulatorUnitId, String drafter, List<SigningStep> chain) {
        List<String> lawyers = others(Role.ADVISER, regulatorUnitId, drafter);
        if (directory.hasHolders(Role.ADVISER, units.inCharge(regulatorUnitId))) {
            return !lawyers.isEmpty();
        }
        long signing =
                chain.stream().filter(step -> step.role() == Role.SECTIONHEAD).count();
        return others(Role.SECTIONHEAD, regulatorUnitId, drafter).size() > signing;
    }

    private List<String> others(Role role, String unitId, String drafter) {
        return directory.holdersOf(role, units.inCharge(unitId)).stream()
                .map(Person::userId)
                .filter(person -> !person.equals(drafter))
                .toList();
    }
}
