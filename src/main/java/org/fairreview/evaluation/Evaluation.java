package org.fairreview.evaluation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.identity.Role;
import org.fairreview.workflow.Recall;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation commissioned from an outside institution (第三方评估, Measures 35): what it is shown, its report and
 * findings, and what became of them. It never replaces a conclusion.
 */
@Entity
@Table(name = "evaluation")
public class Evaluation {

    /** What is evaluated (Measures 35). */
    public enum Purpose {
        /** 拟出台措施的预期影响. */
        EXPECTED_EFFECT,
        /** 措施实施后的影响. */
        EFFECT_AFTER,
        /** 本地区公平竞争审查制度实施情况. */
        STATE_OF_REGIME
    }

    /** What is decided about one finding. */
    record Use(FindingUse use, String note) {}

    @Id
    private String id;

    @Version
    private int revision;

    private String caseNumber;

    private String regionId;

    private String regulatorUnitId;

    private @Nullable String evaluatedUnitId;

    private String title;

    private String evaluatorUnitId;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    @Column(length = 20000)
    private String question;

    private String requestedBy;

    private Instant requestedAt;

    @Column(length = 20000)
    private @Nullable String summary;

    private @Nullable String reportFileId;

    private @Nullable String givenBy;

    private @Nullable Instant givenAt;

    private @Nullable Instant reportDueAt;

    @Enumerated(EnumType.STRING)
    private Role acceptanceRole;

    private @Nullable String acceptedBy;

    private @Nullable Instant acceptedAt;

    @Embedded
    private @Nullable Recall recall;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evaluation_material", joinColumns = @JoinColumn(name = "evaluation_id"))
    @OrderColumn(name = "place")
    @Column(name = "file_id")
    private List<String> material = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evaluation_returned", joinColumns = @JoinColumn(name = "evaluation_id"))
    @OrderColumn(name = "place")
    private List<ReturnedReport> returned = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "evaluation_finding", joinColumns = @JoinColumn(name = "evaluation_id"))
    @OrderColumn(name = "place")
    private List<EvaluationFinding> findings = new ArrayList<>();

    protected Evaluation() {}

    Evaluation(Commission commission, Instant requestedAt) {
        this.id = UUID.randomUUID().toString();
        this.caseNumber = commission.caseNumber();
        this.regionId = commission.regionId();
        this.regulatorUnitId = commission.regulatorUnitId();
        this.evaluatedUnitId = commission.evaluatedUnitId();
        this.title = commission.title();
        this.evaluatorUnitId = commission.evaluatorUnitId();
        this.purpose = commission.purpose();
        this.question = commission.question();
        this.material = new ArrayList<>(commission.material());
        this.requestedBy = commission.requestedBy();
        this.acceptanceRole = commission.acceptanceRole();
        this.requestedAt = requestedAt;
    }

    /** Takes a report, the first or, after a return, the next. */
    Optional<Refusal> report(
            String userId,
            String text,
            String fileId,
            List<ReportFinding> found,
            @Nullable Instant dueAt,
            Instant now) {
        if (recall != null) {
            return Optional.of(Refusal.of("recall.recalled"));
        }
        if (summary != null) {
            return Optional.of(Refusal.of("evaluation.givenAlready"));
        }
        summary = text;
        reportFileId = fileId;
        givenBy = userId;
        givenAt = now;
        reportDueAt = dueAt;
        found.forEach(each -> findings.add(new EvaluationFinding(reportNumber(), each)));
        return Optional.empty();
    }

    /**
     * Accepts the report at hand.
     *
     * @param uses what becomes of each of its findings, by the finding's place in the report
     */
    Optional<Refusal> accept(String userId, Map<Integer, Use> uses, Instant now) {
        if (summary == null || acceptedAt != null) {
            return Optional.of(Refusal.of("evaluation.nothingToAccept"));
        }
        List<EvaluationFinding> reported = findings();
        for (int place = 0; place < reported.size(); place++) {
            if (!uses.containsKey(place)) {
                return Optional.of(Refusal.at("uses[%d].use".formatted(place), "evaluation.useMissing", place + 1));
            }
        }
        if (uses.size() > reported.size()) {
            return Optional.of(Refusal.at("uses", "evaluation.useOfNothing"));
        }
        uses.forEach((place, use) -> reported.get(place).use(use.use(), use.note()));
        acceptedBy = userId;
        acceptedAt = now;
        return Optional.empty();
    }

    /** Gives the report back; it stays on record, and the institution owes another. */
    Optional<Refusal> giveBack(String userId, String reason, Instant now) {
        if (summary == null || acceptedAt != null) {
            return Optional.of(Refusal.of("evaluation.nothingToAccept"));
        }
        returned.add(new ReturnedReport(
                summary,
                Objects.requireNonNull(reportFileId),
                Objects.requireNonNull(givenBy),
                Objects.requireNonNull(givenAt),
                reportDueAt,
                userId,
                now,
                reason));
        summary = null;
        reportFileId = null;
        givenBy = null;
        givenAt = null;
        reportDueAt = null;
        return Optional.empty();
    }

    void recall(Recall because) {
        recall = because;
    }

    public String id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    /** The unit whose measure is evaluated; empty where no single unit's is. */
    public Optional<String> evaluatedUnitId() {
        return Optional.ofNullable(evaluatedUnitId);
    }

    public String title() {
        return title;
    }

    /** The ids of the files that the institution is shown; of no others does it learn. */
    public List<String> material() {
        return List.copyOf(material);
    }

    public Role acceptanceRole() {
        return acceptanceRole;
    }

    public Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    /** Who accepted the report; empty where it was taken before reports were accepted. */
    public Optional<String> acceptedBy() {
        return Optional.ofNullable(acceptedBy);
    }

    /** Whether the institution still works on it, or waits for its acceptance. */
    public boolean isOpen() {
        return acceptedAt == null && recall == null;
    }

    /** Whether the report at hand came after its limit. */
    public boolean isLate() {
        return isLate(givenAt, reportDueAt);
    }

    static boolean isLate(@Nullable Instant given, @Nullable Instant due) {
        return given != null && due != null && given.isAfter(due);
    }

    /** The reports that were given back, the first one first. */
    public List<ReturnedReport> returned() {
        return List.copyOf(returned);
    }

    /** The number of the report at hand, or of the one that is owed. */
    public int reportNumber() {
        return returned.size() + 1;
    }

    /** The findings of the report at hand. */
    public List<EvaluationFinding> findings() {
        return findingsOf(reportNumber());
    }

    /** The findings of one report, in its order. */
    public List<EvaluationFinding> findingsOf(int report) {
        return findings.stream()
                .filter(finding -> finding.reportNumber() == report)
                .toList();
    }

    public String evaluatorUnitId() {
        return evaluatorUnitId;
    }

    public Purpose purpose() {
        return purpose;
    }

    public String question() {
        return question;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<String> summary() {
        return Optional.ofNullable(summary);
    }

    public Optional<String> reportFileId() {
        return Optional.ofNullable(reportFileId);
    }

    public Optional<String> givenBy() {
        return Optional.ofNullable(givenBy);
    }

    public Optional<Instant> givenAt() {
        return Optional.ofNullable(givenAt);
    }

    /** Who took the question back before it was answered, and why. */
    public Optional<Recall> recall() {
        return Optional.ofNullable(recall);
    }
}
