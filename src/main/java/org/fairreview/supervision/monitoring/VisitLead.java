package org.fairreview.supervision.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A measure of which the visited point told something, and the lead that came of it. */
@Embeddable
public class VisitLead {

    @Column(length = 500)
    private String title;

    private String documentNumber;

    private String issuer;

    @Column(length = 4000)
    private String said;

    private @Nullable String leadNumber;

    @SuppressWarnings("NullAway.Init")
    protected VisitLead() {}

    public VisitLead(String title, String documentNumber, String issuer, String said) {
        this.title = title;
        this.documentNumber = documentNumber;
        this.issuer = issuer;
        this.said = said;
    }

    void became(String number) {
        leadNumber = number;
    }

    public String title() {
        return title;
    }

    public String documentNumber() {
        return documentNumber;
    }

    public String issuer() {
        return issuer;
    }

    public String said() {
        return said;
    }

    public Optional<String> leadNumber() {
        return Optional.ofNullable(leadNumber);
    }
}
