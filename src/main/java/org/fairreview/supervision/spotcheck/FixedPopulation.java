package org.fairreview.supervision.spotcheck;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The list from which is drawn, as it was fixed.
 *
 * @param digest SHA-256 of its file
 * @param broughtFileId the list that was brought; null where there was none
 */
@Embeddable
public record FixedPopulation(
        @Column(name = "population_size") Integer size,
        @Column(name = "population_digest") String digest,
        @Column(name = "population_file_id") String fileId,
        @Column(name = "population_brought_file_id") @Nullable String broughtFileId,
        @Column(name = "population_from_register") Integer fromRegister,
        @Column(name = "population_from_list") Integer fromList,
        @Column(name = "population_fixed_by") String fixedBy,
        @Column(name = "population_fixed_at") Instant fixedAt) {}
