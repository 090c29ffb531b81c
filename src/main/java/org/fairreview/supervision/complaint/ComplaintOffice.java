package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.office.OfficeValues;
import org.fairreview.office.OfficeValues.InForce;
import org.fairreview.office.ValueKind.Steps;
import org.fairreview.review.SigningStep;
import org.springframework.stereotype.Service;

/** What the offices have set for complaints, as it holds today. */
@Service
public class ComplaintOffice {

    /**
     * A regulator that takes complaints, and how it is reached (Regulation 22); empty where the office has not said.
     *
     * @param open whether it takes them on the public page
     */
    public record Desk(String regionId, String regulator, boolean open, String phone, String mailbox, String email) {

        public boolean hasChannel() {
            return !(phone + mailbox + email).isEmpty();
        }
    }

    private final OfficeValues values;
    private final Units units;
    private final Clock clock;

    ComplaintOffice(OfficeValues values, Units units, Clock clock) {
        this.values = values;
        this.units = units;
        this.clock = clock;
    }

    /** The regulators of all regions, the topmost first. */
    public List<Desk> desks() {
        return units.regions().stream()
                .flatMap(region -> units.regulatorOf(region.id()).stream())
                .filter(unit -> !unit.isDissolved())
                .map(this::desk)
                .toList();
    }

    private Desk desk(Unit regulator) {
        String region = regulator.regionId();
        return new Desk(
                region,
                regulator.name(),
                isOpen(region),
                find(ComplaintOfficeValues.PHONE, region),
                find(ComplaintOfficeValues.MAILBOX, region),
                find(ComplaintOfficeValues.EMAIL, region));
    }

    /** Whether the region's regulator takes complaints on the public page. */
    public boolean isOpen(String regionId) {
        return units.regulatorOf(regionId).isPresent()
                && find(ComplaintOfficeValues.PUBLIC, regionId).equals(ComplaintOfficeValues.OPEN);
    }

    List<SigningStep> signingChain(String regionId) {
        return Steps.read(values.inForce(ComplaintOfficeValues.SIGNERS, regionId, LocalDate.now(clock))).stream()
                .map(step -> new SigningStep(step.label(), step.role()))
                .toList();
    }

    private String find(String name, String regionId) {
        return values.findInForce(name, regionId, LocalDate.now(clock))
                .map(InForce::setting)
                .orElse("");
    }
}
