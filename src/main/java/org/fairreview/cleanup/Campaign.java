package org.fairreview.cleanup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clean-up of measures in force (清理工作): which measures, whose, until when, by which standards.
 *
 * <p>A routine one takes what falls due by itself in a year: regular evaluations, expiries, ends of exceptions.
 */
@Entity
@Table(name = "campaign")
public class Campaign {

    /** How far it is. */
    public enum State {
        /** 准备中: units and measures are put together. */
        PREPARING,
        /** 进行中. */
        RUNNING,
        /** 已公布: everything is decided and the catalogue is published; revisions may still be on their way. */
        PUBLISHED,
        /** 已结束: all of it is carried out. */
        DONE
    }

    @Id
    private String number;

    @Version
    private int revision;

    private String regionId;

    private String regulatorUnitId;

    @Enumerated(EnumType.STRING)
    private CampaignKind kind;

    private boolean routine;

    private String title;

    @Column(length = 4000)
    private String scope;

    private LocalDate cutOff;

    private LocalDate deadline;

    @Enumerated(EnumType.STRING)
    private ResponsibilityRule responsibility;

    private String regime;

    private int samplingShare;

    private @Nullable String seed;

    private String noticeNumber;

    private @Nullable String noticeFileId;

    @Enumerated(EnumType.STRING)
    private State state = State.PREPARING;

    private int places;

    private @Nullable String madeBy;

    private Instant madeAt;

    private @Nullable Instant startedAt;

    private @Nullable LocalDate publishedOn;

    private @Nullable String catalogueNumber;

    private @Nullable String catalogueLink;

    private @Nullable String catalogueFileId;

    private @Nullable String publishedBy;

    private @Nullable Instant publishedAt;

    private @Nullable Instant closedAt;

    @SuppressWarnings("NullAway.Init")
    protected Campaign() {}

    Campaign(
            String number,
            String regionId,
            String regulatorUnitId,
            CampaignDraft draft,
            boolean routine,
            @Nullable String madeBy,
            Instant madeAt) {
        this.number = number;
        this.regionId = regionId;
        this.regulatorUnitId = regulatorUnitId;
        this.routine = routine;
        this.madeBy = madeBy;
        this.madeAt = madeAt;
        this.kind = draft.kind();
        arrange(draft);
    }

    /** Takes over what the office arranges; the kind stays what it is. */
    final void arrange(CampaignDraft draft) {
        title = draft.title();
        scope = draft.scope();
        cutOff = draft.cutOff();
        deadline = draft.deadline();
        responsibility = draft.responsibility();
        regime = draft.regime();
        samplingShare = draft.samplingShare();
        noticeNumber = draft.noticeNumber();
        if (draft.noticeFileId() != null) {
            noticeFileId = draft.noticeFileId();
        }
    }

    /**
     * Begins.
     *
     * @param lot what the draws of its samples begin with; in nobody's hands before
     */
    void start(String lot, Instant now) {
        state = State.RUNNING;
        seed = lot;
        startedAt = now;
    }

    void extend(LocalDate later) {
        deadline = later;
    }

    void publish(LocalDate on, String catalogue, String link, @Nullable String fileId, String by, Instant now) {
        state = State.PUBLISHED;
        publishedOn = on;
        catalogueNumber = catalogue;
        catalogueLink = link;
        catalogueFileId = fileId;
        publishedBy = by;
        publishedAt = now;
    }

    void finish(Instant now) {
        state = State.DONE;
        closedAt = now;
    }

    /** The place of the next case in it, from 1. */
    int nextPlace() {
        return ++places;
    }

    public boolean isPreparing() {
        return state == State.PREPARING;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Whether more measures may be taken into it. */
    public boolean takesMeasures() {
        return state == State.PREPARING || state == State.RUNNING;
    }

    public String number() {
        return number;
    }

    public String regionId() {
        return regionId;
    }

    public String regulatorUnitId() {
        return regulatorUnitId;
    }

    public CampaignKind kind() {
        return kind;
    }

    /** Whether it takes what falls due by itself, instead of having been arranged. */
    public boolean isRoutine() {
        return routine;
    }

    public String title() {
        return title;
    }

    public String scope() {
        return scope;
    }

    public LocalDate cutOff() {
        return cutOff;
    }

    public LocalDate deadline() {
        return deadline;
    }

    public ResponsibilityRule responsibility() {
        return responsibility;
    }

    public String regime() {
        return regime;
    }

    /** Percent of the cases that the regulator checks in full again. */
    public int samplingShare() {
        return samplingShare;
    }

    /** What its draws begin with; there from its start. */
    public Optional<String> seed() {
        return Optional.ofNullable(seed);
    }

    public String noticeNumber() {
        return noticeNumber;
    }

    public Optional<String> noticeFileId() {
        return Optional.ofNullable(noticeFileId);
    }

    public State state() {
        return state;
    }

    public Optional<String> madeBy() {
        return Optional.ofNullable(madeBy);
    }

    public Instant madeAt() {
        return madeAt;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedOn);
    }

    public Optional<String> catalogueNumber() {
        return Optional.ofNullable(catalogueNumber);
    }

    public Optional<String> catalogueLink() {
        return Optional.ofNullable(catalogueLink);
    }

    public Optional<String> catalogueFileId() {
        return Optional.ofNullable(catalogueFileId);
    }

    public Optional<String> publishedBy() {
        return Optional.ofNullable(publishedBy);
    }

    public Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }
}
