package org.fairreview.cleanup.work;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The long work of clean-ups: asked for, looked at, stopped. */
@Service
@Transactional
public class Jobs {

    private final JobRows rows;
    private final JobItemRows items;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Jobs(JobRows rows, JobItemRows items, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.items = items;
        this.events = events;
        this.clock = clock;
    }

    /** Work waits; told when the act that asks for it is committed. */
    record Asked() {}

    /**
     * Asks for work, which begins once the transaction is committed.
     *
     * @param total how much there is, as far as it is known
     */
    public Job ask(String kind, String campaignNumber, String parameter, int total, @Nullable String userId) {
        Job job = rows.save(new Job(kind, campaignNumber, parameter, total, userId, clock.instant()));
        events.publishEvent(new Asked());
        return job;
    }

    /** Asks for the same to be done with each of the subjects. */
    public Job askForEach(
            String kind, String campaignNumber, String parameter, List<String> subjects, @Nullable String userId) {
        Job job = ask(kind, campaignNumber, parameter, subjects.size(), userId);
        items.saveAll(IntStream.range(0, subjects.size())
                .mapToObj(place -> new JobItem(job.id(), place, subjects.get(place)))
                .toList());
        return job;
    }

    @Transactional(readOnly = true)
    public Optional<Job> find(String id) {
        return rows.findById(id);
    }

    /** The work of a clean-up, the newest first. */
    @Transactional(readOnly = true)
    public List<Job> of(String campaignNumber) {
        return rows.findByCampaignNumberOrderByAskedAtDesc(campaignNumber);
    }

    /** Wants it stopped after the portion that is being done. */
    public void stop(String id) {
        rows.hold(id).filter(job -> !job.state().isOver()).ifPresent(Job::wantStop);
    }

    /** Of the things that a job is about those in the state, at most so many, in order. */
    @Transactional(readOnly = true)
    public List<JobItem> items(String id, JobItem.State state, int most) {
        return items.of(id, state, PageRequest.of(0, most));
    }
}
