package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.document.ClassificationMark;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** An instruction of a leader on a running case (批示): it stands on top of the case until the responsible person answers. */
@Entity
@Table(name = "case_instruction")
public class Instruction {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int revision;

    private String caseNumber;

    private String authorId;

    @Column(length = 2000)
    private String text;

    private @Nullable String scanFileId;

    private String responsibleId;

    private LocalDate dueOn;

    private Instant givenAt;

    @Column(length = 4000)
    private @Nullable String answer;

    private @Nullable Instant answeredAt;

    private @Nullable Instant withdrawnAt;

    @Column(length = 2000)
    private @Nullable String withdrawnBecause;

    @SuppressWarnings("NullAway.Init")
    protected Instruction() {}

    Instruction(
            String caseNumber,
            String authorId,
            String text,
            @Nullable String scanFileId,
            String responsibleId,
            LocalDate dueOn,
            Instant givenAt) {
        this.caseNumber = caseNumber;
        this.authorId = authorId;
        this.text = text;
        this.scanFileId = scanFileId;
        this.responsibleId = responsibleId;
        this.dueOn = dueOn;
        this.givenAt = givenAt;
    }

    Optional<Refusal> answer(String userId, String what, Instant now) {
        if (!userId.equals(responsibleId)) {
            return Optional.of(Refusal.of("instruction.notYours"));
        }
        Optional<Refusal> closed = closed();
        if (closed.isPresent()) {
            return closed;
        }
        if (what.isBlank()) {
            return Optional.of(Refusal.at("answer", "instruction.answerMissing"));
        }
        if (what.length() > Instructions.LONGEST_ANSWER) {
            return Optional.of(Refusal.at("answer", "instruction.answerTooLong", Instructions.LONGEST_ANSWER));
        }
        if (ClassificationMark.isIn(what)) {
            return Optional.of(Refusal.at("answer", "instruction.answerClassified"));
        }
        answer = what;
        answeredAt = now;
        return Optional.empty();
    }

    Optional<Refusal> passOn(String to) {
        Optional<Refusal> closed = closed();
        if (closed.isEmpty()) {
            responsibleId = to;
        }
        return closed;
    }

    Optional<Refusal> withdraw(String because, Instant now) {
        Optional<Refusal> closed = closed();
        if (closed.isEmpty()) {
            withdrawnBecause = because;
            withdrawnAt = now;
        }
        return closed;
    }

    private Optional<Refusal> closed() {
        if (answer != null) {
            return Optional.of(Refusal.of("instruction.answeredBefore"));
        }
        return withdrawnAt == null ? Optional.empty() : Optional.of(Refusal.of("instruction.withdrawnBefore"));
    }

    public @Nullable Long id() {
        return id;
    }

    public String caseNumber() {
        return caseNumber;
    }

    public String authorId() {
        return authorId;
    }

    /** What was written; empty where it stands on the scan alone. */
    public String text() {
        return text;
    }

    public Optional<String> scanFileId() {
        return Optional.ofNullable(scanFileId);
    }

    public String responsibleId() {
        return responsibleId;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant givenAt() {
        return givenAt;
    }

    /** Whether it waits for its answer. */
    public boolean isOpen() {
        return answer == null && withdrawnAt == null;
    }

    /** Why it was taken back, where it was. */
    public Optional<String> withdrawnBecause() {
        return Optional.ofNullable(withdrawnBecause);
    }

    public Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    public Optional<Instant> answeredAt() {
        return Optional.ofNullable(answeredAt);
    }
}
