package org.fairreview.reminder;

import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A problem that a letter names, and whether it was put right. */
@Embeddable
public class LetterFinding {

    private @Nullable String findingId;

    private String measureTitle;

    private String address;

    private String quotation;

    private String standard;

    private String reason;

    private String asked;

    private @Nullable Boolean rectified;

    private @Nullable String rectificationNote;

    protected LetterFinding() {}

    /** @param findingId the finding of the letter's subject that it quotes; null where somebody wrote it by hand */
    public LetterFinding(
            @Nullable String findingId,
            String measureTitle,
            String address,
            String quotation,
            String standard,
            String reason,
            String asked) {
        this.findingId = findingId;
        this.measureTitle = measureTitle;
        this.address = address;
        this.quotation = quotation;
        this.standard = standard;
        this.reason = reason;
        this.asked = asked;
    }

    void judge(boolean isRectified, String note) {
        rectified = isRectified;
        rectificationNote = note;
    }

    /** The finding of the letter's subject that it quotes; empty where somebody wrote it by hand. */
    public Optional<String> findingId() {
        return Optional.ofNullable(findingId);
    }

    /** The same problem, not yet judged, as one of the findings of the letter's subject. */
    LetterFinding quoting(@Nullable String id) {
        return new LetterFinding(id, measureTitle, address, quotation, standard, reason, asked);
    }

    public String measureTitle() {
        return measureTitle;
    }

    public String address() {
        return address;
    }

    public String quotation() {
        return quotation;
    }

    public String standard() {
        return standard;
    }

    public String reason() {
        return reason;
    }

    /** What is to be done about it; may be empty. */
    public String asked() {
        return asked;
    }

    /** Whether it was put right; empty until that is judged. */
    public Optional<Boolean> rectified() {
        return Optional.ofNullable(rectified);
    }

    public String rectificationNote() {
        return rectificationNote == null ? "" : rectificationNote;
    }
}
