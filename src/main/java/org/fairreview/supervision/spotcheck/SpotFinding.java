package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.fairreview.review.FindingDraft;
import org.fairreview.review.LegalBasis;
import org.jspecify.annotations.Nullable;

/** A passage of a drawn measure that an inspector holds to violate a standard, and whether that stands. */
@Entity
@Table(name = "spot_finding")
public class SpotFinding {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String itemNumber;

    private String inspector;

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

    private @Nullable Boolean stands;

    @SuppressWarnings("NullAway.Init")
    protected SpotFinding() {}

    SpotFinding(String itemNumber, String inspector, FindingDraft draft) {
        this.itemNumber = itemNumber;
        this.inspector = inspector;
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
    }

    void settle(boolean holds) {
        stands = holds;
    }

    /** Whether both mean the same passage by the same item of the standards. */
    boolean saysTheSameAs(SpotFinding other) {
        if (!item.equals(other.item)) {
            return false;
        }
        boolean anchored = startOffset >= 0 && other.startOffset >= 0 && fileSha256.equals(other.fileSha256);
        return anchored
                ? startOffset < other.endOffset && other.startOffset < endOffset
                : bare(quotation).contains(bare(other.quotation))
                        || bare(other.quotation).contains(bare(quotation));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    public long id() {
        return id == null ? 0 : id;
    }

    public String itemNumber() {
        return itemNumber;
    }

    public String inspector() {
        return inspector;
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

    /** The item of the standards, as a code. */
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

    /** Whether it is a finding of the spot check: both said it, or the section head decided so. */
    public boolean isStanding() {
        return Boolean.TRUE.equals(stands);
    }

    public boolean isSettled() {
        return stands != null;
    }
}
