package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.SigningOutcome;
import org.fairreview.review.SigningStep;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tests, verifies, concludes and answers complaints. Nothing that an officer writes may name the reporter. */
@Service
@Transactional
public class ComplaintHandling {

    static final int MOST_FILES = 20;

    private static final String NOBODY = "nobody";
    private static final String LETTER_AFTER_VIOLATION = "rectification";

    /** What the officer says of scope, level and object. */
    public record Assessed(
            Assessment decision,
            String reason,
            String body,
            String draftingUnitId,
            String measure,
            String measureNumber,
            String matter,
            String takenUpReason) {}

    /** What the officer says of the measure, before it is stamped with person and time. */
    public record Verified(
            VerificationWay way,
            String wholeMeasure,
            ProcedureResult procedure,
            String procedureNote,
            ReviewResult review,
            String reviewNote,
            Outcome outcome,
            String conclusion,
            @Nullable String letterKind,
            List<ComplaintFinding> findings) {}

    private final ComplaintRows rows;
    private final ComplaintOffice office;
    private final SealedReporter reporters;
    private final Standards standards;
    private final DueDates dueDates;
    private final WorkingDays workingDays;
    private final Units units;
    private final FileStore files;
    private final ComplaintLeads inbox;
    private final CaseProcesses processes;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final LocalTime officeCloses;

    ComplaintHandling(
            ComplaintRows rows,
            ComplaintOffice office,
            SealedReporter reporters,
            Standards standards,
            DueDates dueDates,
            WorkingDays workingDays,
            Units units,
            FileStore files,
            ComplaintLeads inbox,
            CaseProcesses processes,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${fairreview.office-closes}") LocalTime officeCloses) {
        this.rows = rows;
        this.office = office;
        this.reporters = reporters;
        this.standards = standards;
        this.dueDates = dueDates;
        this.workingDays = workingDays;
        this.units = units;
        this.files = files;
        this.inbox = inbox;
        this.processes = processes;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.officeCloses = officeCloses;
    }

    // ---- test of scope, level and object

    /** Takes the officer's decision (Measures 37, 38). */
    public Optional<Refusal> assess(String number, String userId, Assessed said) {
        Complaint complaint = get(number);
        Optional<Refusal> named = refuseNaming(
                complaint,
                said.reason(),
                said.body(),
                said.measure(),
                said.measureNumber(),
                said.matter(),
                said.takenUpReason());
        if (named.isPresent()) {
            return named;
        }
        return switch (said.decision()) {
            case ACCEPT -> accept(complaint, userId, said);
            case SUPPLEMENT -> askSupplement(complaint, userId, said.reason());
            default -> sendOn(complaint, userId, said);
        };
    }

