package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fairreview.calendar.CaseClocks;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.NumberSeries;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receives measures for review: submission, the check for completeness, supplements (Measures 31), later versions, and
 * what ends a case before it is concluded.
 */
@Service
@Transactional
public class CaseIntake {

    private final ReviewCases cases;
    private final Measures measures;
    private final FileStore files;
    private final Texts texts;
    private final Units units;
    private final NumberSeries numbers;
    private final Standards standards;
    private final CarriedFindings carried;
    private final CaseClocks clocks;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseIntake(
            ReviewCases cases,
            Measures measures,
            FileStore files,
            Texts texts,
            Units units,
            NumberSeries numbers,
            Standards standards,
            CarriedFindings carried,
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
        this.carried = carried;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case for a submission.
     *
     * @param onBehalf whether a clerk registers it for the unit
     * @throws Refusal where the region has no market-regulation department, a file is not the submitter's, or the draft
     *     or its explanation is missing
     */
    public ReviewCase open(Submission submission, ReviewRoute route, String userId, boolean onBehalf) {
        Unit drafter = units.find(submission.draftingUnitId()).orElseThrow();
        Unit regulator = units.regulatorOf(drafter.regionId())
                .orElseThrow(() -> Refusal.of("submission.noRegulator", units.regionName(drafter.regionId())));
        LocalDate today = LocalDate.now(clock);
        if (submission.receivedOn() != null && submission.receivedOn().isAfter(today)) {
            throw Refusal.at("receivedOn", "submission.receivedInTheFuture");
        }
        if (submission.receivedOn() != null && submission.receivedOn().isBefore(today.minusYears(2))) {
            throw Refusal.at("receivedOn", "submission.receivedTooLongAgo");
        }
        List<ManifestEntry> manifest = manifest(submission.files(), userId);
        checkWhole(manifest, route).ifPresent(refusal -> {
            throw refusal;
        });
        Measure measure = measures.register(drafter.id(), drafter.regionId(), submission.facts(), userId);
        measures.circulate(measure.id(), submission.circulation(), submission.hearingOtherwise());
        MeasureVersion version = measures.submit(measure.id(), submission.statement(), manifest, userId);
        String number = nextNumber(drafter.regionId(), today);
        ReviewCase review = new ReviewCase(
                number,
                measure.id(),
                version.id(),
                new Parties(drafter.id(), regulator.id(), drafter.regionId()),
                route,
                userId,
                onBehalf,
                clock.instant(),
                standards.regime());
        LocalDate receivedOn = onBehalf && submission.receivedOn() != null ? submission.receivedOn() : today;
        review.receivedOn(receivedOn);
        if (route == ReviewRoute.OUT_OF_SCOPE) {
            review.closeOutOfScope(String.valueOf(submission.outOfScope()), clock.instant());
        } else {
            clocks.start(number, drafter.regionId(), route.name(), receivedOn);
        }
        cases.saveAndFlush(review);
        bind(manifest, number);
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("title", submission.facts().title());
        recorded.put("route", route.name());
        recorded.put("circulation", submission.circulation().name());
        if (!submission.hearingOtherwise().isBlank()) {
            recorded.put("hearingOtherwise", submission.hearingOtherwise());
        }
        recorded.put("version", version.number());
        recorded.put("digest", version.digest());
        recorded.put("files", manifest.stream().map(ManifestEntry::fileName).toList());
        if (onBehalf) {
            recorded.put("draftingUnit", drafter.name());
            recorded.put("receivedOn", receivedOn.toString());
        }
        if (submission.outOfScope() != null) {
            recorded.put("outOfScope", submission.outOfScope());
        }
        events.publishEvent(new CaseRecorded(number, onBehalf ? "case.registered" : "case.submitted", recorded));
        return review;
    }

    /** Opens a case on the same version of the measure of an earlier case: an exception is to go on (Measures 25). */
    public ReviewCase openAgain(String earlier) {
        ReviewCase last = get(earlier);
        LocalDate today = LocalDate.now(clock);
        String number = nextNumber(last.regionId(), today);
        ReviewCase review = new ReviewCase(
                number,
                last.measureId(),
                last.versionId(),
                new Parties(last.draftingUnitId(), last.regulatorUnitId(), last.regionId()),
                last.route(),
                last.submittedBy(),
                last.isOnBehalf(),
                clock.instant(),
                standards.regime());
        review.receivedOn(today);
        review.renewalOf(earlier);
        cases.saveAndFlush(review);
        clocks.start(number, review.regionId(), review.route().name(), today);
        events.publishEvent(new CaseRecorded(number, "case.openedAgain", Map.of("earlierCase", earlier)));
        return review;
    }

    public Optional<Refusal> accept(String caseNumber) {
        ReviewCase review = get(caseNumber);
        MeasureVersion version = measures.version(review.versionId());
        return review.accept(HearingRule.isKept(version, measures.get(review.measureId())), clock.instant());
    }

    /** Asks for a supplement; the clock of the case stands still until it comes. */
    public Optional<Refusal> askSupplement(String caseNumber, @Nullable String missing) {
        return stopping(caseNumber, "supplement", review -> review.askSupplement(missing));
    }

    /** Suspends the review until interested parties are heard; the clock of the case stands still (Q&A no. 12). */
    public Optional<Refusal> suspend(String caseNumber, @Nullable String why) {
        return stopping(caseNumber, "suspended", review -> review.suspend(why));
    }

    private Optional<Refusal> stopping(
            String caseNumber, String reason, Function<ReviewCase, Optional<Refusal>> asking) {
        ReviewCase review = get(caseNumber);
        Optional<Refusal> refusal = asking.apply(review);
        if (refusal.isEmpty()) {
            clocks.stop(review.clockSubject(), reason);
        }
        return refusal;
    }

    /** The last day for what was asked for has passed. */
    public void supplementOverdue(String caseNumber) {
        get(caseNumber).supplementOverdue();
        events.publishEvent(new CaseRecorded(caseNumber, "case.supplementOverdue", Map.of()));
    }

    /** Gives another period for what was asked for. */
    public void extendSupplement(String caseNumber, boolean hearing) {
        get(caseNumber).extendSupplement(hearing);
    }

    public Optional<Refusal> returnToDrafter(String caseNumber, @Nullable String reason) {
        return ending(caseNumber, review -> review.returnToDrafter(reason, clock.instant()));
    }

    public Optional<Refusal> putOutOfScope(String caseNumber, @Nullable String reason) {
        return ending(caseNumber, review -> review.putOutOfScope(reason, clock.instant()));
    }

    /** Withdraws the measure for its drafting unit. */
    public Optional<Refusal> withdraw(String caseNumber, @Nullable String reason) {
        Optional<Refusal> refusal = ending(caseNumber, review -> review.withdraw(reason, clock.instant()));
        if (refusal.isEmpty()) {
            events.publishEvent(
                    new CaseRecorded(caseNumber, "case.withdrawn", Map.of("reason", String.valueOf(reason))));
        }
        return refusal;
    }

    private Optional<Refusal> ending(String caseNumber, Function<ReviewCase, Optional<Refusal>> act) {
        ReviewCase review = get(caseNumber);
        Optional<Refusal> refusal = act.apply(review);
        if (refusal.isEmpty()) {
            clocks.end(review.clockSubject(), LocalDate.now(clock));
            events.publishEvent(new CaseEnded(caseNumber));
        }
        return refusal;
    }

    /**
     * Takes the next version: after a supplement, a hearing, a change during the review, or a conclusion that asked for
     * one. Files of the last version stay unless one of the same role replaces them.
     */
    public Optional<Refusal> nextVersion(
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
        Optional<Refusal> refusal =
                checkWhole(all, review.route()).or(() -> checkChanged(review, last, all, statement));
        if (refusal.isPresent()) {
            return refusal;
        }
        boolean heard = HearingRule.isOtherwise(measures.get(review.measureId()))
                || (statement.heard() && all.stream().anyMatch(entry -> entry.role() == FileRole.HEARING));
        MeasureVersion version = measures.submit(review.measureId(), statement, all, userId);
        refusal = take(review, version, heard);
        if (refusal.isPresent()) {
            return refusal;
        }
        bind(added, caseNumber);
        events.publishEvent(new CaseRecorded(
                caseNumber,
                "case.supplemented",
                Map.of(
                        "version", version.number(),
                        "digest", version.digest(),
                        "files", added.stream().map(ManifestEntry::fileName).toList())));
        return Optional.empty();
    }

    private Optional<Refusal> take(ReviewCase review, MeasureVersion version, boolean heard) {
        switch (review.stage()) {
            case AMENDING -> {
                carried.carry(review.number(), review.round(), measures.version(review.versionId()), version);
                review.amend(version.id());
                clocks.resume(review.clockSubject());
                return Optional.empty();
            }
            case TO_REVISE -> {
                carried.carry(review.number(), review.round(), measures.version(review.versionId()), version);
                review.resubmit(version.id());
                clocks.start(
                        review.clockSubject(), review.regionId(), review.route().name(), LocalDate.now(clock));
                return Optional.empty();
            }
            default -> {
                carried.follow(review.number(), review.round(), measures.version(review.versionId()), version);
                Optional<Refusal> refusal = review.supplement(version.id(), heard);
                if (refusal.isEmpty()) {
                    clocks.resume(review.clockSubject());
                }
                return refusal;
            }
        }
    }

    /** A version that is to be changed brings another text of the measure, or the hearing that was left out. */
    private Optional<Refusal> checkChanged(
            ReviewCase review, MeasureVersion last, List<ManifestEntry> next, DraftersStatement statement) {
        boolean mustChange = review.stage() == Stage.AMENDING || review.stage() == Stage.TO_REVISE;
        if (!mustChange || !textsOf(last.manifest()).equals(textsOf(next))) {
            return Optional.empty();
        }
        boolean heardNow = statement.heard()
                && !HearingRule.isKept(last, measures.get(review.measureId()))
                && next.stream().anyMatch(entry -> entry.role() == FileRole.HEARING);
        return heardNow ? Optional.empty() : Optional.of(Refusal.at("files", "submission.changedTextMissing"));
    }

    private static List<String> textsOf(List<ManifestEntry> manifest) {
        return manifest.stream()
                .filter(entry -> entry.role().isReviewed())
                .map(ManifestEntry::sha256)
                .toList();
    }

    private String nextNumber(String regionId, LocalDate today) {
        String number = "%s-%d-%04d"
                .formatted(Region.codeOf(regionId), today.getYear(), numbers.next("case", regionId, today.getYear()));
        if (cases.existsById(number)) {
            throw new IllegalStateException("Two regions count the same case numbers: %s".formatted(number));
        }
        return number;
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
    private Optional<Refusal> checkWhole(List<ManifestEntry> manifest, ReviewRoute route) {
        if (manifest.stream().filter(entry -> entry.role() == FileRole.BODY).count() != 1) {
            return Optional.of(Refusal.at("files", "submission.oneBody"));
        }
        if (route != ReviewRoute.OUT_OF_SCOPE
                && manifest.stream().noneMatch(entry -> entry.role() == FileRole.EXPLANATION)) {
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
