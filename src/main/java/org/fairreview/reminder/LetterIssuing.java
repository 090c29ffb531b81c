package org.fairreview.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.review.DeliveryWay;
import org.fairreview.review.SigningOutcome;
import org.fairreview.review.SigningStep;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the draft to the delivered letter: signatures, 文号, the frozen document, seal, delivery; or its withdrawal. */
@Service
@Transactional
public class LetterIssuing {

    private static final int LONGEST_REASON = 4000;
    private static final int LONGEST_NUMBER = 100;

    private final LetterRows rows;
    private final LetterKinds kinds;
    private final LetterOffice office;
    private final LetterNumbers numbers;
    private final LetterDocuments documents;
    private final FileStore files;
    private final DueDates dueDates;
    private final CaseProcesses processes;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterIssuing(
            LetterRows rows,
            LetterKinds kinds,
            LetterOffice office,
            LetterNumbers numbers,
            LetterDocuments documents,
            FileStore files,
            DueDates dueDates,
            CaseProcesses processes,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.office = office;
        this.numbers = numbers;
        this.documents = documents;
        this.files = files;
        this.dueDates = dueDates;
        this.processes = processes;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    public SigningStep nextStep(String number) {
        return get(number).nextStep();
    }

    public Optional<Refusal> sign(String number, String userId, boolean agreed, String remark, int backTo) {
        return get(number).sign(userId, agreed, remark, backTo, clock.instant());
    }

    public SigningOutcome outcome(String number) {
        return get(number).signingOutcome();
    }

    public boolean numbersByItself(String number) {
        return office.numbering(get(number).regionId()) == Numbering.OWN_SERIES;
    }

    /** Allots the next 文号 of the kind's series; a second run changes nothing. */
    public void number(String number) {
        Letter letter = get(number);
        if (letter.documentNumber().isPresent()) {
            return;
        }
        LetterKind kind = kinds.get(letter.kind());
        numbered(letter, numbers.allot(office.series(kind, letter.regionId()), letter.regionId(), number));
    }

    /** Takes the 文号 that the office has allotted. */
    public Optional<Refusal> enterNumber(String number, String documentNumber) {
        Letter letter = get(number);
        String entered = documentNumber.strip();
        if (entered.isEmpty() || entered.length() > LONGEST_NUMBER) {
            return Optional.of(Refusal.at("documentNumber", "letter.numberMissing"));
        }
        if (!numbers.take(entered, letter.regionId(), number)) {
            return Optional.of(Refusal.at("documentNumber", "letter.numberTaken"));
        }
        numbered(letter, entered);
        return Optional.empty();
    }

    private void numbered(Letter letter, String documentNumber) {
        letter.number(documentNumber);
        events.publishEvent(
                new LetterRecorded(letter.number(), "letter.numbered", Map.of("documentNumber", documentNumber)));
    }

    /** Makes the document and freezes it with its data; a second run changes nothing. */
    public void freeze(String number) {
        Letter letter = get(number);
        if (letter.files().isPresent()) {
            return;
        }
        LetterFiles frozen = documents.freeze(letter);
        letter.freeze(frozen);
        Map<String, Object> details = new HashMap<>();
        details.put("sha256", frozen.wordSha256());
        details.put("dataSha256", frozen.dataSha256());
        details.put("template", frozen.templateVersion());
        if (frozen.pdfSha256() != null) {
            details.put("pdfSha256", frozen.pdfSha256());
        }
        events.publishEvent(new LetterRecorded(number, "letter.frozen", details));
    }

    public Optional<Refusal> seal(String number, String userId, LocalDate on, String scanFileId) {
        if (files.takeStaged(scanFileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("scan", "sealing.scanMissing"));
        }
        Letter letter = get(number);
        Optional<Refusal> refusal = letter.seal(
                on,
                scanFileId,
                LocalDate.ofInstant(letter.signedOffAt().orElseThrow(), clock.getZone()),
                LocalDate.now(clock));
        if (refusal.isEmpty()) {
            files.bind(scanFileId, number, "LETTER_SEALED");
        }
        return refusal;
    }

    public Optional<Refusal> deliver(
            String number, String userId, LocalDate on, String to, DeliveryWay way, String receiptFileId) {
        if (files.takeStaged(receiptFileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("receipt", "letter.receiptMissing"));
        }
        Letter letter = get(number);
        String limit = kinds.get(letter.kind()).reply();
        Instant until = limit == null ? null : dueDates.due(limit, letter.regionId(), null, on);
        Optional<Refusal> refusal = letter.deliver(
                new LetterDelivery(on, to, way, receiptFileId), until, LocalDate.now(clock), clock.instant());
        if (refusal.isEmpty()) {
            files.bind(receiptFileId, number, "LETTER_RECEIPT");
        }
        return refusal;
    }

    /** Whether the person may take the letter back: who drafts for the regulator, and the head of the section. */
    @Transactional(readOnly = true)
    public boolean mayWithdraw(Letter letter, Actor actor) {
        String regulator = units.inCharge(letter.regulatorUnitId());
        return letter.mayBeWithdrawn()
                && (actor.holds(Role.REVIEWER, regulator) || actor.holds(Role.SECTIONHEAD, regulator));
    }

    /** Takes the letter back before it is delivered; its 文号, where it has one, is void. */
    public Optional<Refusal> withdraw(String number, String reason, Actor actor) {
        Letter letter = get(number);
        if (reason.isBlank() || reason.length() > LONGEST_REASON || ClassificationMark.isIn(reason)) {
            return Optional.of(Refusal.at("reason", "letter.withdrawalReasonMissing"));
        }
        Optional<Refusal> refusal = letter.withdraw(new Recall(actor.userId(), clock.instant(), reason.strip()));
        if (refusal.isPresent()) {
            return refusal;
        }
        letter.documentNumber().ifPresent(allotted -> numbers.makeVoid(allotted, letter.regionId()));
        events.publishEvent(new LetterRecorded(
                number,
                "letter.withdrawn",
                Map.of(
                        "reason",
                        reason.strip(),
                        "voidNumber",
                        letter.documentNumber().orElse(""))));
        processes.tell(LetterProcess.WITHDRAWN, number);
        return Optional.empty();
    }

    private Letter get(String number) {
        return rows.findById(number).orElseThrow();
    }

    /** The file, where it belongs to the letter and the reader may have it. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> fileOf(Letter letter, String fileId, boolean inside) {
        return files.boundTo(letter.number()).stream()
                .filter(each -> each.id().equals(fileId))
                .filter(each -> inside
                        || each.kind()
                                .filter(LetterDocuments.FOR_ADDRESSEE::contains)
                                .isPresent())
                .findFirst();
    }
}
