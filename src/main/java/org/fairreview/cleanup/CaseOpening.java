package org.fairreview.cleanup;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Work;
import org.fairreview.workflow.CaseProcesses;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Opens the cases of a clean-up that wait: a sample of them is drawn first, then each gets its process. */
@Component
class CaseOpening implements Work {

    static final String KIND = "OPENING";

    private static final int PORTION = 20;

    private final CampaignRows campaigns;
    private final LegacyCaseRows cases;
    private final LegacySteps steps;
    private final MeasureInForceRows register;
    private final HitCounts hits;
    private final CheckDays days;
    private final CaseProcesses processes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseOpening(
            CampaignRows campaigns,
            LegacyCaseRows cases,
            LegacySteps steps,
            MeasureInForceRows register,
            HitCounts hits,
            CheckDays days,
            CaseProcesses processes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.cases = cases;
        this.steps = steps;
        this.register = register;
        this.hits = hits;
        this.days = days;
        this.processes = processes;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Portion next(Job job) {
        Campaign campaign = campaigns.findById(job.campaignNumber()).orElseThrow();
        draw(campaign, job);
        List<String> waiting = cases.numbersIn(campaign.number(), LegacyStage.WAITING, PageRequest.of(0, PORTION));
        waiting.forEach(this::open);
        return new Portion(waiting.size(), 0, waiting.size() < PORTION);
    }

    /** The sample of all that wait and were in no draw; what comes in later is another draw. */
    private void draw(Campaign campaign, Job job) {
        List<LegacyCase> undrawn = cases.undrawn(campaign.number());
        if (undrawn.isEmpty()) {
            return;
        }
        List<String> population = undrawn.stream().map(LegacyCase::number).toList();
        job.expect(job.done() + population.size());
        String draw = UUID.randomUUID().toString();
        String seed = "%s/%s".formatted(campaign.seed().orElseThrow(), draw);
        Set<String> drawn = new HashSet<>(Draw.of(population, campaign.samplingShare(), seed));
        undrawn.forEach(legacy -> legacy.takePartIn(draw, drawn.contains(legacy.number())));
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("seed", seed);
        said.put("samplingShare", campaign.samplingShare());
        said.put("population", population.size());
        said.put("populationSha256", Draw.digest(population));
        said.put("drawn", drawn.size());
        events.publishEvent(new CleanupRecorded(campaign.number(), "campaign.drawn", said));
    }

    private void open(String number) {
        LegacyCase legacy = cases.findById(number).orElseThrow();
        legacy.open(clock.instant());
        hits.takeOver(legacy);
        steps.save(new LegacyStep(legacy));
        String title = register.findById(legacy.measureId()).orElseThrow().title();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("title", title);
        said.put("unit", legacy.unitId());
        said.put("occasion", legacy.occasion().name());
        said.put("deadline", legacy.dueOn().toString());
        events.publishEvent(new CleanupRecorded(number, "legacy.opened", said));
        processes.start(
                CleanupProcess.LEGACY_CLEANUP,
                number,
                CleanupProcess.variables(legacy, title, days.endOf(legacy.dueOn())));
    }
}
