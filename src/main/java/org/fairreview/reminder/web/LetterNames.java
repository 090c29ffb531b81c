package org.fairreview.reminder.web;

import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reminder.Letter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The names of the units of a letter: as they were on the day of its issue, which it keeps, and beside them those of today
 * where a unit was renamed, or another took its place.
 */
@Component
class LetterNames {

    private final Units units;
    private final LetterTexts texts;

    LetterNames(Units units, LetterTexts texts) {
        this.units = units;
        this.texts = texts;
    }

    String addressee(Letter letter) {
        String then = letter.files().isPresent()
                ? letter.addresseeName()
                : letter.addresseeUnitId().map(units::name).orElse(letter.addresseeName());
        return of(then, letter.addresseeUnitId().orElse(null));
    }

    String regulator(Letter letter) {
        return letter.issuedAs()
                .map(then -> of(then, letter.regulatorUnitId()))
                .orElseGet(() -> units.name(letter.regulatorUnitId()));
    }

    /** @param unitId null for who is in no register */
    String of(String then, @Nullable String unitId) {
        String now = unitId == null
                ? then
                : units.find(units.inCharge(unitId)).map(Unit::name).orElse(then);
        return now.equals(then) ? then : texts.of("letter.renamed", then, now);
    }
}
