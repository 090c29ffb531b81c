package org.fairreview.cleanup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many cases of a clean-up done at once by one person, in the background, each on its own. */
@Service
@Transactional
public class BulkActions {

    /** The most that one page offers. */
    public static final int MOST = 500;

    /**
     * A case that waits for the person.
     *
     * @param objection why it has to be done singly
     */
    public record Candidate(LegacyCase legacy, Optional<Refusal> objection) {}

    private final LegacyCaseRows rows;
    private final LegacyCases cases;
    private final Campaigns campaigns;
    private final Jobs jobs;
    private final Units units;
    private final ApplicationEventPublisher events;

    BulkActions(
            LegacyCaseRows rows,
            LegacyCases cases,
            Campaigns campaigns,
            Jobs jobs,
            Units units,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.cases = cases;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.units = units;
        this.events = events;
    }

    /** The bulk actions that the person has a part in, in the clean-up. */
    @Transactional(readOnly = true)
    public List<BulkAction> open(Campaign campaign, Actor actor) {
        List<BulkAction> open = new ArrayList<>();
        for (BulkAction action : BulkAction.values()) {
            if (isConcerned(campaign, action, actor)) {
                open.add(action);
            }
        }
        return open;
    }

    private boolean isConcerned(Campaign campaign, BulkAction action, Actor actor) {
        return action == BulkAction.TAKE_OVER
                ? actor.holds(action.role(), units.inCharge(campaign.regulatorUnitId()))
                : !unitsOf(campaign, action, actor).isEmpty();
    }

    private List<String> unitsOf(Campaign campaign, BulkAction action, Actor actor) {
        List<String> own = List.copyOf(units.withPredecessors(actor.unitsAs(action.role())));
        return action == BulkAction.DECIDE
                ? own
                : campaigns.unitsOf(campaign.number()).stream()
                        .map(CampaignUnit::unitId)
                        .filter(own::contains)
                        .toList();
    }

    /** The cases of the clean-up that wait for the person, with why some have to be done singly. */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(Campaign campaign, BulkAction action, Actor actor) {
        List<String> own = unitsOf(campaign, action, actor);
        List<LegacyCase> waiting = rows.findByCampaignNumberAndStageOrderByPlace(
                campaign.number(), action.stage(), PageRequest.of(0, MOST));
        return waiting.stream()
                .filter(legacy -> switch (action) {
                    case SIGN -> own.contains(legacy.unitId());
                    case TAKE_OVER -> true;
                    case DECIDE -> legacy.issuerUnitId().filter(own::contains).isPresent();
                })
                .map(legacy -> new Candidate(legacy, objection(legacy, action, actor)))
                .toList();
    }

    Optional<Refusal> objection(LegacyCase legacy, BulkAction action, Actor actor) {
        return switch (action) {
            case SIGN ->
                legacy.checkedBy().filter(actor.userId()::equals).isPresent()
                        ? Optional.of(Refusal.of("legacy.signedByChecker"))
                        : kept(legacy);
            case TAKE_OVER -> cases.objectionToBulk(legacy);
            case DECIDE -> kept(legacy);
        };
    }

    private static Optional<Refusal> kept(LegacyCase legacy) {
        return legacy.proposal().filter(Outcome.KEEP::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("legacy.bulkNotKept"));
    }

    /** Asks for the action on the cases; what may not be done together is refused one by one, with its reason. */
    public Job ask(Campaign campaign, BulkAction action, List<String> numbers, Actor actor) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("bulkAction", action.name());
        said.put("cases", numbers.size());
        events.publishEvent(new CleanupRecorded(campaign.number(), "legacy.bulkAsked", said));
        return jobs.askForEach(
                BulkWork.KIND,
                campaign.number(),
                action.name(),
                numbers.stream().distinct().toList(),
                actor.userId());
    }
}
