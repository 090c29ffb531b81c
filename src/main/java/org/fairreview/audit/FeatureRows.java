package org.fairreview.audit;

import jakarta.persistence.EntityManager;
import org.springframework.stereotype.Repository;

/** The rows of the features in the current transaction. */
@Repository
class FeatureRows {

    private final EntityManager entities;

    FeatureRows(EntityManager entities) {
        this.entities = entities;
    }

    /** Writes what is still in memory, with the exceptions of a commit; afterwards the act waits for no row any more. */
    void write() {
        entities.flush();
    }
}
