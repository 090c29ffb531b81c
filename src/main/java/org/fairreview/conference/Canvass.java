package org.fairreview.conference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One consultation of members of the joint conference (一次征求): the question, whom the office asks, by which quorum and
 * what silence counts as, and what came of it.
 *
 * <p>It uses the values of the office that were in force when the members were chosen, whatever is set later.
 */
@Entity
@Table(name = "canvass")
public class Canvass {

    private static final int ALL = 100;

    @Id
    private String id;

    @Version
    private long version;

    private String caseNumber;

    private String regionId;

    @Column(length = 20000)
    private String question;

    private @Nullable String suggestedUnitId;

    private String requestedBy;

    private Instant requestedAt;

    private @Nullable String chosenBy;

    private @Nullable Instant chosenAt;

    @Column(length = 4000)
    private @Nullable String notNeededReason;

    private @Nullable Integer quorum;

    @Enumerated(EnumType.STRING)
    private @Nullable SilenceRule silenceRule;

    @Column(length = 4000)
    private @Nullable String closeReason;

    @Column(length = 20000)
    private @Nullable String summary;

    private @Nullable String summarisedBy;

    private @Nullable Instant summarisedAt;

    @Column(length = 4000)
    private @Nullable String overrulingRefused;

    private int lateAnswers;

    private @Nullable String overruledBy;

    private @Nullable Instant overruledAt;

    protected Canvass() {}

    Canvass(
            String caseNumber,
            String regionId,
            String question,
            @Nullable String suggestedUnitId,
            String requestedBy,
            Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = caseNumber;
        this.regionId = regionId;
        this.question = question;
        this.suggestedUnitId = suggestedUnitId;
        this.requestedBy = requestedBy;
        this.requestedAt = requestedAt;
    }

    void choose(String userId, int quorumPercent, SilenceRule silence, Instant now) {
        chosenBy = userId;
        chosenAt = now;
        quorum = quorumPercent;
        silenceRule = silence;
    }

    void skip(String userId, String reason, Instant now) {
        chosenBy = userId;
        chosenAt = now;
        notNeededReason = reason;
    }

    void closeShort(String reason) {
        closeReason = reason;
    }

    /**
     * The answers that count: of each unit the newest. One that was sent back counts until it was given anew, so that a
     * dissent does not go away by a question.
     */
    static List<Consultation> standing(Collection<Consultation> all) {
        return newest(all.stream().filter(asked -> asked.opinion().isPresent()).toList());
    }

    /** Of each unit the newest of those given, the oldest first. */
    static List<Consultation> newest(Collection<Consultation> some) {
        Map<String, Consultation> byUnit = new HashMap<>();
        some.forEach(asked -> byUnit.merge(
                asked.askedUnitId(),
                asked,
                (one, other) -> one.requestedAt().isBefore(other.requestedAt()) ? other : one));
        return byUnit.values().stream()
                .sorted(Comparator.comparing(Consultation::requestedAt).thenComparing(Consultation::id))
                .toList();
    }

    /** The units that have never answered and kept silent the last time that they were asked. */
    static List<Consultation> silent(Collection<Consultation> all) {
        Set<String> answered =
                standing(all).stream().map(Consultation::askedUnitId).collect(Collectors.toSet());
        return newest(all).stream()
                .filter(asked -> !answered.contains(asked.askedUnitId()))
                .filter(asked -> asked.recall().isEmpty() && asked.silentAt().isPresent())
                .toList();
    }

    /** How far the members have answered; who was asked in vain and is waited for no more does not count. */
    Tally tally(Collection<Consultation> all) {
        Set<String> answered =
                standing(all).stream().map(Consultation::askedUnitId).collect(Collectors.toSet());
        long waited = newest(all).stream()
                .filter(asked -> !answered.contains(asked.askedUnitId()))
                .filter(asked -> asked.recall().isEmpty())
                .count();
        return new Tally(
                answered.size() + Math.toIntExact(waited),
                answered.size(),
                silent(all).size());
    }

