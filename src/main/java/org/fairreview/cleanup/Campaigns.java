package org.fairreview.cleanup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.CaseDays;
import org.fairreview.workflow.CaseProcesses;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Clean-ups, arranged, begun and brought to their end by the regulator's office or section head. */
@Service
@Transactional
public class Campaigns {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SCOPE = 4_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_LINK = 500;
    private static final int SEED_BYTES = 16;

    private final CampaignRows rows;
    private final CampaignUnitRows campaignUnits;
    private final LegacyCaseRows cases;
    private final CleanupNumbers numbers;
    private final CleanupPeople people;
    private final CheckDays days;
    private final CaseDays caseDays;
    private final Jobs jobs;
    private final CaseProcesses processes;
    private final FileStore files;
    private final Standards standards;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom lots = new SecureRandom();

    Campaigns(
            CampaignRows rows,
            CampaignUnitRows campaignUnits,
            LegacyCaseRows cases,
            CleanupNumbers numbers,
            CleanupPeople people,
            CheckDays days,
            CaseDays caseDays,
            Jobs jobs,
            CaseProcesses processes,
            FileStore files,
            Standards standards,
            Units units,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.campaignUnits = campaignUnits;
        this.cases = cases;
        this.numbers = numbers;
        this.people = people;
        this.days = days;
        this.caseDays = caseDays;
        this.jobs = jobs;
        this.processes = processes;
        this.files = files;
        this.standards = standards;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** The clean-up, where the person may see it: of a region in sight, or with an own unit in it. */
    @Transactional(readOnly = true)
    public Optional<Campaign> find(String number, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        return rows.findById(number)
                .filter(campaign -> sight.overlooks(campaign.regionId())
                        || campaignUnits.concerns(number, sight.unitsForQuery())
                        || cases.existsByCampaignNumberAndIssuerUnitIdIn(number, sight.unitsForQuery()));
    }

    @Transactional(readOnly = true)
    public Campaign get(String number) {
        return rows.findById(number).orElseThrow();
    }

    /** The clean-ups that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<Campaign> of(Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        List<Campaign> all = new ArrayList<>(rows.findByRegionIdInOrderByNumberDesc(sight.regionsForQuery()));
        rows.ofUnits(sight.unitsForQuery()).stream()
                .filter(campaign -> !all.contains(campaign))
                .forEach(all::add);
        return all;
    }

    @Transactional(readOnly = true)
    public List<CampaignUnit> unitsOf(String number) {
        return campaignUnits.of(number);
    }

    /** Arranges a clean-up; its number is put into the given list. */
    public List<Objection> make(CampaignDraft draft, Actor actor, List<String> made) {
        Unit regulator = people.arrangedBy(actor).orElseThrow();
        List<Objection> objections = objectionsTo(draft, regulator, actor);
        if (!objections.isEmpty()) {
            return objections;
        }
        String number = numbers.next(regulator.regionId(), LocalDate.now(clock).getYear());
        Campaign campaign = rows.save(new Campaign(
                number, regulator.regionId(), regulator.id(), draft, false, actor.userId(), clock.instant()));
        keep(campaign, draft);
        events.publishEvent(new CleanupRecorded(number, "campaign.made", said(draft)));
        made.add(number);
        return List.of();
    }

    /** Changes what is arranged; after the start only the deadline can be put off, and units can come in. */
    public List<Objection> change(String number, CampaignDraft draft, Actor actor) {
        Campaign campaign = rows.hold(number).orElseThrow();
        Unit regulator = units.find(units.inCharge(campaign.regulatorUnitId())).orElseThrow();
        List<Objection> objections = new ArrayList<>(objectionsTo(draft, regulator, actor));
        if (!campaign.takesMeasures()) {
            objections.add(Objection.of("campaign.over"));
        } else if (!campaign.isPreparing()) {
            if (draft.deadline().isBefore(campaign.deadline())) {
                objections.add(Objection.at("deadline", "campaign.deadlineEarlier", campaign.deadline()));
            }
            if (!draft.regime().equals(campaign.regime()) || draft.samplingShare() != campaign.samplingShare()) {
                objections.add(Objection.at("regime", "campaign.fixedSinceStart"));
            }
        }
        List<String> withCases = cases.unitsIn(number, List.of(LegacyStage.values()));
        withCases.stream()
                .filter(unit -> !draft.units().contains(unit))
                .findFirst()
                .ifPresent(unit -> objections.add(Objection.at("units", "campaign.unitHasCases", units.name(unit))));
        if (!objections.isEmpty()) {
            return objections;
        }
        boolean putOff = draft.deadline().isAfter(campaign.deadline());
        campaign.arrange(draft);
        keep(campaign, draft);
        events.publishEvent(new CleanupRecorded(number, "campaign.changed", said(draft)));
        if (putOff && campaign.isRunning()) {
            caseDays.set(number, CleanupProcess.DEADLINE, days.endOf(campaign.deadline()));
            processes.tellIfWaiting(CleanupProcess.DEADLINE_PUT_OFF, number);
        }
        long behind = cases.countByCampaignNumberAndStageIn(number, DeadlineMoving.BEFORE_THE_DEADLINE);
        if (putOff && behind > 0) {
            jobs.ask(DeadlineMoving.KIND, number, "", (int) behind, null);
        }
        return List.of();
    }

    private void keep(Campaign campaign, CampaignDraft draft) {
        if (draft.noticeFileId() != null) {
            files.bind(draft.noticeFileId(), campaign.number(), "CAMPAIGN_NOTICE");
        }
        List<CampaignUnit> present = campaignUnits.of(campaign.number());
        present.stream().filter(unit -> !draft.units().contains(unit.unitId())).forEach(campaignUnits::delete);
        draft.units().stream()
                .filter(id -> present.stream().noneMatch(unit -> unit.unitId().equals(id)))
                .forEach(id -> campaignUnits.save(new CampaignUnit(campaign.number(), id)));
    }

    private static Map<String, Object> said(CampaignDraft draft) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", draft.title());
        said.put("campaignKind", draft.kind().name());
        said.put("scope", draft.scope());
        said.put("cutOff", draft.cutOff().toString());
        said.put("deadline", draft.deadline().toString());
        said.put("responsibility", draft.responsibility().name());
        said.put("regime", draft.regime());
        said.put("samplingShare", draft.samplingShare());
        said.put("units", draft.units());
        said.put("noticeNumber", draft.noticeNumber());
        return said;
    }

