package org.fairreview.cleanup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts of measures in force that came without one: handed in later, they are screened like any other. */
@Service
@Transactional
public class SuppliedTexts {

    private static final String KIND = "LEGACY_TEXT";

    private final LegacyCaseRows rows;
    private final MeasureInForceRows register;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Units units;
    private final ApplicationEventPublisher events;

    SuppliedTexts(
            LegacyCaseRows rows,
            MeasureInForceRows register,
            Measures measures,
            FileStore files,
            Texts texts,
            Units units,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.register = register;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.units = units;
        this.events = events;
    }

    /** Whether the person may hand the text in: who drafts for the unit, or the clerk in its place, while it is checked. */
    @Transactional(readOnly = true)
    public boolean maySupply(LegacyCase legacy, Actor actor) {
        return isEarly(legacy)
                && legacy.versionId().isEmpty()
                && (actor.holds(Role.DRAFTER, units.inCharge(legacy.unitId()))
                        || actor.holds(Role.CLERK, units.inCharge(legacy.regulatorUnitId())));
    }

    public Optional<Refusal> supply(String number, @Nullable String fileId, Actor actor) {
        LegacyCase legacy = rows.findById(number).orElseThrow();
        if (legacy.versionId().isPresent()) {
            return Optional.of(Refusal.of("legacy.textGiven"));
        }
        if (!maySupply(legacy, actor)) {
            return Optional.of(Refusal.of("legacy.textTooLate"));
        }
        Optional<StoredFile> file = fileId == null ? Optional.empty() : files.takeStaged(fileId, actor.userId());
        if (file.isEmpty()) {
            return Optional.of(Refusal.of("legacy.textMissing"));
        }
        String text = texts.fullText(file.get().sha256()).orElse("");
        if (text.isBlank()) {
            return Optional.of(Refusal.of("legacy.textUnreadable"));
        }
        files.bind(file.get().id(), number, KIND);
        MeasureVersion version = measures.submit(
                legacy.measureId(),
                new DraftersStatement(false, "", "", ""),
                List.of(entry(file.get())),
                actor.userId());
        legacy.take(version.id());
        register.findById(legacy.measureId()).orElseThrow().take(version.id(), LedgerKeys.text(text));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("file", file.get().name());
        said.put("sha256", file.get().sha256());
        events.publishEvent(new CleanupRecorded(number, "legacy.textSupplied", said));
        return Optional.empty();
    }

    /** Takes a text that a later list brings for a measure without one; cases of the clean-up that are still checked get it too. */
    public void takeFromList(
            MeasureInForce measure, StoredFile file, String fingerprint, String campaignNumber, String userId) {
        if (measure.versionId().isPresent()) {
            return;
        }
        MeasureVersion version = measures.submit(
                measure.measureId(), new DraftersStatement(false, "", "", ""), List.of(entry(file)), userId);
        measure.take(version.id(), fingerprint);
        rows.findByMeasureIdOrderByNumber(measure.measureId()).stream()
                .filter(legacy -> legacy.campaignNumber().equals(campaignNumber)
                        && isEarly(legacy)
                        && legacy.versionId().isEmpty())
                .forEach(legacy -> legacy.take(version.id()));
    }

    private static boolean isEarly(LegacyCase legacy) {
        return legacy.stage() == LegacyStage.WAITING || legacy.stage() == LegacyStage.CHECKING;
    }

    private static ManifestEntry entry(StoredFile file) {
        return new ManifestEntry(FileRole.BODY, 1, file.id(), file.name(), file.size(), file.sha256());
    }
}
