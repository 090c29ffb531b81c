package org.fairreview.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.fairreview.standard.StandardItem;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;

/** A passage that may violate a standard (审查发现): where it stands, what it says, which item, why, and what to change. */
@Entity
@Table(name = "finding")
public class Finding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String caseNumber;

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

    @Enumerated(EnumType.STRING)
    private Disposition disposition = Disposition.OPEN;

    @Enumerated(EnumType.STRING)
    private @Nullable Justification justification;

    @Column(length = 20000)
    private String dispositionNote = "";

    protected Finding() {}

    Finding(String caseNumber, FindingDraft draft) {
        this.caseNumber = caseNumber;
        write(draft);
    }

    /** Takes over what the reviewer wrote; a finding whose substance changed is open again. */
    void write(FindingDraft draft) {
        boolean same = draft.item().equals(item)
                && draft.quotation().equals(quotation)
                && draft.address().equals(address);
        fileSha256 = draft.fileSha256();
        address = draft.address();
        startOffset = draft.startOffset();
        endOffset = draft.endOffset();
        quotation = draft.quotation();
        item = draft.item();
        subItem = draft.subItem();
        reason = draft.reason();
        requiredChange = draft.requiredChange();
        legalBasis = draft.legalBasis();
        legalBasisSource = draft.legalBasisSource();
        specificOperator = draft.specificOperator();
        if (!same) {
            disposition = Disposition.OPEN;
            justification = null;
            dispositionNote = "";
        }
    }

    /**
     * Decides what becomes of the finding.
     *
     * @param place the finding's number in the list, for the message
     */
    Optional<Refusal> dispose(
            int place, Disposition decision, @Nullable Justification kind, String note, StandardItem standard) {
        switch (decision) {
            case OPEN -> {
                return Optional.of(Refusal.at("findings", "finding.stillOpen", place));
            }
            case RESOLVED -> {
                if (note.isBlank()) {
                    return Optional.of(Refusal.at("findings", "finding.resolvedWithoutNote", place));
                }
            }
            case JUSTIFIED -> {
                if (kind == null) {
                    return Optional.of(Refusal.at("findings", "finding.justifiedWithoutKind", place));
                }
                if (!kind.fits(standard)) {
                    return Optional.of(Refusal.at("findings", "finding.justificationDoesNotFit", place));
                }
                if (contradicts(kind)) {
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
        }
        disposition = decision;
        justification = decision == Disposition.JUSTIFIED ? kind : null;
        dispositionNote = note;
        return Optional.empty();
    }

    /** Whether the finding itself answered the question behind the justification the other way. */
    private boolean contradicts(Justification kind) {
        return switch (kind) {
            case LAW -> legalBasis != LegalBasis.LAW;
            case STATE_COUNCIL -> legalBasis != LegalBasis.STATE_COUNCIL;
            case NOT_A_SPECIFIC_OPERATOR -> !Boolean.FALSE.equals(specificOperator);
            case NECESSARY -> false;
        };
    }

    public @Nullable Long id() {
        return id;
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
