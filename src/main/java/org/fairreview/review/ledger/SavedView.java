package org.fairreview.review.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conditions of the ledger that a person keeps under a name (常用查询). */
@Entity
@Table(name = "saved_view")
public class SavedView {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String userId;

    private String page;

    private String name;

    @Column(length = 4000)
    private String conditions;

    private Instant savedAt;

    protected SavedView() {}

    SavedView(String userId, String page, String name, String conditions, Instant savedAt) {
        this.userId = userId;
        this.page = page;
        this.name = name;
        this.conditions = conditions;
        this.savedAt = savedAt;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** The address behind the page's question mark. */
    public String conditions() {
        return conditions;
    }
}
