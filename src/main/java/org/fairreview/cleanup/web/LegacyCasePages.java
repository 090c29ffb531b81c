package org.fairreview.cleanup.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.LegacyCase;
import org.fairreview.cleanup.LegacyCases;
import org.fairreview.cleanup.LegacyFinding;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.MeasuresInForce;
import org.fairreview.document.FileStore;
import org.fairreview.document.Passage;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measures;
import org.fairreview.screening.RunState;
import org.fairreview.screening.Screenings;
import org.fairreview.screening.VersionScreening;
import org.fairreview.workflow.InboxTask;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the page of a case of a clean-up shows to a person. */
@Component
@Transactional(readOnly = true)
class LegacyCasePages {

    record FileView(String name, String url) {}

    record FindingView(
            String finder,
            String address,
            String quotation,
            String standard,
            String reason,
            String requiredChange,
            String disposition,
            String note) {}

    record Line(String label, String value) {}

    /** Something that somebody did: what, who, when, and what was said. */
    record Act(String what, String who, String when, List<Line> said, @Nullable FileView file) {}

    record TaskView(String id, String name, @Nullable String due, boolean mine) {}

    record PassageView(String address, String text) {}

    record Page(
            String number,
            String campaignNumber,
            String campaignTitle,
            String title,
            String stage,
            boolean closed,
            String occasion,
            boolean sampled,
            String unit,
            String issuer,
            String documentNumber,
            String issuedOn,
            String validUntil,
            String link,
            String measureUrl,
            String dueOn,
            String regime,
            @Nullable String outcome,
            List<TaskView> tasks,
            List<FindingView> findings,
            List<Act> acts,
            @Nullable String screening,
            List<FileView> files,
            List<PassageView> passages,
            @Nullable String revisionCase,
            boolean mayAddToSample) {}

    private final Campaigns campaigns;
    private final LegacyCases cases;
    private final MeasuresInForce register;
    private final CleanupPeople people;
    private final Measures measures;
    private final Texts passages;
    private final Screenings screenings;
    private final TaskInbox inbox;
    private final FileStore store;
    private final Directory directory;
    private final Units units;
    private final CleanupTexts texts;

