package org.fairreview.supervision.monitoring;

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
import java.util.List;
import java.util.Optional;
import org.fairreview.workflow.Refusal;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A visit of a monitoring point (走访): planned or taken over from a list, by two, with answers and leads. */
@Entity
@Table(name = "monitoring_visit")
public class MonitoringVisit {

    /** What was written of a visit that was made. */
    public record Written(
            LocalDate visitedOn,
            String firstVisitor,
            String secondVisitor,
            String receivedBy,
            List<VisitAnswer> answers,
            String remark,
            List<VisitLead> leads) {}

    @Id
    private String number;

    @Version
    private int revision;

    private @Nullable String planNumber;

    private long pointId;

    private String regionId;

    private String regulatorUnitId;

    @Enumerated(EnumType.STRING)
    private VisitState state = VisitState.PLANNED;

    private @Nullable Instant dueAt;

    private @Nullable LocalDate visitedOn;

    private String firstVisitor = "";

    private String secondVisitor = "";

    private String receivedBy = "";

    @Column(length = 4000)
    private String remark = "";

    @Column(length = 2000)
    private String notMet = "";

    private boolean imported;

    private @Nullable String recordedBy;

    private @Nullable Instant recordedAt;

    @ElementCollection
    @BatchSize(size = 200)
    @CollectionTable(name = "monitoring_answer", joinColumns = @JoinColumn(name = "visit_number"))
    @OrderColumn(name = "place")
    private List<VisitAnswer> answers = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = 200)
    @CollectionTable(name = "monitoring_visit_lead", joinColumns = @JoinColumn(name = "visit_number"))
    @OrderColumn(name = "place")
    private List<VisitLead> leads = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected MonitoringVisit() {}

    private MonitoringVisit(String number, long pointId, String regionId, String regulatorUnitId) {
        this.number = number;
        this.pointId = pointId;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
    }

    static MonitoringVisit planned(String number, VisitPlan plan, MonitoringPoint point, Instant dueAt) {
        MonitoringVisit visit = new MonitoringVisit(number, point.id(), plan.regionId(), plan.regulatorUnitId());
        visit.planNumber = plan.number();
        visit.dueAt = dueAt;
        return visit;
    }

    static MonitoringVisit imported(String number, MonitoringPoint point, String regionId, String regulatorUnitId) {
        MonitoringVisit visit = new MonitoringVisit(number, point.id(), regionId, regulatorUnitId);
        visit.imported = true;
        return visit;
    }

    Optional<Refusal> record(Written written, String userId, Instant now) {
        if (state != VisitState.PLANNED) {
            return Optional.of(Refusal.of("monitoring.recordedAlready"));
        }
        state = VisitState.DONE;
        visitedOn = written.visitedOn();
        firstVisitor = written.firstVisitor();
        secondVisitor = written.secondVisitor();
        receivedBy = written.receivedBy();
        remark = written.remark();
        answers.addAll(written.answers());
        leads.addAll(written.leads());
        recorded(userId, now);
        return Optional.empty();
    }

    Optional<Refusal> notMet(String why, String userId, Instant now) {
        if (state != VisitState.PLANNED) {
            return Optional.of(Refusal.of("monitoring.recordedAlready"));
        }
        state = VisitState.NOT_MET;
        notMet = why;
        recorded(userId, now);
        return Optional.empty();
    }

    Optional<Refusal> withdraw(String why, String userId, Instant now) {
        if (state != VisitState.PLANNED) {
            return Optional.of(Refusal.of("monitoring.recordedAlready"));
        }
        state = VisitState.WITHDRAWN;
        notMet = why;
        recorded(userId, now);
        return Optional.empty();
    }

    private void recorded(String userId, Instant now) {
        recordedBy = userId;
        recordedAt = now;
    }

    /** Whether it is, or was, recorded after its limit. */
    public boolean isLate(Instant now) {
        return dueAt != null && state != VisitState.WITHDRAWN && (recordedAt == null ? now : recordedAt).isAfter(dueAt);
    }

    public String number() {
        return number;
    }

    public Optional<String> planNumber() {
        return Optional.ofNullable(planNumber);
    }

    public long pointId() {
        return pointId;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public VisitState state() {
        return state;
    }

    public Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    public Optional<LocalDate> visitedOn() {
        return Optional.ofNullable(visitedOn);
    }

    public String firstVisitor() {
        return firstVisitor;
    }

    public String secondVisitor() {
        return secondVisitor;
    }

    public String receivedBy() {
        return receivedBy;
    }

    public String remark() {
        return remark;
    }

    /** Why nobody was met, or why the visit was withdrawn. */
    public String notMet() {
        return notMet;
    }

    public boolean isImported() {
        return imported;
    }

    public Optional<String> recordedBy() {
        return Optional.ofNullable(recordedBy);
    }

    public Optional<Instant> recordedAt() {
        return Optional.ofNullable(recordedAt);
    }

    public List<VisitAnswer> answers() {
        return List.copyOf(answers);
    }

    public List<VisitLead> leads() {
        return List.copyOf(leads);
    }
}