    /** Whether as many have answered as the office demands; of nobody asked, nobody is missing. */
    boolean isQuorate(Collection<Consultation> all) {
        Tally tally = tally(all);
        int counted = tally.answered() + (silenceRule == SilenceRule.NO_OBJECTION ? tally.silent() : 0);
        return counted * ALL >= tally.asked() * Optional.ofNullable(quorum).orElse(0);
    }

    /**
     * Sums up, with what became of each wish and each dissent.
     *
     * @param standing the answers that count
     */
    Optional<Refusal> summarise(
            String userId, String text, List<TreatmentDraft> treatments, List<Consultation> standing, Instant now) {
        Map<String, Consultation> byId = new HashMap<>();
        standing.stream()
                .filter(asked -> asked.position()
                        .filter(Consultation.Position.AGREES::equals)
                        .isEmpty())
                .forEach(asked -> byId.put(asked.id(), asked));
        Map<String, TreatmentDraft> drafts = new HashMap<>();
        for (TreatmentDraft draft : treatments) {
            if (!byId.containsKey(draft.consultation()) || drafts.put(draft.consultation(), draft) != null) {
                return Optional.of(Refusal.of("canvass.treatment.stale"));
            }
            if (draft.treatment() != Treatment.ADOPTED
                    && (draft.reason() == null || draft.reason().isBlank())) {
                return Optional.of(Refusal.at("treatments", "canvass.treatment.reasonMissing"));
            }
        }
        if (drafts.size() < byId.size()) {
            return Optional.of(Refusal.of("canvass.treatment.stale"));
        }
        drafts.forEach((asked, draft) -> byId.get(asked).treat(draft.treatment(), draft.reason()));
        summary = text;
        summarisedBy = userId;
        summarisedAt = now;
        return Optional.empty();
    }

    /** Signs that a dissent is overruled; whoever summed up does not sign. */
    Optional<Refusal> overrule(String userId, Instant now) {
        if (userId.equals(summarisedBy)) {
            return Optional.of(Refusal.of("canvass.overrule.own"));
        }
        overruledBy = userId;
        overruledAt = now;
        return Optional.empty();
    }

    /** An answer came after the limit; what is being made of the answers meanwhile has to be looked at again. */
    void noteLate() {
        lateAnswers++;
    }

    void refuseOverruling(String remark) {
        overrulingRefused = remark;
    }

    /**
     * How far a canvass is, counted in units.
     *
     * @param silent those whose limit is over and who have not answered since
     */
    public record Tally(int asked, int answered, int silent) {}

    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String regionId() {
        return regionId;
    }

    public String question() {
        return question;
    }

    /** The unit that the reviewer would ask. */
    public Optional<String> suggestedUnitId() {
        return Optional.ofNullable(suggestedUnitId);
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> chosenBy() {
        return Optional.ofNullable(chosenBy);
    }

    public Optional<Instant> chosenAt() {
        return Optional.ofNullable(chosenAt);
    }

    /** Why the office has asked nobody. */
    public Optional<String> notNeededReason() {
        return Optional.ofNullable(notNeededReason);
    }

    /** The least share of those asked who must answer, in percent. */
    public Optional<Integer> quorum() {
        return Optional.ofNullable(quorum);
    }

    public Optional<SilenceRule> silenceRule() {
        return Optional.ofNullable(silenceRule);
    }

    /** Why it was closed although too few had answered. */
    public Optional<String> closeReason() {
        return Optional.ofNullable(closeReason);
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    public Optional<String> summarisedBy() {
        return Optional.ofNullable(summarisedBy);
    }

    public Optional<Instant> summarisedAt() {
        return Optional.ofNullable(summarisedAt);
    }

    /** Why a leader had the dissents dealt with again; the last time. */
    public Optional<String> overrulingRefused() {
        return Optional.ofNullable(overrulingRefused);
    }

    /** Who signed that a dissent is overruled. */
    public Optional<String> overruledBy() {
        return Optional.ofNullable(overruledBy);
    }

    public Optional<Instant> overruledAt() {
        return Optional.ofNullable(overruledAt);
    }
}
