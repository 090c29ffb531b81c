package org.fairreview.supervision.spotcheck;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.Texts;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.WrittenFindings;
import org.fairreview.standard.Regime;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.ReminderWanted;
import org.fairreview.workflow.Reminders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inspection of each drawn measure by two people (Measures 39, 40): each records without seeing what the other wrote,
 * where they disagree the section head decides, and units whose measures have problems get a letter.
 */
@Service
@Transactional
public class Inspections {

    private static final int LONGEST_OPINION = 20_000;
    private static final int LONGEST_REASON = 4_000;
    private static final String SOURCE = "spotcheck";

    private final SpotCheckRows checks;
    private final SpotItemRows items;
    private final SpotFindingRows findings;
    private final SpotLetterRows letters;
    private final Measures measures;
    private final Texts texts;
    private final Standards standards;
    private final Reminders reminders;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inspections(
            SpotCheckRows checks,
            SpotItemRows items,
            SpotFindingRows findings,
            SpotLetterRows letters,
            Measures measures,
            Texts texts,
            Standards standards,
            Reminders reminders,
            Directory directory,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checks = checks;
        this.items = items;
        this.findings = findings;
        this.letters = letters;
        this.measures = measures;
        this.texts = texts;
        this.standards = standards;
        this.reminders = reminders;
        this.directory = directory;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public SpotItem get(String itemNumber) {
        SpotItem item = items.findById(itemNumber).orElseThrow();
        item.records().size();
        return item;
    }

    /** What the inspectors hold to violate a standard, in the order in which it was written. */
    @Transactional(readOnly = true)
    public List<SpotFinding> findingsOf(String itemNumber) {
        return findings.findByItemNumberOrderById(itemNumber);
    }

    @Transactional(readOnly = true)
    public List<SpotFinding> findingsOfCheck(String checkNumber) {
        return findings.ofCheck(checkNumber);
    }

    @Transactional(readOnly = true)
    public List<SpotLetter> lettersOf(String checkNumber) {
        return letters.findByIdCheckNumberOrderByIdUnitId(checkNumber);
    }

    /** The texts that are inspected, as the manifest of the measure's version lists them; none where there is no text here. */
    @Transactional(readOnly = true)
    public List<ManifestEntry> filesOf(SpotItem item) {
        return item.versionId()
                .map(measures::version)
                .map(version -> List.copyOf(version.reviewedFiles()))
                .orElse(List.of());
    }

    /** Nobody inspects what the own unit answers for, nor a second time what was recorded. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionTo(SpotItem item, String userId) {
        return isOfItsUnit(item, userId) ? Optional.of(Refusal.of("spotcheck.ownUnit")) : item.objectionTo(userId);
    }

    private boolean isOfItsUnit(SpotItem item, String userId) {
        return item.unitId()
                .filter(unit -> !unit.equals(regulatorOf(item)))
                .flatMap(unit -> directory.actor(userId).filter(actor -> actor.belongsTo(unit)))
                .isPresent();
    }

    private String regulatorOf(SpotItem item) {
        return units.inCharge(checks.findById(item.checkNumber()).orElseThrow().regulatorUnitId());
    }

    /** One of the two records; with the second record it is settled, or the section head has to decide. */
    public Optional<Refusal> record(
            String itemNumber, ProcedureVerdict procedure, String opinion, List<FindingDraft> drafts, String userId) {
        SpotItem item = items.hold(itemNumber).orElseThrow();
        if (opinion.isBlank() || opinion.length() > LONGEST_OPINION) {
            return Optional.of(Refusal.at("opinion", "spotcheck.opinionMissing", LONGEST_OPINION));
        }
        Map<String, String> files = files(item, drafts);
        Regime regime = standards
                .regime(checks.findById(item.checkNumber()).orElseThrow().regime())
                .orElseThrow();
        Optional<Refusal> refusal = objectionTo(item, userId)
                .or(() -> ClassificationMark.isIn(opinion)
                        ? Optional.of(Refusal.at("opinion", "spotcheck.classified"))
                        : Optional.empty())
                .or(() -> WrittenFindings.check(drafts, files, regime));
        if (refusal.isPresent()) {
            return refusal;
        }
        findings.saveAllAndFlush(drafts.stream()
                .map(draft -> new SpotFinding(itemNumber, userId, anchored(item, draft, files)))
                .toList());
        item.record(new SpotRecord(userId, procedure, opinion, clock.instant()));
        events.publishEvent(new SpotCheckRecorded(
                itemNumber,
                "spotcheck.recorded",
                Map.of("procedure", procedure.name(), "findingCount", drafts.size())));
        if (item.isRecordedByBoth()) {
            boolean agreed = item.settle(findings.findByItemNumberOrderById(itemNumber));
            events.publishEvent(
                    new SpotCheckRecorded(itemNumber, agreed ? "spotcheck.agreed" : "spotcheck.disagreed", Map.of()));
        }
        return Optional.empty();
    }

    /** What is quoted must stand in the text; where there is no text here, the quotation is taken from the paper. */
    private Map<String, String> files(SpotItem item, List<FindingDraft> drafts) {
        Map<String, String> files = new HashMap<>();
        for (ManifestEntry entry : filesOf(item)) {
            files.put(entry.sha256(), texts.fullText(entry.sha256()).orElse(""));
        }
        if (files.isEmpty()) {
            List<String> quoted = new ArrayList<>();
            drafts.forEach(draft -> quoted.add(String.valueOf(draft.quotation())));
            files.put("", String.join("\n", quoted));
        }
        return files;
    }

    private static FindingDraft anchored(SpotItem item, FindingDraft draft, Map<String, String> files) {
        return item.versionId().isPresent() ? WrittenFindings.anchor(draft, files) : draft;
    }

    @Transactional(readOnly = true)
    public boolean isAgreed(String itemNumber) {
        return get(itemNumber).state() != SpotItem.State.DISAGREED;
    }

    /** The section head decides, with reasons, which findings stand where the two disagree. */
    public Optional<Refusal> decide(
            String itemNumber, ProcedureVerdict procedure, Set<Long> standing, String reason, String userId) {
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "spotcheck.tooLong", LONGEST_REASON));
        }
        SpotItem item = items.hold(itemNumber).orElseThrow();
        if (isOfItsUnit(item, userId)) {
            return Optional.of(Refusal.of("spotcheck.ownUnit"));
        }
        Optional<Refusal> refusal = item.decide(
                procedure, standing, reason, findings.findByItemNumberOrderById(itemNumber), userId, clock.instant());
        if (refusal.isEmpty()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("procedure", procedure.name());
            said.put("reason", reason);
            said.put("standing", standing.size());
            events.publishEvent(new SpotCheckRecorded(itemNumber, "spotcheck.decided", said));
        }
        return refusal;
    }

    /** Whether a problem stands in a measure: a finding, or a procedure that was not followed. */
    @Transactional(readOnly = true)
    public boolean hasProblem(SpotItem item) {
        return item.procedure().filter(ProcedureVerdict::isProblem).isPresent()
                || findingsOf(item.number()).stream().anyMatch(SpotFinding::isStanding);
    }

    /** Everything is inspected; says whether a problem stands in any measure. */
    public boolean finish(String checkNumber) {
        checks.hold(checkNumber).orElseThrow().inspected();
        List<SpotItem> all = items.findByCheckNumberOrderByPlace(checkNumber);
        long problems = all.stream().filter(this::hasProblem).count();
        events.publishEvent(new SpotCheckRecorded(
                checkNumber, "spotcheck.inspected", Map.of("inspected", all.size(), "withProblems", problems)));
        return problems > 0;
    }

    /**
     * Wants one letter to each unit about all its measures with problems: 整改督促函 where findings stand (Measures 40),
     * 提示函 where only the procedure was not followed. Units that nobody knows here are written to by hand.
     */
    public void wantLetters(String checkNumber) {
        SpotCheck check = checks.findById(checkNumber).orElseThrow();
        Map<String, Boolean> findingsStand = new TreeMap<>();
        for (SpotItem item : items.findByCheckNumberOrderByPlace(checkNumber)) {
            if (item.unitId().isPresent() && hasProblem(item)) {
                boolean stands = findingsOf(item.number()).stream().anyMatch(SpotFinding::isStanding);
                findingsStand.merge(units.inCharge(item.unitId().get()), stands, Boolean::logicalOr);
            }
        }
        findingsStand.forEach((unit, stands) -> {
            if (letters.findById(new SpotLetter.Id(checkNumber, unit)).isPresent()) {
                return;
            }
            String letter = reminders.want(new ReminderWanted(
                    check.regionId(), SOURCE, checkNumber, unit, stands ? "rectification" : "reminder", List.of()));
            letters.save(new SpotLetter(checkNumber, unit, letter, clock.instant()));
            events.publishEvent(new SpotCheckRecorded(
                    checkNumber, "spotcheck.letterWanted", Map.of("unit", unit, "letter", letter)));
        });
    }
}