    private List<Objection> objectionsTo(CampaignDraft draft, Unit regulator, Actor actor) {
        List<Objection> objections = new ArrayList<>();
        text(objections, "title", draft.title(), LONGEST_TITLE);
        text(objections, "scope", draft.scope(), LONGEST_SCOPE);
        LocalDate today = LocalDate.now(clock);
        if (draft.cutOff().isAfter(today)) {
            objections.add(Objection.at("cutOff", "campaign.cutOffInTheFuture"));
        }
        if (draft.deadline().isBefore(today)) {
            objections.add(Objection.at("deadline", "campaign.deadlinePassed"));
        }
        if (standards.regime(draft.regime()).isEmpty()) {
            objections.add(Objection.at("regime", "campaign.regimeUnknown"));
        }
        if (draft.samplingShare() < 0 || draft.samplingShare() > 100) {
            objections.add(Objection.at("samplingShare", "campaign.shareOutside"));
        }
        if (draft.noticeNumber().length() > LONGEST_NUMBER) {
            objections.add(Objection.at("noticeNumber", "campaign.tooLong", LONGEST_NUMBER));
        }
        if (draft.units().isEmpty()) {
            objections.add(Objection.at("units", "campaign.unitsMissing"));
        }
        draft.units().stream()
                .filter(id -> units.find(id)
                        .filter(unit -> unit.regionId().equals(regulator.regionId()))
                        .isEmpty())
                .findFirst()
                .ifPresent(id -> objections.add(Objection.at("units", "campaign.unitElsewhere", units.name(id))));
        if (draft.noticeFileId() != null
                && files.takeStaged(draft.noticeFileId(), actor.userId()).isEmpty()) {
            objections.add(Objection.at("notice", "campaign.fileUnknown"));
        }
        return objections;
    }

    private static void text(List<Objection> objections, String field, String text, int most) {
        if (text.isBlank()) {
            objections.add(Objection.at(field, "campaign." + field + "Missing"));
        } else if (text.length() > most) {
            objections.add(Objection.at(field, "campaign.tooLong", most));
        } else if (ClassificationMark.isIn(text)) {
            objections.add(Objection.at(field, "campaign.classified"));
        }
    }

