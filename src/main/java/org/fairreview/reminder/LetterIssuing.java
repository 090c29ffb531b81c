package org.fairreview.reminder;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.calendar.TimeLimit;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
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
    private final LetterGrounds grounds;
    private final LetterDocuments documents;
    private final FileStore files;
    private final DueDates dueDates;
    private final CaseProcesses processes;
    private final Units units;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LetterIssuing(
            LetterRows rows,
            LetterKinds kinds,
            LetterOffice office,
            LetterNumbers numbers,
            LetterGrounds grounds,
            LetterDocuments documents,
            FileStore files,
            DueDates dueDates,
            CaseProcesses processes,
            Units units,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.office = office;
        this.numbers = numbers;
        this.grounds = grounds;
        this.documents = documents;
        this.files = files;
        this.dueDates = dueDates;
        this.processes = processes;
        this.units = units;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    public SigningStep nextStep(String number) {
        return get(number).nextStep();
    }

    /** Takes what a signer says; who agrees to a letter whose ground is gone sends it back to its drafter. */
    public Optional<Refusal> sign(String number, String userId, boolean agreed, String remark, int backTo) {
        Letter letter = get(number);
        Optional<Refusal> gone =
                agreed && letter.mayNotSign(userId).isEmpty() ? grounds.objection(letter) : Optional.empty();
        if (gone.isPresent()) {
            returnToDrafter(letter, gone.get());
            return Optional.empty();
        }
        return letter.sign(userId, agreed, remark, backTo, clock.instant());
    }

    /** What stands against the letter now, that did not when it was drafted, in a sentence. */
    @Transactional(readOnly = true)
    public Optional<String> objection(Letter letter) {
        return letter.state() == LetterState.SIGNING || letter.state() == LetterState.SEALED
                ? grounds.objection(letter).map(this::said)
                : Optional.empty();
    }

    private void returnToDrafter(Letter letter, Refusal gone) {
        String voided = letter.documentNumber().orElse("");
        if (!voided.isEmpty()) {
            numbers.makeVoid(voided, letter.regionId());
        }
        String reason = said(gone);
        letter.returnToDrafter(messages.getMessage("letter.groundCheck", null, Locale.SIMPLIFIED_CHINESE), reason);
        events.publishEvent(new LetterRecorded(
                letter.number(), "letter.groundGone", Map.of("reason", reason, "voidNumber", voided)));
    }

    private String said(Refusal refusal) {
        return messages.getMessage(refusal.key(), refusal.arguments(), Locale.SIMPLIFIED_CHINESE);
    }

    public SigningOutcome outcome(String number) {
        return get(number).signingOutcome();
    }

    public boolean numbersByItself(String number) {
        Letter letter = get(number);
        return office.numbering(kinds.get(letter.kind()), letter.regionId()) == Numbering.OWN_SERIES;
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
        String entered = DocumentNumber.written(documentNumber);
        if (entered.isEmpty() || entered.length() > LONGEST_NUMBER) {
            return Optional.of(Refusal.at("documentNumber", "letter.numberMissing"));
        }
        if (!numbers.take(entered, letter.regionId(), number)) {
            return Optional.of(Refusal.at("documentNumber", "letter.numberTaken"));
        }
        numbered(letter, entered);
        return Optional.empty();
    }

    /** The 文号 that the letter had and has no longer. */
    @Transactional(readOnly = true)
    public List<String> voidNumbers(Letter letter) {
        return numbers.all(letter.regionId()).stream()
                .filter(each -> each.letterNumber().equals(letter.number()) && each.voided())
                .map(LetterNumbers.Allotted::documentNumber)
                .toList();
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
        letter.nameAtIssue(
                units.name(letter.regulatorUnitId()),
                letter.addresseeUnitId().map(units::name).orElse(letter.addresseeName()));
        String step = kinds.get(letter.kind()).reply();
        TimeLimit limit = step == null ? null : dueDates.limit(step, letter.regionId());
        LetterFiles frozen = documents.freeze(letter, limit);
        letter.freeze(frozen, limit == null ? null : limit.id());
        Map<String, Object> details = new HashMap<>();
        details.put("sha256", frozen.wordSha256());
        details.put("dataSha256", frozen.dataSha256());
        details.put("template", frozen.templateVersion());
        if (limit != null) {
            details.put("replyDays", limit.days());
        }
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

    /** Takes the delivery; a letter whose ground is gone is not delivered: it goes back to its drafter, its 文号 void. */
    public Optional<Refusal> deliver(
            String number, String userId, LocalDate on, String to, DeliveryWay way, String receiptFileId) {
        if (files.takeStaged(receiptFileId, userId).isEmpty()) {
            return Optional.of(Refusal.at("receipt", "letter.receiptMissing"));
        }
        Letter letter = get(number);
        Optional<Refusal> gone = grounds.objection(letter);
        if (gone.isPresent()) {
            returnToDrafter(letter, gone.get());
            return Optional.empty();
        }
        String limit = replyLimit(letter);
        Instant until = limit == null ? null : dueDates.due(limit, letter.regionId(), null, on);
        Optional<Refusal> refusal = letter.deliver(
                new LetterDelivery(on, to, way, receiptFileId), until, LocalDate.now(clock), clock.instant());
        if (refusal.isEmpty()) {
            files.bind(receiptFileId, number, "LETTER_RECEIPT");
        }
        return refusal;
    }

    /** The step in the table of limits by which the reply is counted: the row that the document states. */
    public @Nullable String replyLimit(Letter letter) {
        return letter.replyLimitId().map(DueDates::row).orElseGet(() -> kinds.get(letter.kind())
                .reply());
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
                .filter(each -> inside || letter.filesForAddressee().contains(each.id()))
                .findFirst();
    }
}
