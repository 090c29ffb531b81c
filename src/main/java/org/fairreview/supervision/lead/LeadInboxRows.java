package org.fairreview.supervision.lead;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LeadInboxRows extends JpaRepository<Lead, String> {

    List<Lead> findByRegionIdInOrderByOpenedAtDescNumberDesc(Collection<String> regions, Limit most);

    /** The lead whose check is the verification of a complaint. */
    @Query("select l from SupervisionLead l where l.checkedIn = :matter")
    Optional<Lead> checkedIn(String matter);

    /** Those that may be about the same measure, the newest first. */
    @Query(
            """
            select l from SupervisionLead l
            where l.regionId = :region
              and (l.numberKey = :number or l.titleKey = :title or l.textFingerprint = :fingerprint)
            order by l.openedAt desc, l.number desc
            """)
    List<Lead> alike(String region, String number, String title, @Nullable String fingerprint);
}
