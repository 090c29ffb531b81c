package org.fairreview.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.review.ReviewCase;
import org.fairreview.screening.RunState;
import org.fairreview.screening.Screenings;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The cases of clean-ups, from the unit's check to the confirmation that what was decided is done. */
@Service
@Transactional
public class LegacyCases {

    /** The kind of file that a decision of an issuing body is. */
    static final String DECISION_FILE = "DECISION";

    private static final int LONGEST_TEXT = 20_000;

    private final LegacyCaseRows rows;
    private final LegacyFindings findings;
    private final LegacySteps steps;
    private final LegacyChecks checks;
    private final Campaigns campaigns;
    private final CampaignRows campaignRows;
    private final MeasuresInForce register;
    private final RevisionCases revisions;
    private final CleanupPeople people;
    private final CaseProcesses processes;
    private final Screenings screenings;
    private final Directory directory;
    private final Units units;
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LegacyCases(
            LegacyCaseRows rows,
            LegacyFindings findings,
            LegacySteps steps,
            LegacyChecks checks,
            Campaigns campaigns,
            CampaignRows campaignRows,
            MeasuresInForce register,
            RevisionCases revisions,
            CleanupPeople people,
            CaseProcesses processes,
            Screenings screenings,
            Directory directory,
            Units units,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.findings = findings;
        this.steps = steps;
        this.checks = checks;
        this.campaigns = campaigns;
        this.campaignRows = campaignRows;
        this.register = register;
        this.revisions = revisions;
        this.people = people;
        this.processes = processes;
        this.screenings = screenings;
        this.directory = directory;
        this.units = units;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** Who decides for the issuing body: its head where it has one here, else the clerk, from the body's paper. */
    public record Decider(Role role, String unitId) {}

    // ---- looked at

    @Transactional(readOnly = true)
    public Optional<LegacyCase> find(String number, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        return rows.findById(number).filter(sight::sees);
    }

    /** The case, for work on one of its tasks, which the engine has allowed. */
    @Transactional(readOnly = true)
    public LegacyCase get(String number) {
        return rows.findById(number).orElseThrow();
    }

    @Transactional(readOnly = true)
    public List<LegacyCase> ofMeasure(String measureId, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        return rows.findByMeasureIdOrderByNumber(measureId).stream()
                .filter(sight::sees)
                .toList();
    }

    /** What was found: by the unit, and in a full check by the regulator. */
    @Transactional(readOnly = true)
    public List<LegacyFinding> findings(String number) {
        return findings.findByCaseNumberOrderById(number);
    }

    /** Whether the measure's text was screened to the end. */
    @Transactional(readOnly = true)
    public boolean isScreened(LegacyCase legacy) {
        return legacy.versionId()
                .flatMap(screenings::of)
                .filter(screening -> screening.state() == RunState.DONE && screening.hasResults())
                .isPresent();
    }

    /** Why the case may not be taken over together with others. */
    @Transactional(readOnly = true)
    public Optional<Refusal> objectionToBulk(LegacyCase legacy) {
        return legacy.objectionToBulk(isScreened(legacy), findings(legacy.number()));
    }

    // ---- taken in

    /** Takes measures into a clean-up, each once; they wait until it begins, or until they are opened. */
    public List<LegacyCase> enter(String campaignNumber, List<MeasureInForce> measures, Occasion occasion) {
        Campaign campaign = campaignRows.hold(campaignNumber).orElseThrow();
        if (!campaign.takesMeasures()) {
            throw new IllegalStateException("Clean-up %s is over".formatted(campaignNumber));
        }
        List<String> present = measures.isEmpty()
                ? List.of()
                : rows.measuresIn(
                        campaignNumber,
                        measures.stream().map(MeasureInForce::measureId).toList());
        List<LegacyCase> entered = new ArrayList<>();
        for (MeasureInForce measure : measures) {
            if (!present.contains(measure.measureId())) {
                entered.add(enter(campaign, measure, occasion, campaign.regime(), campaign.deadline()));
            }
        }
        return entered;
    }

    /** Takes a measure that fell due into the routine clean-up, by the standards of the day. */
    LegacyCase enterRoutine(
            String campaignNumber, MeasureInForce measure, Occasion occasion, String regime, LocalDate until) {
        return enter(campaignRows.hold(campaignNumber).orElseThrow(), measure, occasion, regime, until);
    }

    private LegacyCase enter(
            Campaign campaign, MeasureInForce measure, Occasion occasion, String regime, LocalDate until) {
        LegacyCase legacy = rows.save(
                new LegacyCase(campaign, campaign.nextPlace(), measure, occasion, regime, until, clock.instant()));
        steps.save(new LegacyStep(legacy));
        return legacy;
    }

    /** The cases of the measures in a clean-up. */
    @Transactional(readOnly = true)
    public List<LegacyCase> of(String campaignNumber, List<MeasureInForce> measures) {
        return measures.isEmpty()
                ? List.of()
                : rows.findByCampaignNumberAndMeasureIdIn(
                        campaignNumber,
                        measures.stream().map(MeasureInForce::measureId).toList());
    }

    /** The regulator wants a case checked in full that was not drawn. */
    public Optional<Refusal> addToSample(String number, String reason, Actor actor) {
        if (reason.isBlank()) {
            return Optional.of(Refusal.at("reason", "legacy.sampleReasonMissing"));
        }
        Optional<Refusal> refusal = get(number).addToSample();
        if (refusal.isEmpty()) {
            events.publishEvent(new CleanupRecorded(number, "legacy.addedToSample", Map.of("reason", reason)));
        }
        return refusal;
    }

    // ---- the responsible unit

    public Optional<Refusal> propose(String number, LegacyCheck check, String userId) {
        LegacyCase legacy = get(number);
        if (check.reason().length() > LONGEST_TEXT) {
            return Optional.of(Refusal.at("proposalReason", "legacy.tooLong", LONGEST_TEXT));
        }
        List<LegacyFinding> found = new ArrayList<>();
        Optional<Refusal> refusal =
                checks.write(legacy, Finder.UNIT, check.findings(), check.dismissals(), userId, found);
        return refusal.isPresent()
                ? refusal
                : turned(
                        legacy,
                        legacy.propose(
                                check.proposal(),
                                check.reason(),
                                check.exception(),
                                found,
                                userId,
                                LocalDate.now(clock),
                                clock.instant()));
    }

    public Optional<Refusal> sign(String number, boolean agreed, String remark, String userId) {
        LegacyCase legacy = get(number);
        return turned(legacy, legacy.sign(agreed, remark, userId, clock.instant()));
    }

    // ---- the regulator

    public Optional<Refusal> review(String number, boolean agreed, String remark, boolean inBulk, String userId) {
        LegacyCase legacy = get(number);
        if (remark.length() > LONGEST_TEXT) {
            return Optional.of(Refusal.at("remark", "legacy.tooLong", LONGEST_TEXT));
        }
        if (inBulk) {
            Optional<Refusal> refusal = objectionToBulk(legacy);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return turned(legacy, legacy.review(agreed, remark, inBulk, findings(number), userId, clock.instant()));
    }

    /** A drawn case is checked in full: what the regulator finds stands beside what the unit found. */
    public Optional<Refusal> recheck(
            String number, boolean agreed, String remark, LegacyCheck.Written written, String userId) {
        LegacyCase legacy = get(number);
        if (remark.length() > LONGEST_TEXT) {
            return Optional.of(Refusal.at("remark", "legacy.tooLong", LONGEST_TEXT));
        }
        Optional<Refusal> refusal = checks.write(
                legacy, Finder.REGULATOR, written.findings(), written.dismissals(), userId, new ArrayList<>());
        return refusal.isPresent()
                ? refusal
                : turned(legacy, legacy.review(agreed, remark, false, findings(number), userId, clock.instant()));
    }

    // ---- the issuing body

    @Transactional(readOnly = true)
    public Decider decider(LegacyCase legacy) {
        return legacy.issuerUnitId()
                .map(units::inCharge)
                .filter(unit -> directory.hasHolders(Role.UNITHEAD, unit))
                .map(unit -> new Decider(Role.UNITHEAD, unit))
                .orElseGet(() -> new Decider(Role.CLERK, legacy.regulatorUnitId()));
    }

    /**
     * What the issuing body decides.
     *
     * @param byIssuer whether the task was that of a person of the issuing unit; else its paper is demanded
     */
    public Optional<Refusal> decide(
            String number, Outcome outcome, String reason, DecisionPaper paper, boolean byIssuer, String userId) {
        LegacyCase legacy = get(number);
        if (reason.length() > LONGEST_TEXT) {
            return Optional.of(Refusal.at("outcomeReason", "legacy.tooLong", LONGEST_TEXT));
        }
        Optional<Refusal> unknown = keep(paper.fileId(), userId, legacy, "decisionFile", DECISION_FILE);
        if (unknown.isPresent()) {
            return unknown;
        }
        return turned(
                legacy,
                legacy.decide(
                        outcome,
                        reason,
                        paper,
                        byIssuer,
                        findings(number),
                        userId,
                        LocalDate.now(clock),
                        clock.instant()));
    }

    public Optional<Refusal> refuseToDecide(String number, String reason, String userId) {
        LegacyCase legacy = get(number);
        return turned(legacy, legacy.refuseToDecide(reason, userId, clock.instant()));
    }

    // ---- carried out

    /** The unit names the review in which its revision is examined. */
    public Optional<Refusal> reviseIn(String number, String reviewCase) {
        LegacyCase legacy = get(number);
        Optional<Refusal> refusal = revisions.check(legacy, reviewCase);
        if (refusal.isEmpty()) {
            legacy.reviseIn(reviewCase);
        }
        return refusal;
    }

    /** The latest reviews of the unit that can be those of its revision, of those that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<ReviewCase> revisions(LegacyCase legacy, Actor actor, int most) {
        return revisions.of(legacy, actor, most);
    }

    /** The case that waits for the end of a review, if one does. */
    @Transactional(readOnly = true)
    public List<LegacyCase> revisedIn(String reviewCase) {
        return rows.findByRevisionCaseAndStage(reviewCase, LegacyStage.REVISING);
    }

    /** Tells cases whose revision's review ended at the very moment in which they began to wait for it. */
    void tellEndedRevisions() {
        rows.findByStageAndRevisionCaseIsNotNull(LegacyStage.REVISING).stream()
                .filter(legacy -> isRevisionOver(legacy.number()))
                .forEach(legacy -> processes.tellIfWaiting(CleanupProcess.REVISION_ENDED, legacy.number()));
    }

    /** Whether the review of the revision has ended already. */
    @Transactional(readOnly = true)
    public boolean isRevisionOver(String number) {
        return revisions.get(get(number).revisionCase().orElseThrow()).caseEnd().isPresent();
    }

    /** What came of the review of the revision: whether it was issued. */
    public boolean takeRevision(String number) {
        LegacyCase legacy = get(number);
        ReviewCase review = revisions.get(legacy.revisionCase().orElseThrow());
        boolean issued = revisions.isIssued(review);
        legacy.revised(issued, review.submittedBy(), clock.instant());
        if (issued) {
            rows.saveAndFlush(legacy);
            steps.save(new LegacyStep(legacy));
        }
        return issued;
    }

    public Optional<Refusal> announce(String number, DecisionPaper notice, String link, String userId) {
        LegacyCase legacy = get(number);
        Optional<Refusal> unknown = keep(notice.fileId(), userId, legacy, "announcementFile", "ANNOUNCEMENT");
        if (unknown.isPresent()) {
            return unknown;
        }
        return turned(legacy, legacy.announce(notice, link, userId, LocalDate.now(clock), clock.instant()));
    }

    public Optional<Refusal> confirm(String number, boolean done, String remark, String userId) {
        LegacyCase legacy = get(number);
        return turned(legacy, legacy.confirm(done, remark, userId, clock.instant()));
    }

    /** A paper about many cases is kept with their clean-up, one about a single case with that. */
    private Optional<Refusal> keep(
            @Nullable String fileId, String userId, LegacyCase legacy, String field, String kind) {
        if (fileId == null || fileId.isBlank()) {
            return Optional.empty();
        }
        boolean ofCampaign = files.boundTo(legacy.campaignNumber()).stream()
                .anyMatch(file ->
                        file.id().equals(fileId) && kind.equals(file.kind().orElse(null)));
        if (ofCampaign) {
            return Optional.empty();
        }
        if (files.takeStaged(fileId, userId).isEmpty()) {
            return Optional.of(Refusal.at(field, "legacy.fileUnknown"));
        }
        files.bind(fileId, legacy.number(), kind);
        return Optional.empty();
    }

    /** What follows from an act: its place in the progress, the register, and the end of the clean-up. */
    private Optional<Refusal> turned(LegacyCase legacy, Optional<Refusal> refusal) {
        if (refusal.isEmpty()) {
            rows.saveAndFlush(legacy);
            steps.save(new LegacyStep(legacy));
            if (legacy.isClosed()) {
                register.settle(legacy);
            }
            if (legacy.outcome().isPresent()) {
                tellCampaign(legacy.campaignNumber());
            }
        }
        return refusal;
    }

    /** Tells the clean-up what its process waits for, once the last of its cases is that far; one after the other looks. */
    private void tellCampaign(String campaignNumber) {
        Campaign campaign = campaignRows.hold(campaignNumber).orElseThrow();
        if (campaign.isRoutine()) {
            return;
        }
        if (campaign.isRunning() && campaigns.isAllDecided(campaignNumber)) {
            processes.tellIfWaiting(CleanupProcess.ALL_DECIDED, campaignNumber);
        }
        if (campaign.state() == Campaign.State.PUBLISHED && campaigns.isAllClosed(campaignNumber)) {
            processes.tellIfWaiting(CleanupProcess.ALL_CARRIED_OUT, campaignNumber);
        }
    }
}
