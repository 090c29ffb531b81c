package org.fairreview.measure;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures and their versions. */
@Service
@Transactional
public class Measures {

    /** Nothing is said with a text that was issued long ago. */
    private static final DraftersStatement UNSAID = new DraftersStatement(false, "", "", "");

    private final MeasureRows measures;
    private final MeasureVersionRows versions;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Measures(
            MeasureRows measures,
            MeasureVersionRows versions,
            EntityManager entities,
            ApplicationEventPublisher events,
            Clock clock) {
        this.measures = measures;
        this.versions = versions;
        this.entities = entities;
        this.events = events;
        this.clock = clock;
    }

    public Measure register(String draftingUnitId, String regionId, MeasureFacts facts, String userId) {
        return measures.save(new Measure(draftingUnitId, regionId, facts, userId, clock.instant()));
    }

    /**
     * A measure that is in force already.
     *
     * @param manifest its text; empty where there is none
     */
    public record InForce(String unitId, String regionId, MeasureFacts facts, List<ManifestEntry> manifest) {

        public InForce {
            manifest = List.copyOf(manifest);
        }
    }

    /** A registered measure, and its text where it has one. */
    public record Registered(Measure measure, Optional<MeasureVersion> version) {}

    /** Registers measures that are in force already, each with its text as the first version; in their order. */
    public List<Registered> registerAll(List<InForce> all, String userId) {
        Instant now = clock.instant();
        List<Registered> registered = new ArrayList<>();
        for (InForce each : all) {
            Measure measure = new Measure(each.unitId(), each.regionId(), each.facts(), userId, now);
            entities.persist(measure);
            Optional<MeasureVersion> version = each.manifest().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MeasureVersion(measure.id(), 1, UNSAID, each.manifest(), userId, now));
            version.ifPresent(entities::persist);
            registered.add(new Registered(measure, version));
        }
        registered.forEach(
                each -> each.version().ifPresent(version -> events.publishEvent(new VersionSubmitted(version.id()))));
        return registered;
    }

    /**
     * Says how far the measure may be known.
     *
     * @param hearingOtherwise how parties were heard in another way than openly; empty where nothing new is said
     */
    public void circulate(String measureId, Circulation level, String hearingOtherwise) {
        get(measureId).circulate(level, hearingOtherwise);
    }

    /** Fixes the next version of a measure. */
    public MeasureVersion submit(
            String measureId, DraftersStatement statement, List<ManifestEntry> manifest, String userId) {
        int number = versions.findByMeasureIdOrderByNumber(measureId).size() + 1;
        MeasureVersion version =
                versions.save(new MeasureVersion(measureId, number, statement, manifest, userId, clock.instant()));
        events.publishEvent(new VersionSubmitted(version.id()));
        return version;
    }

    @Transactional(readOnly = true)
    public Measure get(String id) {
        return measures.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public MeasureVersion version(String id) {
        return versions.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<MeasureVersion> versionsOf(String measureId) {
        return versions.findByMeasureIdOrderByNumber(measureId);
    }

    /**
     * Destroys what was said about a measure and what was submitted of it.
     *
     * @param titleOfRestricted what stands in place of the title where the measure is restricted
     */
    public void destroy(String measureId, String titleOfRestricted) {
        get(measureId).destroy(titleOfRestricted);
        versionsOf(measureId).forEach(MeasureVersion::destroy);
    }
}