    LegacyCasePages(
            Campaigns campaigns,
            LegacyCases cases,
            MeasuresInForce register,
            CleanupPeople people,
            Measures measures,
            Texts passages,
            Screenings screenings,
            TaskInbox inbox,
            FileStore store,
            Directory directory,
            Units units,
            CleanupTexts texts) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.register = register;
        this.people = people;
        this.measures = measures;
        this.passages = passages;
        this.screenings = screenings;
        this.inbox = inbox;
        this.store = store;
        this.directory = directory;
        this.units = units;
        this.texts = texts;
    }

    boolean mayAddToSample(LegacyCase legacy, Actor actor) {
        return !legacy.isSampled()
                && legacy.stage().compareTo(LegacyStage.REVIEWING) < 0
                && actor.holds(Role.REVIEWER, units.inCharge(legacy.regulatorUnitId()));
    }

    /** A file of the case: its text, the papers of decision and announcement. */
    Optional<StoredFile> file(LegacyCase legacy, String fileId) {
        boolean known = files(legacy).anyMatch(fileId::equals)
                || Stream.of(legacy.decisionFileId(), legacy.announcementFileId())
                        .flatMap(Optional::stream)
                        .anyMatch(fileId::equals);
        return known ? store.find(fileId) : Optional.empty();
    }

    private Stream<String> files(LegacyCase legacy) {
        return legacy.versionId().map(measures::version).stream()
                .flatMap(version -> version.manifest().stream())
                .map(ManifestEntry::fileId);
    }

    /** The page of a case that the person may see. */
    Page of(String number, Actor actor) {
        LegacyCase legacy = cases.find(number, actor).orElseThrow();
        Campaign campaign = campaigns.get(legacy.campaignNumber());
        MeasureInForce measure = register.find(legacy.measureId()).orElseThrow();
        boolean knowsSample = people.sightOf(actor).knowsSample(legacy) || isTold(legacy);
        return new Page(
                legacy.number(),
                campaign.number(),
                campaign.title(),
                measure.title(),
                texts.of("legacy.stage", stageFor(legacy, knowsSample)),
                legacy.isClosed(),
                texts.of("legacy.occasion", legacy.occasion()),
                legacy.isSampled() && knowsSample,
                units.name(legacy.unitId()),
                legacy.issuerUnitId().map(units::name).orElseGet(() -> measures.get(legacy.measureId())
                        .facts()
                        .issuingBody()),
                measure.documentNumber(),
                measure.issuedOn().map(texts::day).orElse(""),
                measure.validUntil().map(texts::day).orElse(""),
                measure.link(),
                "/measures-in-force/" + measure.measureId(),
                texts.day(legacy.dueOn()),
                texts.regime(legacy.regime()),
                legacy.outcome()
                        .map(outcome -> texts.of("cleanup.outcome", outcome))
                        .orElse(null),
                tasks(legacy, actor),
                cases.findings(legacy.number()).stream()
                        .filter(finding -> knowsSample || finding.finder() == LegacyFinding.Finder.UNIT)
                        .map(finding -> finding(legacy, finding))
                        .toList(),
                acts(legacy),
                legacy.versionId().flatMap(screenings::of).map(this::screening).orElse(null),
                files(legacy).map(id -> file(legacy.number(), id)).toList(),
                passages(legacy),
                legacy.revisionCase().orElse(null),
                mayAddToSample(legacy, actor));
    }

    /** Whether the unit has learnt of the full check: the regulator agreed, or gave the case back after it. */
    private static boolean isTold(LegacyCase legacy) {
        return legacy.reviewedAt().isPresent()
                || legacy.returns().stream().anyMatch(back -> back.stage() == LegacyStage.RECHECKING);
    }

    /** That a case is in the sample is not told to its unit before the regulator has looked. */
    private static LegacyStage stageFor(LegacyCase legacy, boolean knowsSample) {
        return legacy.stage() == LegacyStage.RECHECKING && !knowsSample ? LegacyStage.REVIEWING : legacy.stage();
    }

    private List<TaskView> tasks(LegacyCase legacy, Actor actor) {
        return inbox.ofCase(legacy.number()).stream()
                .map(task -> task(task, actor))
                .filter(TaskView::mine)
                .toList();
    }

    private TaskView task(InboxTask task, Actor actor) {
        return new TaskView(
                task.id(),
                task.name(),
                task.dueAt() == null ? null : texts.minute(task.dueAt()),
                inbox.workable(task.id(), actor).isPresent());
    }

    private FindingView finding(LegacyCase legacy, LegacyFinding finding) {
        String disposition =
                texts.of("legacy.disposition." + finding.disposition().name());
        return new FindingView(
                texts.of("legacy.finder", finding.finder()),
                finding.address(),
                finding.quotation(),
                texts.standard(legacy.regime(), finding.item()),
                finding.reason(),
                finding.requiredChange(),
                finding.justification() == null
                        ? disposition
                        : disposition + "：" + texts.of("review.justification", finding.justification()),
                finding.dispositionNote());
    }

    private List<Act> acts(LegacyCase legacy) {
        List<Act> acts = new ArrayList<>();
        legacy.checkedAt()
                .ifPresent(at -> acts.add(act(
                        "legacy.act.checked",
                        legacy.checkedBy(),
                        texts.minute(at),
                        null,
                        line(
                                "said.proposal",
                                legacy.proposal()
                                        .map(what -> texts.of("cleanup.outcome", what))
                                        .orElse("")),
                        line("said.proposalReason", legacy.proposalReason()))));
        legacy.exception()
                .ifPresent(claim -> acts.add(act(
                        "legacy.act.excepted",
                        legacy.checkedBy(),
                        "",
                        null,
                        line("said.exceptionCase", texts.of("review.exceptionCase", claim.exceptionCase())),
                        line("said.effect", claim.effect()),
                        line("said.ground", claim.ground()),
                        line("said.leastHarm", claim.leastHarm()),
                        line("said.periodReason", claim.periodReason()),
                        line("said.endsOn", claim.endsOn() == null ? "" : texts.day(claim.endsOn())),
                        line("said.endCondition", claim.endCondition()))));
        legacy.signedAt()
                .ifPresent(at -> acts.add(act("legacy.act.signed", legacy.signedBy(), texts.minute(at), null)));
        legacy.reviewedAt()
                .ifPresent(at -> acts.add(act(
                        legacy.isTakenInBulk() ? "legacy.act.takenInBulk" : "legacy.act.reviewed",
                        legacy.reviewedBy(),
                        texts.minute(at),
                        null,
                        line("legacy.remark", legacy.reviewRemark()))));
        legacy.decidedAt()
                .ifPresent(at -> acts.add(act(
                        "legacy.act.decided",
                        legacy.decidedBy(),
                        texts.minute(at),
                        legacy.decisionFileId()
                                .map(id -> file(legacy.number(), id))
                                .orElse(null),
                        line(
                                "said.cleanupOutcome",
                                legacy.outcome()
                                        .map(what -> texts.of("cleanup.outcome", what))
                                        .orElse("")),
                        line("said.outcomeReason", legacy.outcomeReason()),
                        line("said.decisionNumber", legacy.decisionNumber()),
                        line(
                                "said.decidedOn",
                                legacy.decidedOn().map(texts::day).orElse("")))));
        legacy.carriedOutAt()
                .ifPresent(at -> acts.add(act(
                        "legacy.act.carriedOut",
                        legacy.carriedOutBy(),
                        texts.minute(at),
                        legacy.announcementFileId()
                                .map(id -> file(legacy.number(), id))
                                .orElse(null),
                        line("said.announcementNumber", legacy.announcementNumber()),
                        line(
                                "said.announcedOn",
                                legacy.announcedOn().map(texts::day).orElse("")),
                        line("said.announcementLink", legacy.announcementLink()))));
        legacy.confirmedAt()
                .ifPresent(at -> acts.add(act("legacy.act.confirmed", legacy.confirmedBy(), texts.minute(at), null)));
        legacy.returns()
                .forEach(back -> acts.add(act(
                        "legacy.act.returned",
                        Optional.of(back.returnedBy()),
                        texts.minute(back.returnedAt()),
                        null,
                        line("said.reason", back.reason()))));
        return acts;
    }

    private Line line(String label, String value) {
        return new Line(texts.of(label), value);
    }

    private Act act(String what, Optional<String> who, String when, @Nullable FileView file, Line... said) {
        return new Act(
                texts.of(what),
                who.map(directory::nameOf).orElse(""),
                when,
                Stream.of(said).filter(each -> !each.value().isBlank()).toList(),
                file);
    }

    private FileView file(String number, String id) {
        return new FileView(
                store.find(id).map(StoredFile::name).orElse(""), "/cleanup/cases/" + number + "/files/" + id);
    }

    private String screening(VersionScreening screening) {
        return screening.state() == RunState.DONE
                ? texts.of("legacy.screened", screening.hits().size())
                : texts.of(screening.state() == RunState.FAILED ? "legacy.screeningFailed" : "legacy.screeningPending");
    }

    private List<PassageView> passages(LegacyCase legacy) {
        return legacy.versionId().map(measures::version).stream()
                .flatMap(version -> version.reviewedFiles().stream())
                .flatMap(entry -> passages.passages(entry.sha256()).stream())
                .map((Passage passage) -> new PassageView(passage.address(), passage.text()))
                .toList();
    }
}
