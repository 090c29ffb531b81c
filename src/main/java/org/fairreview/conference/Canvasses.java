package org.fairreview.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.calendar.DueDates;
import org.fairreview.office.OfficeValues;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consultations of several members at once (征求联席会议成员单位意见). */
@Service
@Transactional
public class Canvasses {

    /** The variable that holds the id of a canvass in the processes. */
    public static final String ID = "canvassId";

    /** The variable that holds the id of one opinion in the processes. */
    public static final String OPINION_ID = "consultationId";

    /** The step in the table of limits by which members answer. */
    public static final String LIMIT = "consultation";

    private static final int LONGEST_REASON = 4_000;

    private final CanvassRows rows;
    private final ConsultationRows consultations;
    private final JointConferences conferences;
    private final OfficeValues values;
    private final DueDates dueDates;
    private final RunningCanvass running;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Canvasses(
            CanvassRows rows,
            ConsultationRows consultations,
            JointConferences conferences,
            OfficeValues values,
            DueDates dueDates,
            RunningCanvass running,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.consultations = consultations;
        this.conferences = conferences;
        this.values = values;
        this.dueDates = dueDates;
        this.running = running;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A reviewer wants members to be asked; the office of the conference chooses whom.
     *
     * @param suggestedUnit whom the reviewer would ask
     */
    public Canvass begin(
            String caseNumber, String regionId, String question, @Nullable String suggestedUnit, String requestedBy) {
        return rows.save(new Canvass(caseNumber, regionId, question, suggestedUnit, requestedBy, clock.instant()));
    }

    /** Asks the units, which all must be members and not the drafting unit. */
    public Optional<Refusal> choose(String id, Collection<String> units, String draftingUnit, String userId) {
        Canvass canvass = get(id);
        Set<String> members = conferences.askable(canvass.regionId(), draftingUnit).stream()
                .map(JointConferences.Member::unitId)
                .collect(Collectors.toSet());
        if (!members.containsAll(units)) {
            return Optional.of(Refusal.at("members", "canvass.members.other"));
        }
        LocalDate today = LocalDate.now(clock);
        canvass.choose(
                userId,
                Integer.parseInt(values.inForce(ConferenceOfficeValues.QUORUM, canvass.regionId(), today)),
                SilenceRule.valueOf(values.inForce(ConferenceOfficeValues.SILENCE, canvass.regionId(), today)),
                clock.instant());
        new HashSet<>(units).forEach(unit -> ask(canvass, unit, null));
        return Optional.empty();
    }

    /** Asks nobody, and says why. */
    public void skip(String id, String userId, String reason) {
        get(id).skip(userId, reason, clock.instant());
    }

    private Consultation ask(Canvass canvass, String unitId, @Nullable Consultation follows) {
        return consultations.save(new Consultation(
                canvass, unitId, conferences.remitOf(canvass.regionId(), unitId), follows, clock.instant()));
    }

    /** The opinions that the process is to wait for, oldest first. */
    @Transactional(readOnly = true)
    public List<String> waiting(String id) {
        return all(id).stream()
                .filter(Consultation::isWaiting)
                .map(Consultation::id)
                .toList();
    }

    /**
     * Puts the silence of all who have not answered on record, and counts.
     *
     * @return whether the quorum is reached
     */
    public boolean count(String id) {
        List<Consultation> all = all(id);
        List<Consultation> silent = all.stream().filter(Consultation::isWaiting).toList();
        silent.forEach(asked -> asked.keepSilent(clock.instant()));
        Canvass canvass = get(id);
        if (!silent.isEmpty()) {
            events.publishEvent(new CanvassRecorded(
                    canvass.caseNumber(),
                    "consultation.silent",
                    Map.of(
                            "units",
                            silent.stream()
                                    .map(Consultation::askedUnitId)
                                    .sorted()
                                    .toList())));
        }
        return canvass.isQuorate(all);
    }

    /** Asks those again who kept silent; too few have answered. */
    public void askSilentAgain(String id) {
        Canvass canvass = get(id);
        Canvass.silent(all(id)).forEach(asked -> ask(canvass, asked.askedUnitId(), asked));
    }

    /** Goes on although too few have answered. */
    public void closeShort(String id, String reason) {
        get(id).closeShort(reason);
    }

    /** Sums up the answers. */
    public Optional<Refusal> summarise(String id, String userId, String summary, List<TreatmentDraft> treatments) {
        return get(id).summarise(userId, summary, treatments, Canvass.standing(all(id)), clock.instant());
    }

    /** Whether a member's dissent is not, or not wholly, taken up. */
    @Transactional(readOnly = true)
    public boolean overrulesDissent(String id) {
        return Canvass.standing(all(id)).stream()
                .anyMatch(asked -> asked.isDissent()
                        && asked.treatment()
                                .filter(how -> how != Treatment.ADOPTED)
                                .isPresent());
    }

    public Optional<Refusal> signOverruling(String id, String userId) {
        return get(id).overrule(userId, clock.instant());
    }

    /** Has the dissents dealt with again. */
    public void refuseOverruling(String id, String remark) {
        get(id).refuseOverruling(remark);
    }

    /** Asks one more member while the canvass runs. */
    public Optional<Refusal> add(String id, @Nullable String unitId, String draftingUnit, @Nullable String route) {
        Canvass canvass = get(id);
        boolean isMember = conferences.askable(canvass.regionId(), draftingUnit).stream()
                .anyMatch(member -> member.unitId().equals(unitId));
        if (unitId == null || !isMember) {
            return Optional.of(Refusal.at("unit", "canvass.member.missing"));
        }
        boolean isAsked = all(id).stream()
                .anyMatch(asked -> asked.askedUnitId().equals(unitId)
                        && (asked.isWaiting() || asked.opinion().isPresent()));
        if (isAsked) {
            return Optional.of(Refusal.at("unit", "canvass.member.asked"));
        }
        if (!running.isRunning(canvass)) {
            return Optional.of(Refusal.of("canvass.over"));
        }
        Consultation silent = Canvass.silent(all(id)).stream()
                .filter(asked -> asked.askedUnitId().equals(unitId))
                .findFirst()
                .orElse(null);
        extend(canvass, unitId, silent, route);
        events.publishEvent(new CanvassRecorded(canvass.caseNumber(), "consultation.added", Map.of("unit", unitId)));
        return Optional.empty();
    }

    /** Sends one answer back for clarification and asks that member again; the others go on undisturbed. */
    public Optional<Refusal> sendBack(
            String consultationId, String userId, @Nullable String reason, @Nullable String route) {
        Consultation asked = consultations.findById(consultationId).orElseThrow();
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            return Optional.of(Refusal.at("reason", "canvass.back.reason"));
        }
        if (!asked.isGiven() || asked.canvassId().isEmpty()) {
            return Optional.of(Refusal.of("canvass.back.tooLate"));
        }
        Canvass canvass = get(asked.canvassId().get());
        if (!running.isRunning(canvass)) {
            return Optional.of(Refusal.of("canvass.over"));
        }
        asked.sendBack(userId, reason.strip(), clock.instant());
        extend(canvass, asked.askedUnitId(), asked, route);
        events.publishEvent(new CanvassRecorded(
                canvass.caseNumber(),
                "consultation.sentBack",
                Map.of("unit", asked.askedUnitId(), "reason", reason.strip())));
        return Optional.empty();
    }

