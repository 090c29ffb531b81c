package org.fairreview.supervision.spotcheck;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * A spot check (抽查, Reg. 21, Measures 39): a signed plan, a list that is fixed before anybody knows the seed, a draw, the
 * regulator's own report to two addressees, and the decision whether its results are published.
 */
@Entity
@Table(name = "spot_check")
public class SpotCheck implements Persistable<String> {

    /** How far it is. */
    public enum State {
        /** 计划待签批. */
        PLANNED,
        /** 计划未获同意. */
        REJECTED,
        /** 已终止. */
        GIVEN_UP,
        /** 待固定总体. */
        LISTING,
        /** 待抽取. */
        DRAWING,
        /** 检查中. */
        INSPECTING,
        /** 待起草报告. */
        REPORTING,
        /** 报告待签发. */
        SIGNING,
        /** 待报送. */
        DELIVERING,
        /** 待决定是否公布. */
        PUBLISHING,
        /** 已办结. */
        CLOSED
    }

    @Id
    private String number;

    @Version
    private @Nullable Integer revision;

    private String regionId;

    private String regulatorUnitId;

    private String regime;

    @Enumerated(EnumType.STRING)
    private State state = State.PLANNED;

    @Embedded
    private SpotPlan plan;

    private String plannedBy;

    private Instant plannedAt;

    private @Nullable String planSignedBy;

    private @Nullable Instant planSignedAt;

    @Column(length = 4000)
    private String planRemark = "";

    private @Nullable String givenUpBy;

    private @Nullable Instant givenUpAt;

    @Column(length = 4000)
    private @Nullable String givenUpReason;

    private @Nullable String listFileId;

    @Embedded
    private @Nullable FixedPopulation population;

    private @Nullable String seed;

    private @Nullable String seededBy;

    private @Nullable Instant seededAt;

    private @Nullable String seedWitness;

    private @Nullable Instant lateSince;

    @Embedded
    private @Nullable SpotReport report;

    private @Nullable String reportSignedBy;

    private @Nullable Instant reportSignedAt;

    @Column(length = 4000)
    private String reportRemark = "";

    @Embedded
    private @Nullable ReportDocument reportDocument;

    @ElementCollection
    @CollectionTable(name = "spot_report_delivery", joinColumns = @JoinColumn(name = "check_number"))
    private List<ReportDelivery> deliveries = new ArrayList<>();

    private @Nullable Boolean published;

    private @Nullable LocalDate publishedOn;

    private @Nullable String publishedLink;

    @Column(length = 4000)
    private @Nullable String publicationReason;

    private @Nullable String publicationBy;

    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected SpotCheck() {}

    /**
     * A spot check is planned.
     *
     * @param regime the standards by which is inspected
     */
    SpotCheck(
            String number,
            String regionId,
            String regulatorUnitId,
            String regime,
            SpotPlan plan,
            String plannedBy,
            Instant now) {
        this.number = number;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
        this.regime = regime;
        this.plan = plan;
        this.plannedBy = plannedBy;
        this.plannedAt = now;
    }

