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
import java.util.Set;
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

    @Column(name = "review_round")
    private int round;

    private @Nullable Long carriedFrom;

    @Enumerated(EnumType.STRING)
    private @Nullable Carried carried;

    private String regime;

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

    protected Finding() {}

    Finding(String caseNumber, int round, String regime, FindingDraft draft) {
        this.caseNumber = caseNumber;
        this.round = round;
        this.regime = regime;
        write(draft, regime);
    }

    /**
     * The finding in the next round, on a version in which its passage stands unchanged.
     *
     * <p>It is open again, except what was justified: the reason holds as long as the words do.
     */
    Finding carriedUnchanged(String sha256, String newAddress, int start, int end) {
        Finding next = copy(Carried.UNCHANGED);
        next.fileSha256 = sha256;
        next.address = newAddress;
        next.startOffset = start;
        next.endOffset = end;
        if (disposition == Disposition.JUSTIFIED) {
            next.disposition = disposition;
            next.justification = justification;
            next.dispositionNote = dispositionNote;
        }
        return next;
    }

    /** The finding in the next round, on a version in which the words that it quotes are gone: to be confirmed. */
    Finding carriedChanged() {
        Finding next = copy(Carried.CHANGED);
        if (disposition == Disposition.AMENDED) {
            next.disposition = disposition;
            next.dispositionNote = dispositionNote;
        }
        return next;
    }

    /** Its words stand in another version of the same round. */
    void follow(String sha256, String newAddress, int start, int end) {
        fileSha256 = sha256;
        address = newAddress;
        startOffset = start;
        endOffset = end;
        carried = Carried.UNCHANGED;
        if (disposition == Disposition.AMENDED) {
            reopen();
        }
    }

    /** Its words are gone from the version that replaced its own. */
    void lose() {
        carried = Carried.CHANGED;
        if (disposition != Disposition.AMENDED) {
            reopen();
        }
    }

    private void reopen() {
        disposition = Disposition.OPEN;
        justification = null;
        dispositionNote = "";
    }

    private Finding copy(Carried how) {
        Finding next = new Finding();
        next.caseNumber = caseNumber;
        next.round = round + 1;
        next.carriedFrom = id;
        next.carried = how;
        next.regime = regime;
        next.fileSha256 = fileSha256;
        next.address = address;
        next.startOffset = startOffset;
        next.endOffset = endOffset;
        next.quotation = quotation;
        next.item = item;
        next.subItem = subItem;
        next.reason = reason;
        next.requiredChange = requiredChange;
        next.legalBasis = legalBasis;
        next.legalBasisSource = legalBasisSource;
        next.specificOperator = specificOperator;
        next.hitKey = hitKey;
        return next;
    }

    /**
     * Takes over what the reviewer wrote; a finding whose substance changed is open again, and so is one that was made
     * under the standards of another regime.
     *
     * @param inForce the regime whose item the draft names
     */
    void write(FindingDraft draft, String inForce) {
        boolean same = inForce.equals(regime)
                && draft.item().equals(item)
                && draft.quotation().equals(quotation)
                && draft.address().equals(address);
        boolean sameWords =
                draft.quotation().equals(quotation) && draft.fileSha256().equals(fileSha256);
        regime = inForce;
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
        hitKey = draft.hit() == null ? hitKey : draft.hit();
        if (!sameWords) {
            carried = null;
        }
        if (!same) {
            reopen();
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
                if (kind.contradicts(legalBasis, specificOperator)) {
                    return Optional.of(Refusal.at("findings", "finding.justificationContradicts", place));
                }
                if (note.isBlank()) {
                    return Optional.of(Refusal.at("findings", "finding.justifiedWithoutNote", place));
                }
            }
            case AMENDED -> {
                if (carried != Carried.CHANGED) {
                    return Optional.of(Refusal.at("findings", "finding.amendedWithoutChange", place));
                }
            }
            case EXCEPTED -> {
                if (isGone()) {
                    return Optional.of(Refusal.at("findings", "finding.passageIsGone", place));
                }
            }
            case CHANGE_REQUIRED -> {
                if (isGone()) {
                    return Optional.of(Refusal.at("findings", "finding.passageIsGone", place));
                }
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

    /** Whether the words that it quotes are of an earlier version, and gone from the present one. */
    public boolean isGone() {
        return carried == Carried.CHANGED;
    }

    /** Whether it came from an earlier round, and so cannot be dropped without a word. */
    boolean isCarried() {
        return carriedFrom != null;
    }

    /**
     * Whether a draft quotes the same words under the same item: all that a carried finding may not lose.
     *
     * @param items the items that its item is under the regime in force
     */
    boolean saysTheSameAs(FindingDraft draft, Set<String> items) {
        return draft.quotation().equals(quotation)
                && draft.fileSha256().equals(fileSha256)
                && items.contains(draft.item());
    }

    /** The regime to whose standards its item belongs. */
    public String regime() {
        return regime;
    }

    /** The round of the review to which it belongs. */
    public int round() {
        return round;
    }

    /** What became of its passage since the round before; absent for a new finding, or one written anew. */
    public Optional<Carried> carried() {
        return Optional.ofNullable(carried);
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

    /** The key of the screening's hit of which it was made; empty where a person found it. */
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
