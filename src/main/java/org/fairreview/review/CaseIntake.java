package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Region;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives measures for joint review: submission, the check for completeness, supplements (Measures 31). */
@Service
@Transactional
public class CaseIntake {

    private final ReviewCases cases;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Units units;
    private final Numbers numbers;
    private final Standards standards;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseIntake(
            ReviewCases cases,
            Measures measures,
            FileStore files,
            Texts texts,
            Units units,
            Numbers numbers,
            Standards standards,
            CaseClocks clocks,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.measures = measures;
        this.files = files;
        this.texts = texts;
        this.units = units;
        this.numbers = numbers;
        this.standards = standards;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case for a submission.
     *
     * @throws Refusal where the region has no market-regulation department, a file is not the submitter's, or the draft
     *     or its explanation is missing
     */
    public ReviewCase open(Submission submission, String userId) {
        Unit drafter = units.find(submission.draftingUnitId()).orElseThrow();
        Unit regulator = units.regulatorOf(drafter.regionId())
                .orElseThrow(() -> Refusal.of("submission.noRegulator", units.regionName(drafter.regionId())));
        List<ManifestEntry> manifest = manifest(submission.files(), userId);
        checkWhole(manifest).ifPresent(refusal -> {
            throw refusal;
        });
        Measure measure = measures.register(drafter.id(), drafter.regionId(), submission.facts(), userId);
        MeasureVersion version = measures.submit(measure.id(), submission.statement(), manifest, userId);
        LocalDate today = LocalDate.now(clock);
        String number = "%s-%d-%04d"
                .formatted(
                        Region.codeOf(drafter.regionId()),
                        today.getYear(),
                        numbers.next("case", drafter.regionId(), today.getYear()));
        if (cases.existsById(number)) {
            throw new IllegalStateException("Two regions count the same case numbers: %s".formatted(number));
        }
        ReviewCase review = cases.saveAndFlush(new ReviewCase(
                number,
                measure.id(),
                version.id(),
                drafter.regionId(),
                drafter.id(),
                regulator.id(),
                userId,
                clock.instant(),
                standards.regime()));
        bind(manifest, number);
        clocks.start(number, "opinion", drafter.regionId());
        events.publishEvent(new CaseRecorded(
                number,
                "case.submitted",
                Map.of(
                        "title", submission.facts().title(),
                        "version", version.number(),
                        "digest", version.digest(),
                        "files", manifest.stream().map(ManifestEntry::fileName).toList())));
        return review;
    }

    public Optional<Refusal> accept(String caseNumber) {
        get(caseNumber).accept(clock.instant());
        return Optional.empty();
    }

    /** Asks for a supplement; the clock of the case stands still until it comes. */
    public Optional<Refusal> askSupplement(String caseNumber, String missing) {
        Optional<Refusal> refusal = get(caseNumber).askSupplement(missing);
        if (refusal.isEmpty()) {
            clocks.stop(caseNumber, "supplement");
        }
        return refusal;
    }

    /** Takes the supplement as a new version: files of the last one stay unless one of the same role replaces them. */
    public Optional<Refusal> supplement(
            String caseNumber, List<Submission.SubmittedFile> files, DraftersStatement statement, String userId) {
        ReviewCase review = get(caseNumber);
        MeasureVersion last = measures.version(review.versionId());
        List<ManifestEntry> added = manifest(files, userId);
        List<ManifestEntry> kept = last.manifest().stream()
                .filter(entry -> added.stream().noneMatch(replacement -> replacement.role() == entry.role()))
                .toList();
        List<ManifestEntry> all = new ArrayList<>(kept);
        all.addAll(added);
        all.sort((a, b) -> a.role() != b.role() ? a.role().compareTo(b.role()) : Integer.compare(a.place(), b.place()));
        Optional<Refusal> refusal = checkWhole(all);
        if (refusal.isPresent()) {
            return refusal;
        }
        MeasureVersion version = measures.submit(review.measureId(), statement, all, userId);
        review.supplement(version.id());
        bind(added, caseNumber);
        clocks.resume(caseNumber);
        events.publishEvent(new CaseRecorded(
                caseNumber,
                "case.supplemented",
                Map.of(
                        "version", version.number(),
                        "digest", version.digest(),
                        "files", added.stream().map(ManifestEntry::fileName).toList())));
        return Optional.empty();
    }

    private List<ManifestEntry> manifest(List<Submission.SubmittedFile> submitted, String userId) {
        Map<FileRole, Integer> places = new EnumMap<>(FileRole.class);
        List<ManifestEntry> manifest = new ArrayList<>();
        for (var file : submitted) {
            StoredFile stored = files.takeStaged(file.fileId(), userId)
                    .orElseThrow(() -> Refusal.at("files", "submission.fileUnknown"));
            int place = places.merge(file.role(), 1, Integer::sum);
            manifest.add(
                    new ManifestEntry(file.role(), place, stored.id(), stored.name(), stored.size(), stored.sha256()));
        }
        return manifest;
    }

    /** Measures 31: the draft and its explanation; and what is reviewed must be text. */
    private Optional<Refusal> checkWhole(List<ManifestEntry> manifest) {
        if (manifest.stream().filter(entry -> entry.role() == FileRole.BODY).count() != 1) {
            return Optional.of(Refusal.at("files", "submission.oneBody"));
        }
        if (manifest.stream().noneMatch(entry -> entry.role() == FileRole.EXPLANATION)) {
            return Optional.of(Refusal.at("files", "submission.explanationMissing"));
        }
        return manifest.stream()
                .filter(entry -> entry.role().isReviewed())
                .filter(entry -> texts.extraction(entry.sha256()).isEmpty())
                .findFirst()
                .map(entry -> Refusal.at("files", "submission.noText", entry.fileName()));
    }

    private void bind(List<ManifestEntry> entries, String caseNumber) {
        entries.forEach(
                entry -> files.bind(entry.fileId(), caseNumber, entry.role().name()));
    }

    private ReviewCase get(String caseNumber) {
        return cases.findById(caseNumber).orElseThrow();
    }
}
