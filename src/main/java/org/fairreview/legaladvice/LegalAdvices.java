package org.fairreview.legaladvice;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The opinions asked for from legal advisers. */
@Service
@Transactional
public class LegalAdvices {

    private static final String FILE_KIND = "ADVICE_FILE";

    private final LegalAdviceRows rows;
    private final Advisers advisers;
    private final FileStore files;
    private final Directory directory;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegalAdvices(
            LegalAdviceRows rows,
            Advisers advisers,
            FileStore files,
            Directory directory,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.advisers = advisers;
        this.files = files;
        this.directory = directory;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** Why the request cannot be made; empty where it can. */
    @Transactional(readOnly = true)
    public Optional<Refusal> check(AdviceRequest asked) {
        if (asked.questions().isEmpty() || asked.questions().stream().anyMatch(String::isBlank)) {
            return Optional.of(Refusal.at("adviceQuestion", "advice.question.missing"));
        }
        if (asked.questions().size() > LegalAdvice.MOST_QUESTIONS) {
            return Optional.of(Refusal.at("adviceQuestion", "advice.question.many", LegalAdvice.MOST_QUESTIONS));
        }
        if (asked.questions().stream().anyMatch(question -> question.length() > LegalAdvice.LONGEST_TEXT)) {
            return Optional.of(Refusal.at("adviceQuestion", "advice.question.long"));
        }
        return asked.wished() == null ? Optional.empty() : mayBeAsked(asked.wished(), asked.regionId(), asked.party());
    }

    private Optional<Refusal> mayBeAsked(String adviserId, String regionId, Party party) {
        Optional<AdviserConflict> conflict = advisers.conflict(adviserId, party);
        if (conflict.isPresent()) {
            return Optional.of(Refusal.at(
                    "adviser", "advice.adviser.conflict", directory.nameOf(adviserId), advisers.nameOf(party)));
        }
        return advisers.free(regionId, party).stream()
                        .anyMatch(adviser -> adviser.userId().equals(adviserId))
                ? Optional.empty()
                : Optional.of(Refusal.at("adviser", "advice.adviser.missing"));
    }

    /** Asks: the adviser who was wished for, or whom the load points to; nobody where nobody is free. */
    public LegalAdvice request(AdviceRequest asked) {
        LegalAdvice advice = rows.save(new LegalAdvice(asked, clock.instant()));
        Optional<Adviser> wished = advisers.of(asked.regionId()).stream()
                .filter(adviser -> adviser.userId().equals(asked.wished()))
                .findFirst();
        wished.ifPresentOrElse(adviser -> assign(advice, adviser, "WISH"), () -> assignByLoad(advice));
        return advice;
    }

    /** Sees to it that somebody is asked; gives back whom, empty where nobody is left. */
    public Optional<Adviser> assign(String id) {
        LegalAdvice advice = get(id);
        advice.assigned(clock.instant());
        if (advice.adviserId().isEmpty()) {
            assignByLoad(advice);
        }
        return adviserOf(advice);
    }

    private void assignByLoad(LegalAdvice advice) {
        advisers.leastBusy(
                        advice.regionId(),
                        advice.party(),
                        advice.declines().stream().map(Decline::adviserId).collect(Collectors.toSet()))
                .ifPresent(adviser -> assign(advice, adviser, "LOAD"));
    }

    private void assign(LegalAdvice advice, Adviser adviser, String how) {
        advice.assign(adviser.userId(), adviser.unitId());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("adviser", adviser.userId());
        details.put("assignedBy", how);
        events.publishEvent(new AdviceRecorded(advice.caseNumber(), "advice.assigned", details, how.equals("LOAD")));
    }

    /** The adviser with the unit for which that one advises in the region of the request. */
    @Transactional(readOnly = true)
    public Optional<Adviser> adviserOf(LegalAdvice advice) {
        return advisers.of(advice.regionId()).stream()
                .filter(adviser -> advice.isOf(adviser.userId()))
                .findFirst();
    }

    /** Who may be named for a request for which nobody was left. */
    @Transactional(readOnly = true)
    public List<Adviser> choicesFor(LegalAdvice advice) {
        return advisers.free(advice.regionId(), advice.party());
    }

    /** Puts the question to the adviser whom the section head names. */
    public Optional<Refusal> name(String id, String adviserId) {
        LegalAdvice advice = get(id);
        Optional<Refusal> refusal = mayBeAsked(adviserId, advice.regionId(), advice.party());
        choicesFor(advice).stream()
                .filter(adviser -> refusal.isEmpty() && adviser.userId().equals(adviserId))
                .findFirst()
                .ifPresent(adviser -> assign(advice, adviser, "NAMED"));
        return refusal;
    }

    /**
     * Passes a question on to a colleague of the adviser who was asked and cannot answer any more.
     *
     * @param unitId for whom both advise
     */
    public Optional<Refusal> passOn(String id, String userId, String unitId) {
        LegalAdvice advice = get(id);
        if (advisers.isOwn(userId, advice.party())
                || advisers.conflict(userId, advice.party()).isPresent()) {
            return Optional.of(Refusal.of("advice.conflict.own", advisers.nameOf(advice.party())));
        }
        assign(advice, new Adviser(userId, directory.nameOf(userId), unitId), "SUCCESSOR");
        return Optional.empty();
    }

    /** Lets the adviser stand aside: the conflict is declared, and another has to be asked. */
    public Optional<Refusal> decline(String id, String userId, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            return Optional.of(Refusal.at("declineReason", "advice.decline.reasonMissing"));
        }
        LegalAdvice advice = get(id);
        Optional<Refusal> refusal = advice.decline(userId, reason.strip(), clock.instant());
        if (refusal.isEmpty()) {
            advisers.declareAside(userId, advice.party());
        }
        return refusal;
    }