    private Optional<Refusal> accept(Complaint complaint, String userId, Assessed said) {
        if (!complaint.isIssued() && said.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "complaint.unissued"));
        }
        Optional<Unit> unit = units.find(said.draftingUnitId()).filter(Unit::isAtWork);
        if (unit.isEmpty()) {
            return Optional.of(Refusal.at("draftingUnit", "complaint.unitMissing"));
        }
        if (said.measure().isBlank()) {
            return Optional.of(Refusal.at("measure", "complaint.measureMissing"));
        }
        if (said.matter().isBlank()) {
            return Optional.of(Refusal.at("matter", "complaint.matterMissing"));
        }
        if (unit.get().id().equals(units.inCharge(complaint.regulatorUnitId()))) {
            return Optional.of(Refusal.at("draftingUnit", "complaint.ownMeasure"));
        }
        if (!unit.get().regionId().equals(complaint.regionId())) {
            Optional<Refusal> elsewhere = refuseLevel(complaint, unit.get(), said.takenUpReason());
            if (elsewhere.isPresent()) {
                return elsewhere;
            }
        }
        Instant until = dueDates.due("complaintConclusion", complaint.regionId(), null, complaint.materialOn());
        complaint.accept(
                userId,
                unit.get().id(),
                said.measure(),
                said.measureNumber(),
                said.matter(),
                said.takenUpReason().isBlank() ? null : said.takenUpReason(),
                said.reason().isBlank() ? null : said.reason(),
                until);
        complaint.askStatement(dueDates.dueFromNow("complaintStatement", complaint.regionId()));
        record(complaint, "complaint.accepted", Map.of("concludeUntil", day(until)));
        inbox.accepted(complaint, unit.get(), userId);
        return Optional.empty();
    }

    /** A unit of the level below: its own regulator is competent, unless this one takes the matter up (Measures 37). */
    private Optional<Refusal> refuseLevel(Complaint complaint, Unit unit, String takenUpReason) {
        String competent =
                units.regulatorOf(unit.regionId()).map(Unit::name).orElseGet(() -> units.regionName(unit.regionId()));
        if (!units.visibleFrom(complaint.regionId()).contains(unit.regionId())) {
            return Optional.of(Refusal.at("draftingUnit", "complaint.notOurs", competent));
        }
        return takenUpReason.isBlank()
                ? Optional.of(Refusal.at("takenUpReason", "complaint.lowerLevel", competent))
                : Optional.empty();
    }

    private Optional<Refusal> askSupplement(Complaint complaint, String userId, String what) {
        if (what.isBlank()) {
            return Optional.of(Refusal.at("reason", "complaint.supplementUnsaid"));
        }
        Optional<Refusal> refusal =
                complaint.askSupplement(userId, what, dueDates.dueFromNow("complaintSupplement", complaint.regionId()));
        if (refusal.isEmpty()) {
            record(complaint, "complaint.supplementAsked", Map.of());
        }
        return refusal;
    }

    private Optional<Refusal> sendOn(Complaint complaint, String userId, Assessed said) {
        if (said.reason().isBlank()) {
            return Optional.of(Refusal.at("reason", "complaint.reasonMissing"));
        }
        boolean unnamed = said.decision().namesBody() && said.body().isBlank();
        if (unnamed) {
            return Optional.of(Refusal.at("body", "complaint.bodyMissing"));
        }
        if (said.decision() == Assessment.REFER && complaint.isIssued()) {
            return Optional.of(Refusal.at("decision", "complaint.issuedNotReferred"));
        }
        Optional<Refusal> refusal = complaint.sendOn(
                userId, said.decision(), said.reason(), said.decision().namesBody() ? said.body() : null);
        if (refusal.isEmpty()) {
            record(
                    complaint,
                    "complaint.sentOn",
                    Map.of("assessment", said.decision().name()));
        }
        return refusal;
    }

    /**
     * When a supplement that did not come is taken as lacking: a working day after its last day, so that what came on that day
     * can still be registered.
     */
    public Optional<Instant> lapsesAt(Complaint complaint) {
        return complaint.supplementUntil().map(until -> workingDays
                .after(dayOf(until), 1)
                .atTime(officeCloses)
                .atZone(clock.getZone())
                .toInstant());
    }

    /** The reporter supplied nothing in time; a second run changes nothing. */
    public void lapse(String number) {
        Complaint complaint = get(number);
        if (complaint.state() == ComplaintState.AWAITING_SUPPLEMENT) {
            complaint.lapse(text("complaint.lapsed"));
            record(complaint, "complaint.lapsed", Map.of());
        }
    }

    // ---- the drafting unit

    /**
     * The unit that states in Tasklist: nobody where it is of another region, whose people do not reach this one's tasks, so
     * that the clerk registers what it sends on paper.
     */
    public String statingUnit(Complaint complaint) {
        return complaint
                .draftingUnitId()
                .flatMap(units::find)
                .filter(unit -> unit.regionId().equals(complaint.regionId()))
                .map(Unit::id)
                .orElse(NOBODY);
    }

    /** Takes what the drafting unit says. */
    public Optional<Refusal> state(String number, String userId, String said, List<String> fileIds, boolean onPaper) {
        if (said.isBlank()) {
            return Optional.of(Refusal.at("text", "complaint.statementMissing"));
        }
        if (fileIds.size() > MOST_FILES
                || !fileIds.stream().allMatch(id -> files.takeStaged(id, userId).isPresent())) {
            return Optional.of(Refusal.at("files", "complaint.filesGone"));
        }
        Complaint complaint = get(number);
        complaint.state(new Statement(said, onPaper, userId, clock.instant()), fileIds);
        fileIds.forEach(id -> files.bind(id, number, "COMPLAINT_STATEMENT"));
        return Optional.empty();
    }

    public void missStatement(String number) {
        Complaint complaint = get(number);
        complaint.missStatement();
        record(complaint, "complaint.statementMissing", Map.of());
    }

    // ---- verification and conclusion

    /** Takes verification and conclusion: the whole measure, the procedure, the conclusion of its review (Measures 40). */
    public Optional<Refusal> verify(String number, String userId, Verified said) {
        Complaint complaint = get(number);
        // a passage is quoted as it stands, even where it names the reporter
        Stream<String> ofFindings =
                said.findings().stream().flatMap(found -> Stream.of(found.reason(), found.requiredChange()));
        String[] texts = Stream.concat(
                        Stream.of(said.wholeMeasure(), said.procedureNote(), said.reviewNote(), said.conclusion()),
                        ofFindings)
                .toArray(String[]::new);
        LocalDate today = LocalDate.now(clock);
        String regime = standards.regimeOn(today).orElseThrow().id();
        Optional<Refusal> refusal = refuseNaming(complaint, texts)
                .or(() -> refuseOutcome(said))
                .or(() -> refuseItems(said.findings(), regime));
        if (refusal.isPresent()) {
            return refusal;
        }
        complaint.verify(
                new Verification(
                        said.way(),
                        said.wholeMeasure(),
                        said.procedure(),
                        said.procedureNote(),
                        said.review(),
                        said.reviewNote(),
                        said.outcome(),
                        said.conclusion(),
                        said.letterKind(),
                        regime,
                        userId,
                        clock.instant()),
                said.findings(),
                office.signingChain(complaint.regionId()));
        return Optional.empty();
    }

    private static Optional<Refusal> refuseOutcome(Verified said) {
        boolean found = !said.findings().isEmpty();
        return switch (said.outcome()) {
            case VIOLATION ->
                !found
                        ? Optional.of(Refusal.at("outcome", "complaint.violationWithoutFinding"))
                        : LETTER_AFTER_VIOLATION.equals(said.letterKind())
                                ? Optional.empty()
                                : Optional.of(Refusal.at("letterKind", "complaint.violationWithoutLetter"));
            case PROCEDURE_FAULT ->
                found
                        ? Optional.of(Refusal.at("outcome", "complaint.findingWithoutViolation"))
                        : said.procedure() == ProcedureResult.FULFILLED
                                ? Optional.of(Refusal.at("procedure", "complaint.procedureFulfilled"))
                                : Optional.empty();
            case NO_VIOLATION ->
                found
                        ? Optional.of(Refusal.at("outcome", "complaint.findingWithoutViolation"))
                        : said.procedure() != ProcedureResult.FULFILLED
                                ? Optional.of(Refusal.at("outcome", "complaint.procedureNotFulfilled"))
                                : Optional.empty();
        };
    }

    private Optional<Refusal> refuseItems(List<ComplaintFinding> findings, String regime) {
        return findings.stream().allMatch(found -> standards
                        .regime(regime)
                        .flatMap(known -> known.item(found.item()))
                        .isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.at("findings", "complaint.itemUnknown"));
    }

    public SigningStep nextStep(String number) {
        return get(number).nextStep();
    }

    public Optional<Refusal> sign(String number, String userId, boolean agreed, String remark, int backTo) {
        Complaint complaint = get(number);
        Optional<Refusal> refusal = refuseNaming(complaint, remark)
                .or(() -> complaint.sign(userId, agreed, remark, backTo, clock.instant()));
        if (refusal.isEmpty() && complaint.state() == ComplaintState.CONCLUDED) {
            record(
                    complaint,
                    "complaint.concluded",
                    Map.of(
                            "complaintOutcome",
                            complaint.verification().orElseThrow().outcome().name(),
                            "late",
                            complaint.isLate(clock.instant())));
            inbox.concluded(complaint);
        }
        return refusal;
    }

    public SigningOutcome outcome(String number) {
        return get(number).signingOutcome();
    }

    // ---- more time

    /** Whether the person may ask for more time now: any reviewer of the regulator, for who began may be away. */
    @Transactional(readOnly = true)
    public boolean mayAskExtension(Complaint complaint, Actor actor) {
        return complaint.state().isVerified()
                && actor.holds(Role.REVIEWER, units.inCharge(complaint.regulatorUnitId()));
    }

    public Optional<Refusal> askExtension(String number, @Nullable LocalDate until, String reason, Actor actor) {
        Complaint complaint = get(number);
        if (until == null) {
            return Optional.of(Refusal.at("until", "complaint.extensionNotLater"));
        }
        if (reason.isBlank() || reason.length() > 4000) {
            return Optional.of(Refusal.at("reason", "complaint.extensionUnsaid"));
        }
        Optional<Refusal> refusal = refuseNaming(complaint, reason)
                .or(() -> complaint.askExtension(
                        new ComplaintExtension(until, reason, actor.userId(), clock.instant(), null, null, null, null),
                        complaint.concludeUntil().map(this::dayOf).orElse(LocalDate.MIN),
                        clock.instant()));
        if (refusal.isEmpty()) {
            record(complaint, "complaint.extensionAsked", Map.of("until", until.toString()));
            processes.tell(ComplaintProcess.EXTENSION_ASKED, number);
        }
        return refusal;
    }

    /** The regulator's head decides, before the term ends (Measures 38). */
    public Optional<Refusal> decideExtension(String number, String userId, boolean granted, String note) {
        Complaint complaint = get(number);
        LocalDate wished = complaint.extensions().stream()
                .filter(ComplaintExtension::isOpen)
                .map(ComplaintExtension::wishedUntil)
                .findFirst()
                .orElseThrow();
        Optional<Refusal> refusal = complaint.decideExtension(
                userId,
                granted ? wished.atTime(officeCloses).atZone(clock.getZone()).toInstant() : null,
                note,
                clock.instant());
        if (refusal.isEmpty()) {
            record(complaint, "complaint.extensionDecided", Map.of("granted", granted, "until", wished.toString()));
        }
        return refusal;
    }

    /** When the conclusion is due. */
    public Instant concludeUntil(String number) {
        return get(number).concludeUntil().orElseThrow();
    }

    /** The term has passed, as it was or as it is extended; says whether there is more time. A second run changes nothing. */
    public boolean noteDue(String number) {
        Complaint complaint = get(number);
        boolean before = complaint.lateAt().isPresent();
        boolean late = complaint.noteDue(clock.instant());
        if (late && !before) {
            record(complaint, "complaint.late", Map.of("concludeUntil", day(concludeUntil(number))));
        }
        return !late;
    }

    // ---- what follows

    /** The drafting unit, and the kind of the letter that goes to it. */
    public record LetterWanted(String regionId, String unitId, String kind) {}

    public Optional<LetterWanted> letterWanted(String number) {
        Complaint complaint = get(number);
        return complaint
                .verification()
                .flatMap(found -> Optional.ofNullable(found.letterKind()))
                .map(kind -> new LetterWanted(
                        complaint.regionId(), complaint.draftingUnitId().orElseThrow(), kind));
    }

    public void writeTo(String number, String letter) {
        Complaint complaint = get(number);
        complaint.writeTo(letter);
        inbox.letterBegun(complaint, letter);
        record(complaint, "complaint.letterWanted", Map.of("nextLetter", letter));
    }

    /** Ends an anonymous complaint with its conclusion. */
    public void close(String number) {
        Complaint complaint = get(number);
        if (complaint.state() == ComplaintState.CONCLUDED) {
            complaint.close(clock.instant());
            record(complaint, "complaint.closed", Map.of());
        }
    }

    /** The reporter was told, or the material handed over. */
    public Optional<Refusal> tell(String number, String userId, LocalDate on, TellingWay way, String said) {
        Complaint complaint = get(number);
        LocalDate today = LocalDate.now(clock);
        if (on.isAfter(today) || on.isBefore(complaint.receivedOn())) {
            return Optional.of(Refusal.at("toldOn", "complaint.toldOnWrong"));
        }
        if (said.isBlank()) {
            return Optional.of(Refusal.at("text", "complaint.answerMissing"));
        }
        Optional<Refusal> refusal = refuseNaming(complaint, said);
        if (refusal.isEmpty()) {
            complaint.tell(new Telling(on, way, said, userId, clock.instant()));
            record(complaint, "complaint.told", Map.of("toldOn", on.toString(), "tellingWay", way.name()));
        }
        return refusal;
    }

    /** The complaint, for work on one of its tasks, which the engine has allowed. */
    @Transactional(readOnly = true)
    public Complaint get(String number) {
        return rows.findById(number).orElseThrow();
    }

    private Optional<Refusal> refuseNaming(Complaint complaint, String... texts) {
        return reporters.isNamedIn(complaint, Stream.of(texts))
                ? Optional.of(Refusal.of("complaint.reporterNamed"))
                : Optional.empty();
    }

    private void record(Complaint complaint, String act, Map<String, ?> details) {
        events.publishEvent(ComplaintRecorded.of(complaint.number(), act, details));
    }

    private String day(Instant moment) {
        return dayOf(moment).toString();
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }
}
