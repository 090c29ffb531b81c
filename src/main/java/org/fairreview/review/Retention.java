package org.fairreview.review;

import java.time.LocalDate;
import java.util.Locale;
import org.fairreview.measure.MeasureKind;
import org.fairreview.office.OfficeValues;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long an office keeps the papers of a case: what it has set for the kind of measure, on the day of the submission. */
@Service
@Transactional(readOnly = true)
public class Retention {

    private final OfficeValues office;

    Retention(OfficeValues office) {
        this.office = office;
    }

    /** The class in force on the day for a region, its own or that of all regions. */
    public RetentionClass of(MeasureKind kind, String regionId, LocalDate day) {
        return RetentionClass.valueOf(office.inForce(nameOf(kind), regionId, day));
    }

    /** The name of the office's value for a kind. */
    static String nameOf(MeasureKind kind) {
        return "retention." + kind.name().toLowerCase(Locale.ROOT);
    }
}