    /** Begins: the sample is drawn and every measure gets its task, in the background. */
    public Optional<Refusal> start(String number, Actor actor) {
        Campaign campaign = rows.hold(number).orElseThrow();
        if (!campaign.isPreparing()) {
            return Optional.of(Refusal.of("campaign.startedAlready"));
        }
        if (campaign.deadline().isBefore(LocalDate.now(clock))) {
            return Optional.of(Refusal.of("campaign.deadlinePassed"));
        }
        long waiting = cases.countByCampaignNumberAndStage(number, LegacyStage.WAITING);
        if (waiting == 0) {
            return Optional.of(Refusal.of("campaign.noMeasures"));
        }
        byte[] lot = new byte[SEED_BYTES];
        lots.nextBytes(lot);
        campaign.start(HexFormat.of().formatHex(lot), clock.instant());
        events.publishEvent(new CleanupRecorded(number, "campaign.started", Map.of("cases", waiting)));
        processes.start(
                CleanupProcess.CAMPAIGN_PROCESS,
                number,
                CleanupProcess.variables(campaign, days.endOf(campaign.deadline())));
        jobs.ask(CaseOpening.KIND, number, "", (int) waiting, null);
        return Optional.empty();
    }

    /** The cases that wait in a clean-up that runs are to be opened; it is nobody's to stop. */
    public void openWaiting(String number) {
        long waiting = cases.countByCampaignNumberAndStage(number, LegacyStage.WAITING);
        if (get(number).isRunning() && waiting > 0) {
            jobs.ask(CaseOpening.KIND, number, "", (int) waiting, null);
        }
    }

    /** What an opening has left behind is opened. */
    void openLeftBehind() {
        for (Campaign campaign : rows.findByState(Campaign.State.RUNNING)) {
            boolean opening = jobs.of(campaign.number()).stream()
                    .anyMatch(job ->
                            job.kind().equals(CaseOpening.KIND) && !job.state().isOver());
            if (!opening) {
                openWaiting(campaign.number());
            }
        }
    }

    /** Whether the deadline was put off since the moment for which somebody waited. */
    public boolean isExtended(String number) {
        return deadlineOf(number).isAfter(clock.instant());
    }

    /** When its deadline passes. */
    public Instant deadlineOf(String number) {
        return days.endOf(get(number).deadline());
    }

    /** The units that owe a check or a signature, and about whose lateness since the deadline that holds no letter was wanted. */
    public List<String> lateUnits(String number) {
        List<String> owing = cases.unitsIn(number, List.of(LegacyStage.CHECKING, LegacyStage.SIGNING));
        Instant deadline = deadlineOf(number);
        return campaignUnits.of(number).stream()
                .filter(unit -> unit.letterWantedAt()
                        .filter(wanted -> !wanted.isBefore(deadline))
                        .isEmpty())
                .map(CampaignUnit::unitId)
                .filter(owing::contains)
                .toList();
    }

    /** A letter to the late unit is wanted. */
    public void wantLetter(String number, String unitId) {
        campaignUnits
                .findById(new CampaignUnit.Id(number, unitId))
                .orElseThrow()
                .wantLetter(clock.instant());
        events.publishEvent(new CleanupRecorded(number, "campaign.letterWanted", Map.of("unit", unitId)));
    }

    /** The catalogue by outcome is published, once everything is decided. */
    public Optional<Refusal> publish(
            String number, String userId, LocalDate on, String catalogueNumber, String link, @Nullable String fileId) {
        Campaign campaign = rows.hold(number).orElseThrow();
        if (!campaign.isRunning()) {
            return Optional.of(Refusal.of("task.doneByOther"));
        }
        if (!isAllDecided(number)) {
            return Optional.of(Refusal.of("campaign.notAllDecided"));
        }
        if (on.isAfter(LocalDate.now(clock))) {
            return Optional.of(Refusal.at("publishedOn", "campaign.publishedInTheFuture"));
        }
        if (fileId != null && !fileId.isBlank()) {
            if (files.takeStaged(fileId, userId).isEmpty()) {
                return Optional.of(Refusal.at("catalogueFile", "campaign.fileUnknown"));
            }
            files.bind(fileId, number, "CATALOGUE");
        }
        if (catalogueNumber.length() > LONGEST_NUMBER || link.length() > LONGEST_LINK) {
            return Optional.of(Refusal.at("catalogueLink", "campaign.tooLong", LONGEST_LINK));
        }
        campaign.publish(on, catalogueNumber, link, fileId, userId, clock.instant());
        return Optional.empty();
    }

    /** Everything is carried out. */
    public void finish(String number) {
        rows.hold(number).orElseThrow().finish(clock.instant());
        events.publishEvent(new CleanupRecorded(number, "campaign.done", Map.of()));
    }

    public boolean isAllDecided(String number) {
        return !cases.existsByCampaignNumberAndOutcomeIsNull(number);
    }

    public boolean isAllClosed(String number) {
        return !cases.existsByCampaignNumberAndStageIn(number, LegacyStage.OPEN);
    }
}