    private void extend(Canvass canvass, String unitId, @Nullable Consultation follows, @Nullable String route) {
        Consultation asked = ask(canvass, unitId, follows);
        consultations.flush();
        running.waitFor(canvass, asked, dueDates.dueFromNow(LIMIT, canvass.regionId(), route));
    }

    /** Whether members are being asked, or their answers are being summed up. */
    @Transactional(readOnly = true)
    public boolean isRunning(String id) {
        return running.isRunning(get(id));
    }

    @Transactional(readOnly = true)
    public Canvass get(String id) {
        return rows.findById(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<Canvass> of(String caseNumber) {
        return rows.findByCaseNumberOrderByRequestedAt(caseNumber);
    }

    /** The answers that count, of each unit the newest; the oldest first. */
    @Transactional(readOnly = true)
    public List<Consultation> standing(String id) {
        return Canvass.standing(all(id));
    }

    /** The units that kept silent the last time that they were asked, by that time. */
    @Transactional(readOnly = true)
    public List<Consultation> silent(String id) {
        return Canvass.silent(all(id));
    }

    /** Puts on record that an answer came after the limit. */
    public void noteLate(String id) {
        get(id).noteLate();
    }

    /** All opinions asked for in a canvass, also those taken back, kept silent or sent back; oldest first. */
    @Transactional(readOnly = true)
    public List<Consultation> all(String id) {
        return consultations.findByCanvassId(id).stream()
                .sorted(Comparator.comparing(Consultation::requestedAt).thenComparing(Consultation::id))
                .toList();
    }

    @Transactional(readOnly = true)
    public Canvass.Tally tally(String id) {
        return get(id).tally(all(id));
    }
}
