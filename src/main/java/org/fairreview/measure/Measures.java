package org.fairreview.measure;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The measures and their versions. */
@Service
@Transactional
public class Measures {

    private final MeasureRows measures;
    private final MeasureVersionRows versions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Measures(MeasureRows measures, MeasureVersionRows versions, ApplicationEventPublisher events, Clock clock) {
        this.measures = measures;
        this.versions = versions;
        this.events = events;
        this.clock = clock;
    }

    public Measure register(String draftingUnitId, String regionId, MeasureFacts facts, String userId) {
        return measures.save(new Measure(draftingUnitId, regionId, facts, userId, clock.instant()));
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
