package org.fairreview.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records who reads, prints and takes away what of a case (查阅、打印与下载): before it is given, in a transaction of its own.
 *
 * <p>What cannot be recorded is not given: every method throws where the record cannot be written. That a page was printed
 * is known by nobody; recorded is that its print page was opened.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class CaseReads {

    private final ReviewCases cases;
    private final Circulations circulations;
    private final ApplicationEventPublisher events;

    CaseReads(ReviewCases cases, Circulations circulations, ApplicationEventPublisher events) {
        this.cases = cases;
        this.circulations = circulations;
        this.events = events;
    }

    /** Somebody downloads a file of the case. */
    public void downloaded(String caseNumber, String fileName, String sha256) {
        record(caseNumber, "read.downloaded", Map.of("file", fileName, "sha256", sha256));
    }

    /**
     * Somebody opens a page of the case that is made for print.
     *
     * @param paper which one, as a key of the papers' texts
     */
    public void printed(String caseNumber, String paper) {
        record(caseNumber, "read.printed", Map.of("paper", paper));
    }

    /** Somebody opens a print page that is about no single case; the restricted cases on it are told of it. */
    public void printed(Actor actor, String paper, Collection<String> caseNumbers) {
        record(actor.userId(), "read.printed", Map.of("paper", paper));
        restrictedAmong(caseNumbers).forEach(number -> printed(number, paper));
    }

    /** Somebody opens a page of the case: recorded of restricted cases, and of auditors always. */
    public void opened(ReviewCase review, Actor actor, String page) {
        if (actor.holds(Role.AUDITOR) || circulations.of(review).isRestricted()) {
            record(review.number(), "read.opened", Map.of("page", page));
        }
    }

    /** Somebody takes lines of the ledger out of the system; the restricted cases among them are told of it. */
    public void exported(Collection<String> caseNumbers) {
        restrictedAmong(caseNumbers).forEach(number -> record(number, "read.exported", Map.of()));
    }

    /** An auditor looks over many cases, accounts or people at once; on record with the conditions asked for. */
    public void looked(Actor auditor, String page, Map<String, String> conditions) {
        record(auditor.userId(), "read.opened", Map.of("page", page, "conditions", conditions));
    }

    /** An auditor takes such a list out of the system. */
    public void took(Actor auditor, String page, Map<String, String> conditions, int lines) {
        record(auditor.userId(), "read.exported", Map.of("page", page, "conditions", conditions, "lines", lines));
    }

    private Set<String> restrictedAmong(Collection<String> caseNumbers) {
        List<String> named = caseNumbers.stream().distinct().toList();
        return named.isEmpty() ? Set.of() : cases.restrictedAmong(named);
    }

    private void record(String subject, String act, Map<String, ?> details) {
        events.publishEvent(new CaseRecorded(subject, act, details));
    }
}