    @Override
    public String getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return revision == null;
    }

    // ---- plan, list, draw

    /** The leader signs the plan or refuses it; never who planned, nor an inspector. */
    Optional<Refusal> signPlan(boolean agreed, String remark, String userId, LocalDate today, Instant now) {
        if (state != State.PLANNED) {
            return done();
        }
        LocalDate known = plan.seedKnownOn();
        if (agreed && known != null && !today.isBefore(known)) {
            return Optional.of(Refusal.of("spotcheck.signedAfterSeed", known));
        }
        if (barsFromPlan(userId)) {
            return Optional.of(Refusal.of("spotcheck.signedByPlanner"));
        }
        if (!agreed && remark.isBlank()) {
            return Optional.of(Refusal.at("remark", "spotcheck.remarkMissing"));
        }
        planSignedBy = userId;
        planSignedAt = now;
        planRemark = remark;
        state = agreed ? State.LISTING : State.REJECTED;
        return Optional.empty();
    }

    boolean barsFromPlan(String userId) {
        return userId.equals(plannedBy) || plan.inspectors().contains(userId);
    }

    /** A list was brought, from which the population may be taken; it takes the place of an earlier one. */
    Optional<Refusal> bring(String fileId) {
        if (state != State.LISTING) {
            return Optional.of(Refusal.of("spotcheck.listTooLate"));
        }
        listFileId = fileId;
        return Optional.empty();
    }

    /** Nothing is drawn: the plan has become impossible, as when the day of a public seed has passed without a list. */
    Optional<Refusal> giveUp(String reason, String userId, Instant now) {
        if (state != State.LISTING) {
            return done();
        }
        givenUpBy = userId;
        givenUpAt = now;
        givenUpReason = reason;
        state = State.GIVEN_UP;
        return Optional.empty();
    }

    /** The list is fixed: before the day on which a public seed becomes known, so that nobody makes a list for a seed. */
    Optional<Refusal> fix(FixedPopulation fixed, int targets, LocalDate today) {
        if (state != State.LISTING) {
            return done();
        }
        LocalDate known = plan.seedKnownOn();
        if (known != null && !today.isBefore(known)) {
            return Optional.of(Refusal.of("spotcheck.fixedAfterSeed", known));
        }
        if (fixed.size() == 0 && (plan.sampleSize() > 0 || targets == 0)) {
            return Optional.of(Refusal.of("spotcheck.populationEmpty"));
        }
        population = fixed;
        state = State.DRAWING;
        return Optional.empty();
    }

    /** The seed is there, once; a public number on the day that the plan names, at the earliest. */
    Optional<Refusal> seed(String lot, String witness, String userId, LocalDate today, Instant now) {
        if (state != State.DRAWING || seed != null) {
            return done();
        }
        LocalDate known = plan.seedKnownOn();
        if (known != null && today.isBefore(known)) {
            return Optional.of(Refusal.at("seed", "spotcheck.seedTooEarly", known));
        }
        seed = lot;
        seedWitness = witness;
        seededBy = userId;
        seededAt = now;
        state = State.INSPECTING;
        return Optional.empty();
    }

    // ---- inspection

    void late(Instant now) {
        if (lateSince == null && state == State.INSPECTING) {
            lateSince = now;
        }
    }

    void inspected() {
        state = State.REPORTING;
    }

    // ---- report

    /**
     * The report as the regulator wrote it (Measures 39).
     *
     * @param own whether who wrote it is of the regulator; what a third party wrote cannot stand in for it
     */
    Optional<Refusal> report(SpotReport written, boolean own) {
        if (state != State.REPORTING) {
            return done();
        }
        if (!own) {
            return Optional.of(Refusal.of("spotcheck.reportNotOwn"));
        }
        Optional<Refusal> refusal = written.check();
        if (refusal.isEmpty()) {
            report = written;
            state = State.SIGNING;
        }
        return refusal;
    }

    /** The leader signs the report off, or sends it back; never who wrote it. */
    Optional<Refusal> signReport(boolean agreed, String remark, String userId, Instant now) {
        if (state != State.SIGNING || report == null) {
            return done();
        }
        if (userId.equals(report.draftedBy())) {
            return Optional.of(Refusal.of("spotcheck.signedByAuthor"));
        }
        if (!agreed && remark.isBlank()) {
            return Optional.of(Refusal.at("remark", "spotcheck.remarkMissing"));
        }
        reportRemark = remark;
        if (agreed) {
            reportSignedBy = userId;
            reportSignedAt = now;
        }
        state = agreed ? State.DELIVERING : State.REPORTING;
        return Optional.empty();
    }

    void freeze(ReportDocument document) {
        reportDocument = document;
    }

    /** The report went to one of its addressees. */
    Optional<Refusal> deliver(ReportDelivery delivery, LocalDate signedOn, LocalDate today) {
        if (state != State.DELIVERING || reportDocument == null) {
            return done();
        }
        if (deliveries.stream().anyMatch(each -> each.addressee() == delivery.addressee())) {
            return Optional.of(Refusal.of("spotcheck.deliveredAlready"));
        }
        if (delivery.on().isAfter(today) || delivery.on().isBefore(signedOn)) {
            return Optional.of(Refusal.at(delivery.addressee().field("On"), "spotcheck.deliveryDay"));
        }
        deliveries.add(delivery);
        if (isReportedToBoth()) {
            state = State.PUBLISHING;
        }
        return Optional.empty();
    }

    /** Whether the own government and the next-higher regulator both have the report (Measures 39). */
    public boolean isReportedToBoth() {
        return Stream.of(ReportAddressee.values())
                .allMatch(each -> deliveries.stream().anyMatch(delivery -> delivery.addressee() == each));
    }

    /**
     * Decides whether the results are published, and closes. Without the regulator's own report at both addressees it does
     * not close (Measures 39).
     */
    Optional<Refusal> close(
            boolean publish,
            @Nullable LocalDate on,
            String link,
            String reason,
            String userId,
            LocalDate today,
            Instant now) {
        if (state == State.CLOSED) {
            return done();
        }
        if (reportSignedAt == null || reportDocument == null || !isReportedToBoth()) {
            return Optional.of(Refusal.of("spotcheck.notReported"));
        }
        if (publish && (on == null || on.isAfter(today))) {
            return Optional.of(Refusal.at("publishedOn", "spotcheck.publishedOnMissing"));
        }
        if (!publish && reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "spotcheck.notPublishedReason"));
        }
        published = publish;
        publishedOn = publish ? on : null;
        publishedLink = publish ? link : "";
        publicationReason = reason;
        publicationBy = userId;
        closedAt = now;
        state = State.CLOSED;
        return Optional.empty();
    }

    private static Optional<Refusal> done() {
        return Optional.of(Refusal.of("task.doneByOther"));
    }

    // ---- what it says

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    /** The standards by which is inspected: those of the day of the plan. */
    public String regime() {
        return regime;
    }

    public State state() {
        return state;
    }

    public SpotPlan plan() {
        return plan;
    }

    public String plannedBy() {
        return plannedBy;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Optional<String> planSignedBy() {
        return Optional.ofNullable(planSignedBy);
    }

    public Optional<Instant> planSignedAt() {
        return Optional.ofNullable(planSignedAt);
    }

    public String planRemark() {
        return planRemark;
    }

    /** The list that was brought. */
    public Optional<String> listFileId() {
        return Optional.ofNullable(listFileId);
    }

    public Optional<FixedPopulation> population() {
        return Optional.ofNullable(population).filter(fixed -> fixed.fileId() != null);
    }

    /** What was drawn with; there once the draw is done. */
    public Optional<String> seed() {
        return Optional.ofNullable(seed);
    }

    public Optional<String> seededBy() {
        return Optional.ofNullable(seededBy);
    }

    public Optional<Instant> seededAt() {
        return Optional.ofNullable(seededAt);
    }

    /** Who watched the draw; may be empty. */
    public String seedWitness() {
        return seedWitness == null ? "" : seedWitness;
    }

    /** Since when the inspection is late. */
    public Optional<Instant> lateSince() {
        return Optional.ofNullable(lateSince);
    }

    public Optional<SpotReport> writtenReport() {
        return Optional.ofNullable(report).filter(written -> written.draftedBy() != null);
    }

    public Optional<String> reportSignedBy() {
        return Optional.ofNullable(reportSignedBy);
    }

    public Optional<Instant> reportSignedAt() {
        return Optional.ofNullable(reportSignedAt);
    }

    public String reportRemark() {
        return reportRemark;
    }

    public Optional<ReportDocument> reportDocument() {
        return Optional.ofNullable(reportDocument).filter(document -> document.fileId() != null);
    }

    public List<ReportDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** Whether the results are published; absent before the decision. */
    public Optional<Boolean> published() {
        return Optional.ofNullable(published);
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedOn);
    }

    public String publishedLink() {
        return publishedLink == null ? "" : publishedLink;
    }

    public String publicationReason() {
        return publicationReason == null ? "" : publicationReason;
    }

    public Optional<String> publicationBy() {
        return Optional.ofNullable(publicationBy);
    }

    public Optional<String> givenUpBy() {
        return Optional.ofNullable(givenUpBy);
    }

    public Optional<Instant> givenUpAt() {
        return Optional.ofNullable(givenUpAt);
    }

    public Optional<String> givenUpReason() {
        return Optional.ofNullable(givenUpReason);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
