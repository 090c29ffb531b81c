package org.fairreview.reminder;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LetterRows extends JpaRepository<Letter, String> {

    /** The letters of the regulators' regions, and those delivered to the units; newest first. */
    @Query("select l from Letter l where l.origin.regionId in :regions"
            + " or (l.addresseeUnitId in :units and l.delivery.on is not null)"
            + " order by l.origin.begunAt desc, l.number desc")
    List<Letter> findVisible(Collection<String> regions, Collection<String> units);

    @Query("select l from Letter l where l.origin.follows = :number order by l.number")
    List<Letter> findFollowing(String number);

    @Query("select l from Letter l where l.origin.subject = :subject order by l.number")
    List<Letter> findBySubject(String subject);
}
