package org.fairreview.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What leaders write on running cases, and what is answered (批示). */
@Service
@Transactional
public class Instructions {

    public static final int LONGEST_TEXT = 2_000;
    public static final int LONGEST_ANSWER = 4_000;
    public static final int LONGEST_REASON = 2_000;

    private static final Set<Role> LEADING = Set.of(Role.LEADER, Role.SECTIONHEAD);
    private static final Set<Role> OFFICE =
            Set.of(Role.LEADER, Role.SECTIONHEAD, Role.REVIEWER, Role.CLERK, Role.OFFICE);
    private static final Set<Role> OWN_LEADING = Set.of(Role.UNITHEAD);
    private static final Set<Role> OWN_OFFICE = Set.of(Role.UNITHEAD, Role.UNITREVIEWER, Role.DRAFTER);

    private final InstructionRows rows;
    private final CaseFile cases;
    private final FileStore files;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Instructions(
            InstructionRows rows,
            CaseFile cases,
            FileStore files,
            Directory directory,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.files = files;
        this.directory = directory;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the person, who sees the case, may write on it: a leader or section head of the office that handles it. */
    @Transactional(readOnly = true)
    public boolean mayInstruct(ReviewCase review, Actor actor) {
        return review.caseEnd().isEmpty() && mayChange(review, actor);
    }

    /** Whether the person may pass an open instruction on or take it back: who leads the office, on an ended case too. */
    @Transactional(readOnly = true)
    public boolean mayChange(ReviewCase review, Actor actor) {
        Set<Role> leading = review.route() == ReviewRoute.OWN ? OWN_LEADING : LEADING;
        String office = office(review);
        return leading.stream().anyMatch(role -> actor.holds(role, office));
    }

    /** Who can be made responsible: the people of the office who may see the case, save the author. */
    @Transactional(readOnly = true)
    public List<Person> responsible(ReviewCase review, Actor author) {
        Set<Role> roles = review.route() == ReviewRoute.OWN ? OWN_OFFICE : OFFICE;
        return roles.stream()
                .sorted()
                .flatMap(role -> directory.holdersOf(role, office(review)).stream())
                .distinct()
                .filter(person -> !person.userId().equals(author.userId()))
                .filter(person -> directory
                        .actor(person.userId())
                        .flatMap(actor -> cases.find(review.number(), actor))
                        .isPresent())
                .toList();
    }

    private String office(ReviewCase review) {
        return units.inCharge(review.route() == ReviewRoute.OWN ? review.draftingUnitId() : review.regulatorUnitId());
    }

    /** Writes the instruction on the case. */
    public Optional<Refusal> instruct(ReviewCase review, InstructionDraft draft, Actor author) {
        if (!mayInstruct(review, author)) {
            return Optional.of(Refusal.of("instruction.notYours"));
        }
        Optional<Refusal> refusal = draft.check(LocalDate.now(clock));
        if (refusal.isPresent()) {
            return refusal;
        }
        if (responsible(review, author).stream()
                .noneMatch(person -> person.userId().equals(draft.responsibleId()))) {
            return Optional.of(Refusal.at("responsible", "instruction.responsibleMissing"));
        }
        String scan = draft.scanFileId();
        if (scan == null && stands(review.number(), draft, author)) {
            return Optional.empty();
        }
        if (scan != null) {
            if (files.takeStaged(scan, author.userId()).isEmpty()) {
                return Optional.of(Refusal.at("scan", "submission.fileUnknown"));
            }
            files.bind(scan, review.number(), "INSTRUCTION");
        }
        LocalDate dueOn = Objects.requireNonNull(draft.dueOn());
        rows.save(new Instruction(
                review.number(), author.userId(), draft.text(), scan, draft.responsibleId(), dueOn, clock.instant()));
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put("instruction", draft.text());
        if (scan != null) {
            recorded.put("scan", scan);
        }
        recorded.put("responsible", draft.responsibleId());
        recorded.put("dueOn", dueOn.toString());
        events.publishEvent(new CaseRecorded(review.number(), "case.instructed", recorded));
        return Optional.empty();
    }

    /** The same words to the same person wait for an answer already: the button was pressed twice. */
    private boolean stands(String caseNumber, InstructionDraft draft, Actor author) {
        return rows.findByCaseNumberAndAnswerIsNullAndWithdrawnAtIsNull(caseNumber).stream()
                .anyMatch(open -> open.authorId().equals(author.userId())
                        && open.text().equals(draft.text())
                        && open.responsibleId().equals(draft.responsibleId())
                        && open.dueOn().equals(draft.dueOn()));
    }

    /** The responsible person answers. */
    public Optional<Refusal> answer(String caseNumber, long id, String answer, Actor actor) {
        Optional<Instruction> found = rows.findByIdAndCaseNumber(id, caseNumber);
        if (found.isEmpty()) {
            return Optional.of(Refusal.of("instruction.notYours"));
        }
        Optional<Refusal> refusal = found.get().answer(actor.userId(), answer, clock.instant());
        if (refusal.isEmpty()) {
            events.publishEvent(new CaseRecorded(
                    caseNumber,
                    "case.instructionAnswered",
                    Map.of("instruction", found.get().text(), "instructionAnswer", answer)));
        }
        return refusal;
    }

    /** Somebody else becomes responsible, since the first one left or is the wrong one. */
    public Optional<Refusal> passOn(ReviewCase review, long id, String to, String reason, Actor actor) {
        boolean toAuthor = rows.findByIdAndCaseNumber(id, review.number())
                .filter(instruction -> instruction.authorId().equals(to))
                .isPresent();
        if (toAuthor
                || responsible(review, actor).stream()
                        .noneMatch(person -> person.userId().equals(to))) {
            return Optional.of(Refusal.at("to", "instruction.responsibleMissing"));
        }
        return change(review, id, reason, actor, "case.instructionPassedOn", instruction -> instruction.passOn(to));
    }

    /** The instruction no longer waits for an answer. */
    public Optional<Refusal> withdraw(ReviewCase review, long id, String reason, Actor actor) {
        return change(
                review,
                id,
                reason,
                actor,
                "case.instructionWithdrawn",
                instruction -> instruction.withdraw(reason, clock.instant()));
    }

    private Optional<Refusal> change(
            ReviewCase review,
            long id,
            String reason,
            Actor actor,
            String act,
            Function<Instruction, Optional<Refusal>> what) {
        Optional<Instruction> found = rows.findByIdAndCaseNumber(id, review.number());
        if (found.isEmpty() || !mayChange(review, actor)) {
            return Optional.of(Refusal.of("instruction.notYours"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "instruction.reasonMissing"));
        }
        if (reason.length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "instruction.reasonTooLong", LONGEST_REASON));
        }
        if (ClassificationMark.isIn(reason)) {
            return Optional.of(Refusal.at("reason", "instruction.reasonClassified"));
        }
        Instruction instruction = found.get();
        String before = instruction.responsibleId();
        Optional<Refusal> refusal = what.apply(instruction);
        if (refusal.isEmpty()) {
            Map<String, Object> recorded = new LinkedHashMap<>();
            recorded.put("instruction", instruction.text());
            recorded.put("responsible", instruction.responsibleId());
            if (!before.equals(instruction.responsibleId())) {
                recorded.put("responsibleBefore", before);
            }
            recorded.put("reason", reason);
            events.publishEvent(new CaseRecorded(review.number(), act, recorded));
        }
        return refusal;
    }

    /** The instructions on a case, oldest first. */
    @Transactional(readOnly = true)
    public List<Instruction> of(String caseNumber) {
        return rows.findByCaseNumberOrderById(caseNumber);
    }

    /** What waits for the person's answer, the most urgent first; only on cases that the person still sees. */
    @Transactional(readOnly = true)
    public List<Instruction> waitingFor(Actor actor) {
        return rows.findByResponsibleIdAndAnswerIsNullAndWithdrawnAtIsNullOrderByDueOnAscIdAsc(actor.userId()).stream()
                .filter(instruction ->
                        cases.find(instruction.caseNumber(), actor).isPresent())
                .toList();
    }
}
