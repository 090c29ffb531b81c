package org.fairreview.screening;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A hit that a changed file of rules would bring, or take away, in a stored version. */
@Entity
@Table(name = "trial_change")
public class TrialChange {

    private static final int LONGEST_EXCERPT = 400;
    private static final int LONGEST_NAME = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String trialId;

    private String measureId;

    private int versionNumber;

    private String fileName;

    private String ruleName;

    private boolean appeared;

    private String address;

    private String excerpt;

    @SuppressWarnings("NullAway.Init")
    protected TrialChange() {}

    TrialChange(String trialId, StoredTexts.Text text, Hit hit, String passage, boolean appeared) {
        this.trialId = trialId;
        this.measureId = text.measureId();
        this.versionNumber = text.versionNumber();
        this.fileName = text.fileName();
        this.ruleName = cut(hit.rule(), LONGEST_NAME);
        this.appeared = appeared;
        this.address = cut(hit.address(), LONGEST_NAME);
        this.excerpt = cut(passage, LONGEST_EXCERPT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    public String measureId() {
        return measureId;
    }

    public int versionNumber() {
        return versionNumber;
    }

    public String fileName() {
        return fileName;
    }

    public String rule() {
        return ruleName;
    }

    /** Whether the hit would be new; otherwise it would be gone. */
    public boolean appeared() {
        return appeared;
    }

    public String address() {
        return address;
    }

    /** The passage, or its beginning. */
    public String excerpt() {
        return excerpt;
    }
}
