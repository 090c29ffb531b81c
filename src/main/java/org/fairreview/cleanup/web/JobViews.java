package org.fairreview.cleanup.web;

import java.util.List;
import java.util.Map;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.identity.Actor;
import org.springframework.stereotype.Component;

/** Long work as pages show it, and to whom: who asked for it and who arranges the clean-up. */
@Component
class JobViews {

    record View(String id, String what, String askedAt, Map<String, Object> progress) {}

    private final Jobs jobs;
    private final CleanupPeople people;
    private final CleanupTexts texts;

    JobViews(Jobs jobs, CleanupPeople people, CleanupTexts texts) {
        this.jobs = jobs;
        this.people = people;
        this.texts = texts;
    }

    boolean isShown(Job job, Campaign campaign, Actor actor) {
        return people.mayArrange(campaign, actor)
                || job.askedBy().filter(actor.userId()::equals).isPresent();
    }

    /** The last work of the clean-up that the person may look at, newest first. */
    List<View> of(Campaign campaign, Actor actor, int most) {
        return jobs.of(campaign.number()).stream()
                .filter(job -> isShown(job, campaign, actor))
                .limit(most)
                .map(job -> new View(job.id(), what(job), texts.minute(job.askedAt()), progress(job)))
                .toList();
    }

    Map<String, Object> progress(Job job) {
        return Map.of(
                "over",
                job.state().isOver(),
                "total",
                job.total(),
                "done",
                job.done(),
                "said",
                texts.of("job.said." + job.state().name(), job.done(), job.total(), job.refused()));
    }

    String what(Job job) {
        return job.kind().equals("BULK")
                ? texts.of("bulk." + job.parameter().split("\t")[0])
                : texts.of("job.kind." + job.kind());
    }
}
