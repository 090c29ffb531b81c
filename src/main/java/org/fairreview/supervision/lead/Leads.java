package org.fairreview.supervision.lead;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.identity.Actor;
import org.fairreview.identity.NumberSeries;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.supervision.lead.Lead.Checked;
import org.fairreview.supervision.lead.Lead.Decided;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inbox of leads (线索). Features bring what they find with {@link #bring}; people decide each lead once with
 * {@link #decide}, and a check that the decision wants ends with {@link #check}.
 */
@Service
@Transactional
public class Leads {

    private static final String SERIES = "lead";
    private static final String MARK = "XS";

    private final LeadInboxRows rows;
    private final LeadSourceRows sources;
    private final NumberSeries numbers;
    private final LeadPeople people;
    private final LeadSight sight;
    private final CaseProcesses processes;
    private final DueDates dueDates;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Leads(
            LeadInboxRows rows,
            LeadSourceRows sources,
            NumberSeries numbers,
            LeadPeople people,
            LeadSight sight,
            CaseProcesses processes,
            DueDates dueDates,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.sources = sources;
        this.numbers = numbers;
        this.people = people;
        this.sight = sight;
        this.processes = processes;
        this.dueDates = dueDates;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Brings a finding, in the transaction of the act that made it. A finding brought before stays what it is; one about a
     * measure whose lead has not ended joins that lead as another source; any other opens a lead, which names the last
     * one about the measure that has ended.
     *
     * @return the number of the lead
     * @throws IllegalArgumentException where the region has no regulator
     */
    public String bring(LeadFound found) {
        numbers.await(found.regionId());
        return sources.findByKindAndSourceKey(found.kind(), found.sourceKey())
                .map(LeadSource::leadNumber)
                .orElseGet(() -> add(found));
    }

    /**
     * Brings what a matter verifies by itself. A lead that opens with it needs no decision of its own: it is decided to be
     * checked, in that matter, and ends with {@link #conclude}. A lead that has not ended keeps the decision that it has or
     * waits for, with the matter as another source.
     *
     * @param found names the matter
     */
    public String bringVerified(LeadFound found, String reason, String userId) {
        String matter = Objects.requireNonNull(found.matter(), "The matter that verifies");
        String number = bring(found);
        Lead lead = rows.findById(number).orElseThrow();
        boolean opened = lead.state() == LeadState.OPEN
                && sources.findByLeadNumberOrderById(number).size() == 1;
        if (opened) {
            lead.checkIn(matter, reason, userId, clock.instant());
            events.publishEvent(new LeadRecorded(
                    number,
                    "lead.decided",
                    Map.of("leadDecision", LeadDecision.CHECK.name(), "leadMatter", matter, "reason", reason),
                    false));
        }
        return number;
    }

    /**
     * The matter in which a lead is checked is concluded, and the lead has ended with it; nothing happens where there is none.
     *
     * @param outcome absent where none of them says it
     * @param addresseeUnitId who gets the letter, for {@link CheckOutcome#LETTER}
     */
    public void conclude(
            String matter,
            @Nullable CheckOutcome outcome,
            String report,
            @Nullable String addresseeUnitId,
            String userId) {
        rows.checkedIn(matter)
                .filter(lead -> lead.state() == LeadState.CHECKING)
                .ifPresent(lead -> {
                    lead.conclude(outcome, report, addresseeUnitId, userId, clock.instant());
                    Map<String, Object> said = new LinkedHashMap<>(Map.of("leadMatter", matter));
                    if (outcome != null) {
                        said.put("checkOutcome", outcome.name());
                    }
                    events.publishEvent(new LeadRecorded(lead.number(), "lead.checked", said, false));
                });
    }

    /** The letter that follows the matter in which a lead was checked has begun. */
    public void letterBegunIn(String matter, String letter) {
        rows.checkedIn(matter).map(Lead::number).ifPresent(number -> letterBegun(number, letter));
    }

    private String add(LeadFound found) {
        MeasureKeys keys = MeasureKeys.of(found);
        List<Lead> same =
                rows.alike(found.regionId(), orNone(keys.number()), orNone(keys.title()), keys.fingerprint()).stream()
                        .filter(lead -> lead.keys().areThoseOf(keys))
                        .toList();
        Optional<Lead> going =
                same.stream().filter(lead -> lead.state() != LeadState.ENDED).findFirst();
        Lead lead = going.orElseGet(() -> open(found));
        if (going.isPresent()) {
            lead.learn(found);
        } else {
            same.stream().findFirst().ifPresent(lead::follows);
        }
        sources.save(new LeadSource(lead.number(), found, clock.instant()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("leadSource", found.kind().name());
        if (found.matter() != null) {
            said.put("leadMatter", found.matter());
        }
        events.publishEvent(new LeadRecorded(
                lead.number(), going.isPresent() ? "lead.joined" : "lead.opened", said, found.foundBy() == null));
        return lead.number();
    }

    /** No key holds a hyphen. */
    private static String orNone(String key) {
        return key.isEmpty() ? "-" : key;
    }

    private Lead open(LeadFound found) {
        Unit regulator = units.regulatorOf(found.regionId())
                .orElseThrow(() -> new IllegalArgumentException("No regulator in " + found.regionId()));
        String number = numbers.ofFile(
                SERIES, MARK, found.regionId(), LocalDate.now(clock).getYear());
        Instant until = dueDates.dueFromNow("leadDecision", found.regionId());
        return rows.saveAndFlush(new Lead(number, regulator.id(), found, clock.instant(), until));
    }

    /** Whether the finding was brought before. */
    @Transactional(readOnly = true)
    public Optional<String> numberOf(SourceKind kind, String sourceKey) {
        return sources.findByKindAndSourceKey(kind, sourceKey).map(LeadSource::leadNumber);
    }

    /** The lead, for a feature that has brought it and shows what became of it. */
    @Transactional(readOnly = true)
    public Optional<Lead> find(String number) {
        return rows.findById(number);
    }

    /** The numbers of the leads that were found in a matter: a visit, a complaint. */
    @Transactional(readOnly = true)
    public List<String> foundIn(String matter) {
        return sources.findByMatterOrderById(matter).stream()
                .map(LeadSource::leadNumber)
                .distinct()
                .toList();
    }

    /** Decides about a lead, once. */
    public Optional<Refusal> decide(String number, Decided typed, Actor actor) {
        Lead lead = rows.findById(number).orElseThrow();
        if (!people.mayDecide(actor, lead.regulatorUnitId())) {
            return Optional.of(Refusal.of("lead.notYours"));
        }
        Optional<Refusal> refusal = isOwn(lead, actor)
                ? Optional.of(Refusal.of("lead.ownUnit"))
                : typed.decision() == LeadDecision.MERGE
                        ? objectionToMerging(lead, typed.into(), actor)
                        : Optional.empty();
        refusal = refusal.or(() -> lead.decide(typed, actor.userId(), clock.instant()));
        if (refusal.isPresent()) {
            return refusal;
        }
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("leadDecision", typed.decision().name());
        lead.handedTo().ifPresent(body -> said.put("handedTo", body));
        lead.mergedInto().ifPresent(into -> said.put("mergedInto", into));
        said.put("reason", typed.reason());
        events.publishEvent(new LeadRecorded(number, "lead.decided", said, false));
        if (typed.decision() == LeadDecision.MERGE) {
            sources.findByLeadNumberOrderById(number).forEach(source -> source.moveTo(typed.into()));
        }
        if (typed.decision() == LeadDecision.CHECK) {
            rows.flush();
            boolean restricted = sight.isAnyRestricted(sources.findByLeadNumberOrderById(number));
            processes.start(LeadProcess.CONTRACT, number, LeadProcess.variables(lead, restricted));
        }
        return Optional.empty();
    }

    private Optional<Refusal> objectionToMerging(Lead lead, String into, Actor actor) {
        boolean possible = rows.findById(into)
                .filter(other -> !other.number().equals(lead.number())
                        && other.regionId().equals(lead.regionId())
                        && other.state() != LeadState.ENDED
                        && !sight.open(sources.findByLeadNumberOrderById(into), actor)
                                .isEmpty())
                .isPresent();
        return possible ? Optional.empty() : Optional.of(Refusal.at("into", "lead.intoUnknown"));
    }

    /** The own unit answers for the measure; a measure of the regulator itself has nobody else. */
    private static boolean isOwn(Lead lead, Actor actor) {
        return lead.unitId()
                .filter(unit -> !unit.equals(lead.regulatorUnitId()) && actor.belongsTo(unit))
                .isPresent();
    }

    /** Takes what a check has shown; the lead has ended then. */
    public Optional<Refusal> check(String number, Checked typed, Actor actor) {
        Lead lead = rows.findById(number).orElseThrow();
        boolean writes = typed.outcome() == CheckOutcome.LETTER
                && !typed.addresseeUnitId().isBlank();
        if (isOwn(lead, actor)) {
            return Optional.of(Refusal.of("lead.ownUnit"));
        }
        if (writes && units.find(typed.addresseeUnitId()).filter(Unit::isAtWork).isEmpty()) {
            return Optional.of(Refusal.at("addresseeUnit", "lead.addresseeMissing"));
        }
        Optional<Refusal> refusal = lead.check(typed, actor.userId(), clock.instant());
        if (refusal.isEmpty()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("checkOutcome", typed.outcome().name());
            lead.addresseeUnitId().ifPresent(unit -> said.put("addresseeUnit", units.name(unit)));
            if (typed.outcome() == CheckOutcome.HANDED_ON) {
                said.put("handedTo", typed.handedTo());
            }
            events.publishEvent(new LeadRecorded(number, "lead.checked", said, false));
        }
        return refusal;
    }

    /** The letter that the check wanted has begun. */
    public void letterBegun(String number, String letter) {
        rows.findById(number).orElseThrow().letterBegun(letter);
        events.publishEvent(new LeadRecorded(number, "lead.letterWanted", Map.of("letterNumber", letter), true));
    }

    /** Who gets the letter that the check wanted. */
    @Transactional(readOnly = true)
    public String addresseeOf(String number) {
        return Objects.requireNonNull(
                rows.findById(number).orElseThrow().addresseeUnitId().orElse(null), "No letter is wanted");
    }
}
