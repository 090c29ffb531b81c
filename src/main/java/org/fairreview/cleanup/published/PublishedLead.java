package org.fairreview.cleanup.published;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.fairreview.cleanup.LedgerKeys;
import org.jspecify.annotations.Nullable;

/**
 * A published text that stands in no register and no review (线索). What becomes of it is decided in the inbox of leads;
 * what was decided before there was one stands here.
 */
@Entity
@Table(name = "published_lead")
public class PublishedLead {

    /** Where it was found. */
    public enum Source {
        /** 网站导出的清单. */
        EXPORT,
        /** 监测文件夹. */
        FOLDER
    }

    /** What became of it before there was an inbox of leads; those since are open here. */
    public enum State {
        /** 待处理. */
        OPEN,
        /** 转入核查. */
        TAKEN,
        /** 不作处理. */
        DISMISSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int revision;

    private String regionId;

    private String title;

    private String titleKey;

    private String documentNumber;

    private String numberKey;

    private @Nullable LocalDate publishedOn;

    private String publisher;

    private String link;

    @Enumerated(EnumType.STRING)
    private Source source;

    private String sourceName;

    private @Nullable String textFingerprint;

    private @Nullable String foundBy;

    private Instant foundAt;

    @Enumerated(EnumType.STRING)
    private State state = State.OPEN;

    @Column(length = 2000)
    private String reason = "";

    private @Nullable String decidedBy;

    private @Nullable Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected PublishedLead() {}

    PublishedLead(
            String regionId,
            PublishedText text,
            Source source,
            String sourceName,
            @Nullable String foundBy,
            Instant foundAt) {
        this.regionId = regionId;
        this.title = text.title();
        this.titleKey = LedgerKeys.title(text.title());
        this.documentNumber = text.documentNumber();
        this.numberKey = LedgerKeys.number(text.documentNumber());
        this.publishedOn = text.publishedOn();
        this.publisher = text.publisher();
        this.link = text.link();
        this.source = source;
        this.sourceName = sourceName;
        this.textFingerprint = text.textFingerprint();
        this.foundBy = foundBy;
        this.foundAt = foundAt;
    }

    public @Nullable Long id() {
        return id;
    }

    public String regionId() {
        return regionId;
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public Optional<LocalDate> publishedOn() {
        return Optional.ofNullable(publishedOn);
    }

    public String publisher() {
        return publisher;
    }

    public String link() {
        return link;
    }

    public Source source() {
        return source;
    }

    /** The file in which it was found. */
    public String sourceName() {
        return sourceName;
    }

    public Optional<String> foundBy() {
        return Optional.ofNullable(foundBy);
    }

    public Instant foundAt() {
        return foundAt;
    }

    public State state() {
        return state;
    }

    /** The fingerprint of its words, where its text is known. */
    public Optional<String> textFingerprint() {
        return Optional.ofNullable(textFingerprint);
    }

    public String reason() {
        return reason;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }
}
