package org.fairreview.cleanup.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A spreadsheet of measures in force, with its texts, that was brought into a clean-up (清理导入). */
@Entity
@Table(name = "ledger_import")
public class LedgerImport {

    /** How far it is. */
    public enum State {
        /** 试导入中. */
        CHECKING,
        /** 试导入完成: it waits to be taken over, or has been in part. */
        CHECKED,
        /** 导入中. */
        ENTERING,
        /** 已导入. */
        ENTERED,
        /** 未接收: the spreadsheet or the archive could not be taken as a whole. */
        REFUSED
    }

    /** A file as it was brought. */
    public record Brought(String name, String sha256, long size) {}

    @Id
    private String id;

    @Version
    private int revision;

    private String campaignNumber;

    private String broughtBy;

    private Instant broughtAt;

    private boolean ownUnitsOnly;

    private String sheetName;

    private String sheetSha256;

    private long sheetSize;

    private @Nullable String textsName;

    private @Nullable String textsSha256;

    private @Nullable Long textsSize;

    @Enumerated(EnumType.STRING)
    private State state = State.CHECKING;

    @Column(length = 4000)
    private @Nullable String refusal;

    private @Nullable String jobId;

    private int lineCount;

    private int validCount;

    private int knownCount;

    private int wrongCount;

    private int fileCount;

    private int leftOverCount;

    private int enteredCount;

    private int takenCount;

    private @Nullable String enteredBy;

    private @Nullable Instant enteredAt;

    @SuppressWarnings("NullAway.Init")
    protected LedgerImport() {}

    LedgerImport(
            String id,
            String campaignNumber,
            String broughtBy,
            boolean ownUnitsOnly,
            Brought sheet,
            @Nullable Brought texts,
            Instant broughtAt) {
        this.id = id;
        this.campaignNumber = campaignNumber;
        this.broughtBy = broughtBy;
        this.ownUnitsOnly = ownUnitsOnly;
        this.sheetName = sheet.name();
        this.sheetSha256 = sheet.sha256();
        this.sheetSize = sheet.size();
        if (texts != null) {
            this.textsName = texts.name();
            this.textsSha256 = texts.sha256();
            this.textsSize = texts.size();
        }
        this.broughtAt = broughtAt;
    }

    void workedOnBy(String job) {
        jobId = job;
    }

    void hasLines(int lines, int files) {
        lineCount = lines;
        fileCount = files;
    }

    void refuse(Problem why) {
        state = State.REFUSED;
        refusal = Said.problems(List.of(why));
    }

    void checked(int valid, int known, int wrong, int leftOver) {
        state = State.CHECKED;
        validCount = valid;
        knownCount = known;
        wrongCount = wrong;
        leftOverCount = leftOver;
    }

    /** What the work on the lines has made of them since the dry run. */
    void recount(int valid, int known, int wrong) {
        validCount = valid;
        knownCount = known;
        wrongCount = wrong;
    }

    void entering(String by) {
        state = State.ENTERING;
        enteredBy = by;
    }

    void portion(int entered, int taken) {
        enteredCount += entered;
        takenCount += taken;
    }

    void stopped() {
        state = State.CHECKED;
    }

    void entered(Instant now) {
        state = State.ENTERED;
        enteredAt = now;
    }

    /** Whether lines can be taken over now. */
    public boolean awaitsEntry() {
        return state == State.CHECKED && validCount + knownCount > enteredCount + takenCount;
    }

    public String id() {
        return id;
    }

    public String campaignNumber() {
        return campaignNumber;
    }

    public String broughtBy() {
        return broughtBy;
    }

    public Instant broughtAt() {
        return broughtAt;
    }

    /** Whether only the measures of the person's own units are taken: a drafter brought it. */
    public boolean isOwnUnitsOnly() {
        return ownUnitsOnly;
    }

    public Brought sheet() {
        return new Brought(sheetName, sheetSha256, sheetSize);
    }

    /** The archive of texts, where there is one. */
    public Optional<Brought> texts() {
        return textsName == null || textsSha256 == null || textsSize == null
                ? Optional.empty()
                : Optional.of(new Brought(textsName, textsSha256, textsSize));
    }

    public State state() {
        return state;
    }

    /** Why it was not taken as a whole. */
    public Optional<Problem> refusal() {
        return Optional.ofNullable(refusal)
                .map(written -> Said.problems(written).get(0));
    }

    /** The work that is being done for it, or was last. */
    public Optional<String> jobId() {
        return Optional.ofNullable(jobId);
    }

    public int lines() {
        return lineCount;
    }

    public int valid() {
        return validCount;
    }

    /** Lines of what stands in the register already. */
    public int known() {
        return knownCount;
    }

    public int wrong() {
        return wrongCount;
    }

    public int files() {
        return fileCount;
    }

    /** Files that no line names, or that are not taken. */
    public int leftOver() {
        return leftOverCount;
    }

    public int entered() {
        return enteredCount;
    }

    /** Lines of what stood in the register and is in the clean-up by now. */
    public int taken() {
        return takenCount;
    }

    public Optional<String> enteredBy() {
        return Optional.ofNullable(enteredBy);
    }

    public Optional<Instant> enteredAt() {
        return Optional.ofNullable(enteredAt);
    }
}
