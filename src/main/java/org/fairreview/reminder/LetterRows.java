package org.fairreview.reminder;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface LetterRows extends JpaRepository<Letter, String> {

    /**
     * The letters of the regions, and those delivered to the units, newest first. Of the restricted ones those of the
     * regulators that the person heads, of the regions that the person audits, and those on which the person worked.
     */
    @Query("select new org.fairreview.reminder.LetterLine(l.number, l.documentNumber, l.kind, l.state, l.text.title,"
            + " l.addresseeUnitId, l.addresseeName, l.origin.regionId, l.origin.begunAt, l.replyUntil, l.overdueAt) from Letter l"
            + " where (l.addresseeUnitId in :units and l.delivery.on is not null)"
            + " or (l.origin.regionId in :regions and (l.origin.restricted = false"
            + " or l.origin.regulatorUnitId in :headed or l.origin.regionId in :audited"
            + " or l.origin.begunBy = :user or l.draftedBy = :user or l.legalBy = :user))"
            + " order by l.origin.begunAt desc, l.number desc")
    List<LetterLine> findVisible(
            Collection<String> regions,
            Collection<String> units,
            Collection<String> headed,
            Collection<String> audited,
            String user);

    /** The restricted letters of the regions that are in one of the states. */
    @Query("select l from Letter l where l.origin.restricted = true and l.origin.regionId in :regions"
            + " and l.state in :states")
    List<Letter> findRestricted(Collection<String> regions, Collection<LetterState> states);

    /** The letters about the subject. */
    @Query("select l from Letter l where l.origin.subject = :subject order by l.number")
    List<Letter> findAbout(String subject);

    @Query("select l from Letter l where l.origin.follows = :number order by l.number")
    List<Letter> findFollowing(String number);

    List<Letter> findByState(LetterState state);
}
