package org.fairreview.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The validity of measures in force, prolonged on the document that says so. */
@Service
@Transactional
public class ValidityExtensions {

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_REASON = 4_000;
    private static final List<Role> OF_THE_UNIT = List.of(Role.DRAFTER, Role.UNITHEAD);

    /** On what a validity is prolonged, and to which day. */
    public record Basis(LocalDate until, String documentNumber, LocalDate documentOn, String reason) {}

    private final MeasureInForceRows rows;
    private final ValidityExtensionRows extensions;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ValidityExtensions(
            MeasureInForceRows rows,
            ValidityExtensionRows extensions,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.extensions = extensions;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** What was prolonged, oldest first. */
    @Transactional(readOnly = true)
    public List<ValidityExtension> of(String measureId) {
        return extensions.findByMeasureIdOrderById(measureId);
    }

    /** Whether the person may prolong it: who drafts for its unit, the unit's head, or the regulator's clerk. */
    @Transactional(readOnly = true)
    public boolean mayExtend(MeasureInForce measure, Actor actor) {
        if (!measure.isInForce() || measure.validUntil().isEmpty()) {
            return false;
        }
        boolean ofTheUnit = OF_THE_UNIT.stream()
                .map(role -> units.withPredecessors(actor.unitsAs(role)))
                .anyMatch(own -> own.contains(measure.unitId()));
        Set<String> clerkAt = Set.copyOf(actor.unitsAs(Role.CLERK));
        return ofTheUnit
                || units.regulatorOf(measure.regionId())
                        .map(Unit::id)
                        .map(units::inCharge)
                        .filter(clerkAt::contains)
                        .isPresent();
    }

    public Optional<Refusal> extend(String measureId, Basis basis, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        if (basis.documentNumber().isBlank()) {
            return Optional.of(Refusal.at("documentNumber", "register.documentMissing"));
        }
        if (basis.documentNumber().length() > LONGEST_NUMBER) {
            return Optional.of(Refusal.at("documentNumber", "campaign.tooLong", LONGEST_NUMBER));
        }
        if (basis.documentOn().isAfter(today)) {
            return Optional.of(Refusal.at("documentOn", "register.documentInTheFuture"));
        }
        if (basis.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "register.reasonMissing"));
        }
        if (basis.reason().length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "campaign.tooLong", LONGEST_REASON));
        }
        MeasureInForce measure = rows.findById(measureId).orElseThrow();
        Optional<LocalDate> before = measure.validUntil();
        Optional<Refusal> refusal = measure.extend(basis.until(), today);
        if (refusal.isPresent()) {
            return refusal;
        }
        extensions.save(new ValidityExtension(measureId, before.orElseThrow(), basis, actor.userId(), clock.instant()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", measure.title());
        said.put("endedOn", before.orElseThrow().toString());
        said.put("validUntil", basis.until().toString());
        said.put("documentNumber", basis.documentNumber());
        said.put("documentOn", basis.documentOn().toString());
        said.put("reason", basis.reason());
        events.publishEvent(new CleanupRecorded(measureId, "register.extended", said));
        return Optional.empty();
    }
}
