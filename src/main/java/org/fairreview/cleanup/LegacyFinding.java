package org.fairreview.cleanup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.fairreview.review.Disposition;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.Justification;
import org.fairreview.review.LegalBasis;
import org.fairreview.standard.StandardItem;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a measure in force that may violate a standard: where it stands, which item, why, and what becomes of it.
 *
 * <p>In a clean-up a finding is justified, covered by an exception, or demands a change; there is no draft to amend.
 */
@Entity
@Table(name = "legacy_finding")
public class LegacyFinding {

    /** Who found it. */
    public enum Finder {
        /** 责任单位. */
        UNIT,
        /** 市场监管部门, in the full check of a drawn case. */
        REGULATOR
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseNumber;

    @Enumerated(EnumType.STRING)
    private Finder finder;

    private String fileSha256;

    private String address;

    private int startOffset;

    private int endOffset;

    @Column(length = 20000)
    private String quotation;

    private String item;

    private @Nullable String subItem;

    @Column(length = 20000)
    private String reason;

    @Column(length = 20000)
    private String requiredChange;

    @Enumerated(EnumType.STRING)
    private @Nullable LegalBasis legalBasis;

    private @Nullable String legalBasisSource;

    private @Nullable Boolean specificOperator;

    private @Nullable String hitKey;

    @Enumerated(EnumType.STRING)
    private Disposition disposition = Disposition.OPEN;

    @Enumerated(EnumType.STRING)
    private @Nullable Justification justification;

    @Column(length = 20000)
    private String dispositionNote = "";

    @SuppressWarnings("NullAway.Init")
    protected LegacyFinding() {}

    LegacyFinding(String caseNumber, Finder finder, FindingDraft draft) {
        this.caseNumber = caseNumber;
        this.finder = finder;
        this.fileSha256 = draft.fileSha256();
        this.address = draft.address();
        this.startOffset = draft.startOffset();
        this.endOffset = draft.endOffset();
        this.quotation = draft.quotation();
        this.item = draft.item();
        this.subItem = draft.subItem();
        this.reason = draft.reason();
        this.requiredChange = draft.requiredChange();
        this.legalBasis = draft.legalBasis();
        this.legalBasisSource = draft.legalBasisSource();
        this.specificOperator = draft.specificOperator();
        this.hitKey = draft.hit();
    }

    /**
     * Says what becomes of it.
     *
     * @param place its number in the list, for the message
     */
    Optional<Refusal> dispose(
            int place, Disposition decision, @Nullable Justification kind, String note, StandardItem standard) {
        switch (decision) {
            case JUSTIFIED -> {
                if (kind == null) {
                    return Optional.of(Refusal.at("findings", "finding.justifiedWithoutKind", place));
                }
                if (!kind.fits(standard)) {
                    return Optional.of(Refusal.at("findings", "finding.justificationDoesNotFit", place));
                }
                if (kind.contradicts(legalBasis, specificOperator)) {
                    return Optional.of(Refusal.at("findings", "finding.justificationContradicts", place));
                }
                if (note.isBlank()) {
                    return Optional.of(Refusal.at("findings", "finding.justifiedWithoutNote", place));
                }
            }
            case CHANGE_REQUIRED -> {
                if (requiredChange.isBlank()) {
                    return Optional.of(Refusal.at("findings", "finding.changeNotSaid", place));
                }
            }
            case EXCEPTED -> {
                // the claim of the case says why
            }
            default -> {
                return Optional.of(Refusal.at("findings", "legacy.findingUndecided", place));
            }
        }
        disposition = decision;
        justification = decision == Disposition.JUSTIFIED ? kind : null;
        dispositionNote = note;
        return Optional.empty();
    }

    /** Whether the measure cannot stay as it is because of it. */
    public boolean isOpen() {
        return disposition == Disposition.OPEN || disposition == Disposition.CHANGE_REQUIRED;
    }

    public @Nullable Long id() {
        return id;
    }

    public Finder finder() {
        return finder;
    }

    public String fileSha256() {
        return fileSha256;
    }

    public String address() {
        return address;
    }

    public int startOffset() {
        return startOffset;
    }

    public int endOffset() {
        return endOffset;
    }

    public String quotation() {
        return quotation;
    }

    public String item() {
        return item;
    }

    public @Nullable String subItem() {
        return subItem;
    }

    public String reason() {
        return reason;
    }

    public String requiredChange() {
        return requiredChange;
    }

    public @Nullable LegalBasis legalBasis() {
        return legalBasis;
    }

    public @Nullable String legalBasisSource() {
        return legalBasisSource;
    }

    public @Nullable Boolean specificOperator() {
        return specificOperator;
    }

    public Optional<String> hitKey() {
        return Optional.ofNullable(hitKey);
    }

    public Disposition disposition() {
        return disposition;
    }

    public @Nullable Justification justification() {
        return justification;
    }

    public String dispositionNote() {
        return dispositionNote;
    }
}
