package org.fairreview.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.MeasureInForce.Origin;
import org.fairreview.cleanup.MeasureInForce.State;
import org.fairreview.office.OfficeValues;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of measures in force: what is entered, kept, excepted, and taken out. */
@Service
@Transactional
public class MeasuresInForce {

    private final MeasureInForceRows rows;
    private final OfficeValues office;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MeasuresInForce(MeasureInForceRows rows, OfficeValues office, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.office = office;
        this.events = events;
        this.clock = clock;
    }

    public MeasureInForce enter(EntryInForce entry, Origin origin) {
        return rows.save(new MeasureInForce(entry, origin, LocalDate.now(clock), clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<MeasureInForce> find(String measureId) {
        return rows.findById(measureId);
    }

    /** All that is in force in the regions, restricted measures aside. */
    @Transactional(readOnly = true)
    public List<InForceLine> inForce(Collection<String> regions) {
        return regions.isEmpty() ? List.of() : rows.inForce(regions);
    }

    /** Those in the region with one of the document numbers, compared without marks; empty numbers are nobody's. */
    @Transactional(readOnly = true)
    public List<MeasureInForce> withNumbers(String regionId, Collection<String> numbers) {
        List<String> keys = numbers.stream()
                .map(LedgerKeys::number)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        return keys.isEmpty() ? List.of() : rows.findByRegionIdAndNumberKeyIn(regionId, keys);
    }

    /** Those in the region with one of the titles, compared without marks. */
    @Transactional(readOnly = true)
    public List<MeasureInForce> withTitles(String regionId, Collection<String> titles) {
        return titles.isEmpty()
                ? List.of()
                : rows.findByRegionIdAndTitleKeyIn(
                        regionId,
                        titles.stream().map(LedgerKeys::title).distinct().toList());
    }

    /** Those in the region with one of the texts. */
    @Transactional(readOnly = true)
    public List<MeasureInForce> withTexts(String regionId, Collection<String> fingerprints) {
        return fingerprints.isEmpty() ? List.of() : rows.findByRegionIdAndTextFingerprintIn(regionId, fingerprints);
    }

    /** The day of the next regular evaluation of what is looked at on the day, by the region's number of months. */
    @Transactional(readOnly = true)
    public LocalDate nextEvaluation(String regionId, LocalDate from) {
        LocalDate today = LocalDate.now(clock);
        int months = Integer.parseInt(office.inForce(CleanupOfficeValues.EVALUATION_MONTHS, regionId, today));
        return from.plusMonths(months);
    }

    /** What falls due in the region, at most so many. */
    @Transactional(readOnly = true)
    List<MeasureInForce> due(String regionId, int most) {
        LocalDate today = LocalDate.now(clock);
        return rows.due(regionId, today, horizon(regionId), PageRequest.of(0, most));
    }

    /** The day until which the region looks ahead for ends of validity and of exceptions. */
    @Transactional(readOnly = true)
    public LocalDate horizon(String regionId) {
        LocalDate today = LocalDate.now(clock);
        return today.plusDays(Integer.parseInt(office.inForce(CleanupOfficeValues.EXPIRY_NOTICE, regionId, today)));
    }

    /** Why a measure that is due is to be looked at: the most urgent reason. */
    @Transactional(readOnly = true)
    Occasion occasion(MeasureInForce measure) {
        LocalDate horizon = horizon(measure.regionId());
        if (measure.exceptionEndsUntil(horizon)) {
            return Occasion.EXCEPTION_END;
        }
        return measure.expiresUntil(horizon) ? Occasion.EXPIRY : Occasion.EVALUATION;
    }

    /** Takes over what became of a measure in a case that is closed. */
    void settle(LegacyCase legacy) {
        MeasureInForce measure = rows.findById(legacy.measureId()).orElseThrow();
        LocalDate today = LocalDate.now(clock);
        Outcome outcome = legacy.outcome().orElseThrow();
        if (outcome == Outcome.KEEP) {
            measure.keep(today, nextEvaluation(measure.regionId(), today));
            legacy.exception()
                    .ifPresent(claim -> measure.except(claim.endsOn(), claim.endCondition(), legacy.number()));
        } else {
            measure.leave(
                    State.after(outcome),
                    legacy.announcedOn().or(legacy::decidedOn).orElse(today));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cleanupOutcome", outcome.name());
        details.put("title", measure.title());
        events.publishEvent(new CleanupRecorded(legacy.number(), "legacy.settled", details));
    }
}
