package org.fairreview.supervision.spotcheck;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A measure that a spot check inspects: drawn, or named with reasons; two people record what they find in it. */
@Entity
@Table(name = "spot_item")
public class SpotItem implements Persistable<String> {

    static final int INSPECTORS = 2;

    /** How far its inspection is. */
    public enum State {
        /** 检查中. */
        INSPECTING,
        /** 两人意见不一致. */
        DISAGREED,
        /** 已检查. */
        INSPECTED
    }

    @Id
    private String number;

    @Version
    private @Nullable Integer revision;

    private String checkNumber;

    private int place;

    private @Nullable String listNumber;

    @Column(length = 2000)
    private @Nullable String targetReason;

    private String title;

    private String documentNumber;

    private @Nullable String unitId;

    private String unitName;

    @Enumerated(EnumType.STRING)
    private Level level;

    private String field;

    private @Nullable String regionId;

    private String regionName;

    private @Nullable LocalDate issuedOn;

    private @Nullable String measureId;

    private @Nullable String versionId;

    @Enumerated(EnumType.STRING)
    private State state = State.INSPECTING;

    @Enumerated(EnumType.STRING)
    private @Nullable ProcedureVerdict procedureVerdict;

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    @Column(length = 4000)
    private String decisionReason = "";

    @ElementCollection
    @CollectionTable(name = "spot_record", joinColumns = @JoinColumn(name = "item_number"))
    @OrderColumn(name = "place")
    private List<SpotRecord> records = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected SpotItem() {}

    /**
     * Something is to be inspected.
     *
     * @param listNumber its number in the list from which it was drawn; null where it was named
     * @param targetReason why it was named; null where it was drawn
     */
    SpotItem(
            String checkNumber,
            int place,
            @Nullable String listNumber,
            @Nullable String targetReason,
            ListedMeasure measure) {
        this.number = "%s-%03d".formatted(checkNumber, place);
        this.checkNumber = checkNumber;
        this.place = place;
        this.listNumber = listNumber;
        this.targetReason = targetReason;
        this.title = measure.title();
        this.documentNumber = measure.documentNumber();
        this.unitId = measure.unitId();
        this.unitName = measure.unitName();
        this.level = measure.level();
        this.field = measure.field();
        this.regionId = measure.regionId();
        this.regionName = measure.regionName();
        this.issuedOn = measure.issuedOn();
        this.measureId = measure.measureId();
        this.versionId = measure.versionId();
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return revision == null;
    }

    /** Why the person cannot record: somebody else has, or it is the same person a second time. */
    Optional<Refusal> objectionTo(String userId) {
        if (state != State.INSPECTING || records.size() >= INSPECTORS) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        return hasRecordBy(userId) ? Optional.of(Refusal.of("spotcheck.sameInspector")) : Optional.empty();
    }

    public boolean hasRecordBy(String userId) {
        return records.stream().anyMatch(record -> record.inspector().equals(userId));
    }

    void record(SpotRecord record) {
        records.add(record);
    }

    boolean isRecordedByBoth() {
        return records.size() == INSPECTORS;
    }

    /** Both say the same of the procedure, and each finding of one is one of the other: it stands, once. */
    boolean settle(List<SpotFinding> findings) {
        List<SpotFinding> first = of(findings, records.get(0));
        List<SpotFinding> second = of(findings, records.get(1));
        boolean agreed = records.get(0).procedure() == records.get(1).procedure()
                && first.stream().allMatch(each -> second.stream().anyMatch(each::saysTheSameAs))
                && second.stream().allMatch(each -> first.stream().anyMatch(each::saysTheSameAs));
        if (!agreed) {
            state = State.DISAGREED;
            return false;
        }
        first.forEach(finding -> finding.settle(true));
        second.forEach(finding -> finding.settle(false));
        procedureVerdict = records.get(0).procedure();
        state = State.INSPECTED;
        return true;
    }

    private static List<SpotFinding> of(List<SpotFinding> findings, SpotRecord record) {
        return findings.stream()
                .filter(finding -> finding.inspector().equals(record.inspector()))
                .toList();
    }

    /** The section head decides where the two disagree; never one of them. */
    Optional<Refusal> decide(
            ProcedureVerdict procedure,
            Set<Long> standing,
            String reason,
            Collection<SpotFinding> findings,
            String userId,
            Instant now) {
        if (state != State.DISAGREED) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (hasRecordBy(userId)) {
            return Optional.of(Refusal.of("spotcheck.decidedByInspector"));
        }
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "spotcheck.decisionReasonMissing"));
        }
        findings.forEach(finding -> finding.settle(standing.contains(finding.id())));
        procedureVerdict = procedure;
        decisionReason = reason;
        decidedBy = userId;
        decidedAt = now;
        state = State.INSPECTED;
        return Optional.empty();
    }

    public String number() {
        return number;
    }

    public String checkNumber() {
        return checkNumber;
    }

    /** Its place in the order of the draw, from 1; those that were named come last. */
    public int place() {
        return place;
    }

    public Optional<String> listNumber() {
        return Optional.ofNullable(listNumber);
    }

    /** Why it was named apart from the draw. */
    public Optional<String> targetReason() {
        return Optional.ofNullable(targetReason);
    }

    public boolean isTargeted() {
        return targetReason != null;
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public Optional<String> unitId() {
        return Optional.ofNullable(unitId);
    }

    public String unitName() {
        return unitName;
    }

    public Level level() {
        return level;
    }

    public String field() {
        return field;
    }

    public Optional<String> regionId() {
        return Optional.ofNullable(regionId);
    }

    public String regionName() {
        return regionName;
    }

    public Optional<LocalDate> issuedOn() {
        return Optional.ofNullable(issuedOn);
    }

    public Optional<String> measureId() {
        return Optional.ofNullable(measureId);
    }

    public Optional<String> versionId() {
        return Optional.ofNullable(versionId);
    }

    public State state() {
        return state;
    }

    /** What holds of the procedure of its review. */
    public Optional<ProcedureVerdict> procedure() {
        return Optional.ofNullable(procedureVerdict);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public String decisionReason() {
        return decisionReason;
    }

    public List<SpotRecord> records() {
        return List.copyOf(records);
    }
}
