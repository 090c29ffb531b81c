package org.fairreview.cleanup.intake;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.intake.ImportLine.State;
import org.fairreview.cleanup.intake.LedgerImport.Brought;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.identity.Actor;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The imports into clean-ups: brought, looked at, taken over, stopped and gone on with. */
@Service
@Transactional
public class Imports {

    /** What of an import is shown. */
    public enum Part {
        WRONG(State.WRONG),
        VALID(State.VALID, State.ENTERED),
        KNOWN(State.KNOWN, State.TAKEN);

        private final List<State> states;

        Part(State... states) {
            this.states = List.of(states);
        }
    }

    /** A line as it is shown. */
    public record Line(
            int number,
            Map<IntakeColumn, String> cells,
            List<Problem> problems,
            String state,
            @Nullable String caseNumber) {

        public String cell(IntakeColumn column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** A file that no line names, or that is not taken. */
    public record LeftOver(String name, long size, Problem note) {}

    private final LedgerImportRows rows;
    private final ImportLines lines;
    private final Staging staging;
    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final Frames frames;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            LedgerImportRows rows,
            ImportLines lines,
            Staging staging,
            Campaigns campaigns,
            CleanupPeople people,
            Frames frames,
            Jobs jobs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.lines = lines;
        this.staging = staging;
        this.campaigns = campaigns;
        this.people = people;
        this.frames = frames;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** The clean-up, where the person brings measures into it: of every unit, or of the own ones. */
    @Transactional(readOnly = true)
    public Optional<Campaign> importable(String campaignNumber, Actor actor) {
        return campaigns
                .find(campaignNumber, actor)
                .filter(campaign -> !campaign.isRoutine())
                .filter(campaign -> people.mayImport(campaign, actor)
                        || !ownUnits(campaign, actor).isEmpty());
    }

    private List<String> ownUnits(Campaign campaign, Actor actor) {
        return people.draftedFor(actor, frames.unitsOf(campaign));
    }

    /** The units whose measures the person brings. */
    @Transactional(readOnly = true)
    public List<String> unitsFor(Campaign campaign, Actor actor) {
        return people.mayImport(campaign, actor) ? frames.unitsOf(campaign) : ownUnits(campaign, actor);
    }

    /**
     * Takes what was put on disk, and has it looked at.
     *
     * @param id under which it was put there
     */
    public Job bring(String id, Campaign campaign, Brought sheet, @Nullable Brought texts, Actor actor) {
        LedgerImport brought = rows.saveAndFlush(new LedgerImport(
                UUID.fromString(id).toString(),
                campaign.number(),
                actor.userId(),
                !people.mayImport(campaign, actor),
                sheet,
                texts,
                clock.instant()));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sheet", sheet.name());
        said.put("sheetSha256", sheet.sha256());
        if (texts != null) {
            said.put("texts", texts.name());
            said.put("textsSha256", texts.sha256());
        }
        events.publishEvent(new IntakeRecorded(campaign.number(), "intake.brought", said));
        staging.sweep();
        return ask(brought, TrialWork.KIND, 0, actor);
    }

    private Job ask(LedgerImport brought, String kind, int total, Actor actor) {
        Job job = jobs.ask(kind, brought.campaignNumber(), brought.id(), total, actor.userId());
        brought.workedOnBy(job.id());
        rows.save(brought);
        return job;
    }

    /** The import, where the person may see it: those who import for every unit, and who brought it. */
    @Transactional(readOnly = true)
    public Optional<LedgerImport> find(String campaignNumber, String id, Actor actor) {
        return importable(campaignNumber, actor).flatMap(campaign -> rows.findById(id)
                .filter(brought -> brought.campaignNumber().equals(campaignNumber))
                .filter(brought -> sees(campaign, brought, actor)));
    }

    private boolean sees(Campaign campaign, LedgerImport brought, Actor actor) {
        return people.mayImport(campaign, actor) || brought.broughtBy().equals(actor.userId());
    }

    /** The imports into a clean-up that the person may see, newest first. */
    @Transactional(readOnly = true)
    public List<LedgerImport> of(Campaign campaign, Actor actor) {
        return rows.findByCampaignNumberOrderByBroughtAtDesc(campaign.number()).stream()
                .filter(brought -> sees(campaign, brought, actor))
                .toList();
    }

    /** The archive that came with an import and still lies there. */
    @Transactional(readOnly = true)
    public Optional<Brought> textsOf(LedgerImport brought) {
        return brought.texts()
                .filter(texts -> staging.find(brought.id(), Staging.TEXTS).isPresent());
    }

    @Transactional(readOnly = true)
    public List<Line> lines(LedgerImport brought, Part part, int from, int most) {
        return lines.in(brought.id(), part.states, from, most).stream()
                .map(Imports::shown)
                .toList();
    }

    /** All lines in order, a piece at a time. */
    @Transactional(readOnly = true)
    public List<Line> lines(LedgerImport brought, int from, int most) {
        return lines.in(brought.id(), List.of(State.values()), from, most).stream()
                .map(Imports::shown)
                .toList();
    }

    private static Line shown(ImportLine line) {
        return new Line(line.number, line.cells, List.copyOf(line.problems), line.state.name(), line.caseNumber);
    }

    @Transactional(readOnly = true)
    public List<LeftOver> leftOver(LedgerImport brought, int most) {
        return lines.leftOver(brought.id(), most).stream()
                .map(file -> new LeftOver(file.name(), file.size(), file.note()))
                .toList();
    }

    /** The valid lines are to be taken over. */
    public Optional<Refusal> enter(String id, Actor actor) {
        LedgerImport brought = rows.hold(id).orElseThrow();
        if (!brought.awaitsEntry()) {
            return Optional.of(Refusal.of("intake.nothingToEnter"));
        }
        if (!campaigns.get(brought.campaignNumber()).takesMeasures()) {
            return Optional.of(Refusal.of("intake.campaignOver"));
        }
        brought.entering(actor.userId());
        int left = brought.valid() + brought.known() - brought.entered() - brought.taken();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("sheet", brought.sheet().name());
        said.put("lines", left);
        events.publishEvent(new IntakeRecorded(brought.campaignNumber(), "intake.entryAsked", said));
        ask(brought, EntryWork.KIND, left, actor);
        return Optional.empty();
    }

    /** What is being done is to be stopped; what is done stays done. */
    public void stop(LedgerImport brought) {
        brought.jobId().ifPresent(jobs::stop);
    }

    /** A dry run that was stopped goes on where it was. */
    public Optional<Refusal> goOn(String id, Actor actor) {
        LedgerImport brought = rows.hold(id).orElseThrow();
        boolean over = brought.jobId()
                .flatMap(jobs::find)
                .filter(job -> job.state().isOver())
                .isPresent();
        if (brought.state() != LedgerImport.State.CHECKING || !over) {
            return Optional.of(Refusal.of("intake.runsAlready"));
        }
        ask(
                brought,
                TrialWork.KIND,
                lines.in(brought.id(), List.of(State.READ), 0, SheetReader.MOST_LINES)
                        .size(),
                actor);
        return Optional.empty();
    }
}