    /**
     * Takes the opinion.
     *
     * @param due until when it was to be given
     */
    public Optional<Refusal> give(String id, String userId, GivenOpinion said, @Nullable Instant due) {
        LegalAdvice advice = get(id);
        if (advice.isOf(userId) && advisers.conflict(userId, advice.party()).isPresent()) {
            return Optional.of(Refusal.of("advice.conflict.own", advisers.nameOf(advice.party())));
        }
        Optional<Refusal> refusal = staged(said, userId).or(() -> advice.give(userId, said, due, clock.instant()));
        if (refusal.isEmpty()) {
            bind(advice, said);
        }
        return refusal;
    }

    /** Whether the person may put a new opinion in the place of this one: its adviser, or a colleague once that one has left. */
    @Transactional(readOnly = true)
    public boolean maySupersede(LegalAdvice advice, String userId) {
        if (!advice.isGiven() || advice.isSuperseded()) {
            return false;
        }
        return advice.isOf(userId) || (adviserOf(advice).isEmpty() && isColleague(advice, userId));
    }

    private boolean isColleague(LegalAdvice advice, String userId) {
        return advice.adviserUnitId()
                .filter(unit -> directory.holdersOf(Role.ADVISER, units.inCharge(unit)).stream()
                        .anyMatch(person -> person.userId().equals(userId)))
                .isPresent();
    }

    /** Puts a new opinion in the place of one that was given; both stay. */
    public Optional<Refusal> supersede(String id, String userId, GivenOpinion said, String reason) {
        LegalAdvice old = get(id);
        if (!maySupersede(old, userId)) {
            return Optional.of(Refusal.of(old.isSuperseded() ? "advice.supersede.already" : "advice.notTheAdviser"));
        }
        Optional<Refusal> refused = staged(said, userId);
        if (refused.isPresent()) {
            return refused;
        }
        LegalAdvice.Superseding made = old.supersede(userId, said, reason.strip(), clock.instant());
        if (made.next() == null) {
            return Optional.ofNullable(made.refusal());
        }
        LegalAdvice next = rows.save(made.next());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("superseded", old.id());
        details.put("reason", reason.strip());
        details.put("opinions", said.opinions());
        details.put("assessment", said.assessment());
        events.publishEvent(AdviceRecorded.of(old.caseNumber(), "advice.superseded", details));
        bind(next, said);
        return Optional.empty();
    }

    private Optional<Refusal> staged(GivenOpinion said, String userId) {
        return said.files().stream()
                        .allMatch(file -> files.takeStaged(file, userId).isPresent())
                ? Optional.empty()
                : Optional.of(Refusal.at("files", "advice.files.gone"));
    }

    private void bind(LegalAdvice advice, GivenOpinion said) {
        said.files().forEach(file -> files.bind(file, advice.caseNumber(), FILE_KIND));
    }

    /** Says what those who asked make of an opinion. */
    public Optional<Refusal> adopt(String id, String userId, Adoption.@Nullable Extent extent, String reason) {
        if (extent == null) {
            return Optional.of(Refusal.at("adopted", "advice.adoption.extentMissing"));
        }
        LegalAdvice advice = get(id);
        Optional<Refusal> refusal = advice.adopt(new Adoption(extent, reason.strip(), userId, clock.instant()));
        if (refusal.isEmpty()) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("adviser", advice.adviserId().orElse(""));
            details.put("adopted", extent);
            details.put("reason", reason.strip());
            events.publishEvent(AdviceRecorded.of(advice.caseNumber(), "advice.adopted", details));
        }
        return refusal;
    }

    /** An opinion of the case of which nobody has yet said what becomes of it. */
    @Transactional(readOnly = true)
    public Optional<LegalAdvice> awaitingAdoption(String caseNumber) {
        return of(caseNumber).stream().filter(LegalAdvice::awaitsAdoption).findFirst();
    }

    /** Takes the question back before it is answered. */
    public void recall(String id, String userId, String reason) {
        get(id).recall(new Recall(userId, clock.instant(), reason));
    }

    @Transactional(readOnly = true)
    public LegalAdvice get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<LegalAdvice> find(String id) {
        return rows.findById(id);
    }

    @Transactional(readOnly = true)
    public List<LegalAdvice> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAtAscGivenAtAsc(caseNumber);
    }

    /** Whether the person was asked for an opinion in the case. */
    @Transactional(readOnly = true)
    public boolean isAsked(String caseNumber, String userId) {
        return of(caseNumber).stream().anyMatch(advice -> advice.recall().isEmpty() && advice.isOf(userId));
    }

    /** The cases in which the person was asked, and the question was not taken back. */
    @Transactional(readOnly = true)
    public List<String> casesOf(String userId) {
        return rows.findByAdviserId(userId).stream()
                .filter(advice -> advice.recall().isEmpty())
                .map(LegalAdvice::caseNumber)
                .distinct()
                .toList();
    }

    /** Destroys what was asked and said in a case. */
    public void destroyOf(String caseNumber) {
        rows.deleteAll(of(caseNumber));
    }
}
