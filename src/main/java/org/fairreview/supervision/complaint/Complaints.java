package org.fairreview.supervision.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.fairreview.identity.Turn;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes complaints, from the public page or from an officer's hand, and what is supplied to them later. */
@Service
@Transactional
public class Complaints {

    static final String CARD = "complaint.card";

    private static final int LONGEST_WORDS = 10_000;
    private static final Duration SENT_TWICE = Duration.ofMinutes(10);

    /**
     * A complaint that was taken, or what speaks against it.
     *
     * @param secret shown this once; the reporter needs it with the number
     */
    public record Filed(@Nullable String number, @Nullable String secret, List<Objection> objections) {

        static Filed refused(List<Objection> objections) {
            return new Filed(null, null, objections);
        }
    }

    private final ComplaintRows rows;
    private final ComplaintNumbers numbers;
    private final ComplaintOffice office;
    private final ComplaintAttachments attachments;
    private final ComplaintSecret secrets;
    private final SealedReporter reporters;
    private final CaseProcesses processes;
    private final Units units;
    private final Turn turn;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Complaints(
            ComplaintRows rows,
            ComplaintNumbers numbers,
            ComplaintOffice office,
            ComplaintAttachments attachments,
            ComplaintSecret secrets,
            SealedReporter reporters,
            CaseProcesses processes,
            Units units,
            Turn turn,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.office = office;
        this.attachments = attachments;
        this.secrets = secrets;
        this.reporters = reporters;
        this.processes = processes;
        this.units = units;
        this.turn = turn;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** What speaks against what somebody typed on the public page; nothing is filed. */
    @Transactional(readOnly = true)
    public Filed check(ComplaintDraft draft) {
        List<Objection> objections = new ArrayList<>(draft.objections(today()));
        if (!office.isOpen(draft.regionId())) {
            objections.add(0, Objection.at("region", "complaint.regionMissing"));
        }
        return Filed.refused(objections);
    }

    /** Files what somebody typed on the public page; nobody is recorded as having done it. */
    public Filed file(ComplaintDraft draft, String formKey, List<String> brought) {
        Filed checked = check(draft);
        return checked.objections().isEmpty() ? take(draft.filing(Channel.WEB, formKey, brought, null)) : checked;
    }

    /** The regulator for which the person registers complaints. */
    @Transactional(readOnly = true)
    public Optional<Unit> registeringUnit(Actor actor) {
        return actor.unitsAs(Role.CLERK).stream()
                .flatMap(id -> units.find(id).stream())
                .filter(unit -> unit.isRegulator() && !unit.isDissolved())
                .findFirst();
    }

    /** What speaks against what an officer typed; nothing is registered. */
    @Transactional(readOnly = true)
    public Filed checkRegistered(ComplaintDraft draft) {
        return Filed.refused(draft.objections(today()));
    }

    /** Registers what came another way; the officer hands number and secret to the reporter. */
    public Filed register(ComplaintDraft draft, Channel channel, String formKey, List<String> brought, Actor actor) {
        List<Objection> objections = draft.objections(today());
        return objections.isEmpty()
                ? take(draft.filing(channel, formKey, brought, actor.userId()))
                : Filed.refused(objections);
    }

    private Filed take(Filing filing) {
        turn.await();
        Optional<Complaint> already = rows.findByFormKey(filing.formKey());
        if (already.isPresent()) {
            return again(already.get(), filing);
        }
        Unit regulator = units.regulatorOf(filing.regionId()).orElseThrow();
        String number = numbers.next(filing.regionId(), today().getYear());
        String secret = secrets.make();
        Complaint complaint = rows.saveAndFlush(new Complaint(
                number,
                regulator.id(),
                filing,
                filing.reporter() == null ? null : reporters.seal(filing.reporter(), number),
                reporters.seal(filing.words(), number),
                secrets.hash(secret),
                clock.instant()));
        events.publishEvent(new ComplaintRecorded(
                number,
                "complaint.registered",
                Map.of("complaintChannel", filing.channel().name(), "realName", complaint.isRealName()),
                filing.registeredBy() == null));
        attachments.file(filing.attachments(), number);
        processes.start(ComplaintProcess.CONTRACT, number, ComplaintProcess.variables(complaint, text(CARD)));
        return new Filed(number, secret, List.of());
    }

    /** The same form a second time, as by a double click whose first answer nobody saw: its number, and a new secret. */
    private Filed again(Complaint complaint, Filing filing) {
        boolean justNow = complaint.registeredAt().plus(SENT_TWICE).isAfter(clock.instant());
        boolean sameHand = Objects.equals(complaint.registeredBy().orElse(null), filing.registeredBy());
        if (!justNow || !sameHand || complaint.state() != ComplaintState.REGISTERED) {
            return Filed.refused(List.of(Objection.of("complaint.filedAlready")));
        }
        String secret = secrets.make();
        complaint.replaceSecret(secrets.hash(secret));
        events.publishEvent(new ComplaintRecorded(
                complaint.number(), "complaint.secretReplaced", Map.of(), filing.registeredBy() == null));
        return new Filed(complaint.number(), secret, List.of());
    }

    /** The complaint that number and secret open together; a wrong number and a wrong secret are told by nothing. */
    @Transactional(readOnly = true)
    public Optional<Complaint> open(String number, String secret) {
        Optional<Complaint> complaint = rows.findById(number.strip().toUpperCase(Locale.ROOT));
        boolean fits = complaint
                .map(found -> secrets.fits(secret, found.secretHash()))
                .orElseGet(() -> secrets.fitsNobody(secret));
        return complaint.filter(found -> fits);
    }

    /** The reporter supplies what was missing; of two at once the second is told that nothing is asked for. */
    public Optional<Refusal> supplement(String number, String secret, String text, List<String> brought) {
        turn.await();
        return open(number, secret)
                .map(complaint -> supplement(complaint, text, brought, today(), null))
                .orElseGet(() -> Optional.of(Refusal.of("complaint.unknown")));
    }

    /** The clerk registers what the reporter supplied another way. */
    public Optional<Refusal> supplement(
            String number, String text, List<String> brought, @Nullable LocalDate receivedOn, Actor actor) {
        turn.await();
        Complaint complaint = rows.findById(number).orElseThrow();
        if (receivedOn == null || receivedOn.isAfter(today()) || receivedOn.isBefore(complaint.receivedOn())) {
            return Optional.of(Refusal.at("receivedOn", "complaint.receivedOnWrong"));
        }
        return supplement(complaint, text, brought, receivedOn, actor.userId());
    }

    /** In time is what the reporter sends until then, and what came to the office on the last day, whenever it is registered. */
    private Optional<Refusal> supplement(
            Complaint complaint, String text, List<String> brought, LocalDate receivedOn, @Nullable String by) {
        if (text.isBlank() && brought.isEmpty()) {
            return Optional.of(Refusal.at("text", "complaint.supplementMissing"));
        }
        if (text.length() > LONGEST_WORDS) {
            return Optional.of(Refusal.at("text", "complaint.tooLong", String.valueOf(LONGEST_WORDS)));
        }
        if (ClassificationMark.isIn(text)) {
            return Optional.of(Refusal.at("text", "complaint.classified"));
        }
        if (complaint.state() != ComplaintState.AWAITING_SUPPLEMENT) {
            return Optional.of(Refusal.of("complaint.supplementNotAsked"));
        }
        Instant now = clock.instant();
        boolean inTime = complaint
                .supplementUntil()
                .filter(until -> by == null
                        ? !now.isAfter(until)
                        : !receivedOn.isAfter(LocalDate.ofInstant(until, clock.getZone())))
                .isPresent();
        if (!inTime) {
            return Optional.of(Refusal.of("complaint.supplementTooLate"));
        }
        complaint.supplement(
                new Supplement(receivedOn, reporters.seal(new Words(text, ""), complaint.number()), by, now));
        attachments.file(brought, complaint.number());
        events.publishEvent(new ComplaintRecorded(
                complaint.number(), "complaint.supplemented", Map.of("receivedOn", receivedOn.toString()), by == null));
        processes.tell(ComplaintProcess.SUPPLEMENTED, complaint.number());
        return Optional.empty();
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
