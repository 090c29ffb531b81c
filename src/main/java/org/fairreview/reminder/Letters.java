package org.fairreview.reminder;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fairreview.document.ClassificationMark;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.review.SigningStep;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.fairreview.workflow.ReminderWanted;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins letters, by hand or for a feature that wants one, and takes their drafts. */
@Service
@Transactional
public class Letters {

    /** Who begins letters for the own regulator. */
    private static final Set<Role> BEGINNING = Set.of(Role.REVIEWER, Role.SECTIONHEAD, Role.OFFICE);

    private static final int LONGEST_NAME = 200;

    /** What was typed to begin a letter by hand. */
    public record Beginning(
            String kind,
            String addresseeAs,
            String addresseeUnitId,
            String addresseeName,
            String subject,
            String follows) {}

    /** A letter that was begun, or why it was not. */
    public record Begun(@Nullable String number, @Nullable Refusal refusal) {

        private static Begun refused(Refusal refusal) {
            return new Begun(null, refusal);
        }
    }

    private final LetterRows rows;
    private final LetterKinds kinds;
    private final LetterOffice office;
    private final LetterNumbers numbers;
    private final LetterFilling filling;
    private final LetterGrounds grounds;
    private final LetterPeople people;
    private final LetterFile file;
    private final CaseProcesses processes;
    private final Units units;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Letters(
            LetterRows rows,
            LetterKinds kinds,
            LetterOffice office,
            LetterNumbers numbers,
            LetterFilling filling,
            LetterGrounds grounds,
            LetterPeople people,
            LetterFile file,
            CaseProcesses processes,
            Units units,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.office = office;
        this.numbers = numbers;
        this.filling = filling;
        this.grounds = grounds;
        this.people = people;
        this.file = file;
        this.processes = processes;
        this.units = units;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** The regulator for which the person begins letters. */
    @Transactional(readOnly = true)
    public Optional<Unit> beginningUnit(Actor actor) {
        return actor.posts().stream()
                .filter(post -> BEGINNING.contains(post.role()))
                .flatMap(post -> units.find(post.unitId()).stream())
                .filter(unit -> unit.isRegulator() && !unit.isDissolved())
                .findFirst();
    }

    /** Begins a letter by hand. */
    public Begun begin(Beginning typed, Actor actor) {
        Unit unit = beginningUnit(actor).orElseThrow();
        Optional<LetterKind> kind = kinds.find(typed.kind());
        if (kind.isEmpty()) {
            return Begun.refused(Refusal.at("kind", "letter.kindMissing"));
        }
        Optional<Addressee> as = kind.get().addressees().stream()
                .filter(allowed -> allowed.name().equals(typed.addresseeAs()))
                .findFirst();
        if (as.isEmpty()) {
            return Begun.refused(Refusal.at(
                    "addresseeAs", "letter.addresseeNotAllowed", kind.get().label()));
        }
        Optional<Unit> addressee = units.find(typed.addresseeUnitId()).filter(Unit::isAtWork);
        String name = addressee.map(Unit::name).orElse(typed.addresseeName().strip());
        if (name.isEmpty() || name.length() > LONGEST_NAME || ClassificationMark.isIn(name)) {
            return Begun.refused(Refusal.at("addressee", "letter.addresseeMissing"));
        }
        String subject = typed.subject().strip();
        if (!subject.isEmpty() && !filling.isOpenTo(subject, actor)) {
            return Begun.refused(Refusal.at("subject", "letter.subjectUnknown"));
        }
        String follows = typed.follows().strip();
        if (!follows.isEmpty() && file.find(follows, actor).isEmpty()) {
            return Begun.refused(Refusal.at("follows", "letter.precedingUnknown"));
        }
        String number = begin(new LetterStart(
                        unit.regionId(),
                        unit.id(),
                        kind.get(),
                        LetterOrigin.BY_HAND,
                        subject.isEmpty() ? null : subject,
                        as.get(),
                        addressee.map(Unit::id).orElse(null),
                        name,
                        follows.isEmpty() ? null : follows,
                        actor.userId(),
                        List.of()))
                .number();
        start(number);
        return new Begun(number, null);
    }

    /** Begins the letter that a feature wants; its process has begun. */
    public Letter begin(ReminderWanted wanted) {
        Unit regulator = units.regulatorOf(wanted.regionId()).orElseThrow();
        return begin(new LetterStart(
                wanted.regionId(),
                regulator.id(),
                kinds.get(wanted.kind()),
                wanted.source(),
                wanted.subject(),
                null,
                wanted.addresseeUnitId(),
                units.name(wanted.addresseeUnitId()),
                null,
                null,
                wanted.findingIds()));
    }

    /** Begins the letter that follows one that came to nothing, and its process; gives back its number. */
    String beginAfter(Letter before, LetterKind kind, String userId) {
        Optional<Unit> above = units.regulatorAbove(before.regionId());
        boolean report = kind.ground() == Ground.REPORT;
        boolean same = before.addresseeAs().filter(kind.addressees()::contains).isPresent();
        Addressee as = report && above.isEmpty()
                ? Addressee.OWN_GOVERNMENT
                : report
                        ? Addressee.HIGHER_REGULATOR
                        : same
                                ? before.addresseeAs().orElseThrow()
                                : kind.addressees().get(0);
        String unitId = report
                ? above.map(Unit::id).orElse(null)
                : same ? before.addresseeUnitId().orElse(null) : null;
        String name = report ? above.map(Unit::name).orElse("") : same ? before.addresseeName() : "";
        String number = begin(new LetterStart(
                        before.regionId(),
                        before.regulatorUnitId(),
                        kind,
                        before.origin().source(),
                        before.origin().subject(),
                        as,
                        unitId,
                        name,
                        before.number(),
                        userId,
                        List.of()))
                .number();
        start(number);
        return number;
    }

    private Letter begin(LetterStart start) {
        Letter letter = rows.saveAndFlush(filling.letter(numbers.ofFile(start.regionId()), start, clock.instant()));
        Map<String, Object> details = new HashMap<>();
        details.put("letterKind", letter.kind());
        details.put("letterSource", letter.origin().source());
        details.put("addressee", letter.addresseeName());
        if (start.subject() != null) {
            details.put("letterSubject", start.subject());
        }
        if (start.follows() != null) {
            details.put("follows", start.follows());
        }
        events.publishEvent(new LetterRecorded(letter.number(), "letter.begun", details));
        return letter;
    }

    private void start(String number) {
        Letter letter = get(number);
        processes.start(LetterProcess.CONTRACT, number, LetterProcess.variables(letter, card(letter)));
    }

    /** What the cards of its tasks show: its kind, and the unit of the register to which it goes. */
    public String card(Letter letter) {
        String label = kinds.get(letter.kind()).label();
        return letter.addresseeUnitId()
                .map(unit -> "%s：%s".formatted(label, units.name(unit)))
                .orElse(label);
    }

    /** Takes the draft, where no rule stands against it. */
    public Optional<Refusal> draft(String number, String userId, LetterDraft typed) {
        Letter letter = get(number);
        LetterDraft draft = grounds.known(letter, typed);
        boolean legalLook = office.wantsLegalLook(draft.kind(), letter.regionId());
        List<SigningStep> chain = office.signingChain(draft.kind(), letter.regionId());
        Optional<Refusal> refusal = grounds.check(letter, draft)
                .or(() -> legalLook && !people.canLook(letter.regulatorUnitId(), userId, chain)
                        ? Optional.of(Refusal.of("letter.nobodyLooks"))
                        : Optional.empty());
        if (refusal.isEmpty()) {
            letter.draft(userId, draft, legalLook, chain);
        }
        return refusal;
    }

    public Optional<Refusal> lookLegally(String number, String userId, boolean agreed, String opinion) {
        return get(number)
                .lookLegally(
                        userId,
                        agreed,
                        opinion,
                        messages.getMessage("letter.legalLook", null, Locale.SIMPLIFIED_CHINESE),
                        clock.instant());
    }

    /** Whether the person's regulator is the next-higher one, which may call to an interview after the letter (Reg. 24). */
    @Transactional(readOnly = true)
    public boolean mayInterview(Letter letter, Actor actor) {
        return grounds.mayLeadToInterview(letter)
                && beginningUnit(actor)
                        .filter(unit -> units.regulatorAbove(letter.regionId())
                                .map(Unit::id)
                                .filter(unit.id()::equals)
                                .isPresent())
                        .isPresent();
    }

    /** The letter, for work on one of its tasks, which the engine has allowed. */
    @Transactional(readOnly = true)
    public Letter get(String number) {
        return rows.findById(number).orElseThrow();
    }
}
