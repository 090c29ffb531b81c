package org.fairreview.legaladvice;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is known of an adviser beside the account. */
@Entity
@Table(name = "adviser_profile")
class AdviserProfile {

    @Id
    private String userId;

    @Enumerated(EnumType.STRING)
    private AdviserKind kind;

    @SuppressWarnings("NullAway.Init")
    protected AdviserProfile() {}

    AdviserProfile(String userId, AdviserKind kind) {
        this.userId = userId;
        this.kind = kind;
    }

    void become(AdviserKind other) {
        kind = other;
    }

    String userId() {
        return userId;
    }

    AdviserKind kind() {
        return kind;
    }
}
