package org.fairreview.cleanup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
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
    private final FileStore files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkActions(
            LegacyCaseRows rows,
            LegacyCases cases,
            Campaigns campaigns,
            Jobs jobs,
            Units units,
            FileStore files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.units = units;
        this.files = files;
        this.events = events;
        this.clock = clock;
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
        return action.isOfRegulator()
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
        PageRequest most = PageRequest.of(0, MOST);
        String number = campaign.number();
        List<LegacyCase> waiting =
                switch (action) {
                    case SIGN ->
                        rows.findByCampaignNumberAndStageAndUnitIdInOrderByPlace(number, action.stage(), own, most);
                    case TAKE_OVER ->
                        rows.findByCampaignNumberAndStageAndProposalOrderByPlace(
                                number, action.stage(), Outcome.KEEP, most);
                    case DECIDE ->
                        rows.findByCampaignNumberAndStageAndIssuerUnitIdInOrderByPlace(
                                number, action.stage(), own, most);
                    case REGISTER -> rows.findByCampaignNumberAndStageOrderByPlace(number, action.stage(), most);
                };
        return waiting.stream()
                .filter(legacy ->
                        action != BulkAction.REGISTER || cases.decider(legacy).role() == Role.CLERK)
                .map(legacy -> new Candidate(legacy, objection(legacy, action, actor)))
                .toList();
    }

    Optional<Refusal> objection(LegacyCase legacy, BulkAction action, Actor actor) {
        if (!isTheirs(legacy, action, actor)) {
            return Optional.of(Refusal.of("task.notForThem"));
        }
        return switch (action) {
            case SIGN ->
                legacy.checkedBy().filter(actor.userId()::equals).isPresent()
                        ? Optional.of(Refusal.of("legacy.signedByChecker"))
                        : kept(legacy);
            case TAKE_OVER -> cases.objectionToBulk(legacy);
            case DECIDE -> kept(legacy);
            case REGISTER ->
                cases.decider(legacy).role() == Role.CLERK
                        ? Optional.empty()
                        : Optional.of(Refusal.of("legacy.bulkDecidedByIssuer"));
        };
    }

    /** Whether the action on the case is the person's; what stands in it is told to nobody else. */
    private boolean isTheirs(LegacyCase legacy, BulkAction action, Actor actor) {
        Set<String> own = units.withPredecessors(actor.unitsAs(action.role()));
        return switch (action) {
            case SIGN -> own.contains(legacy.unitId());
            case DECIDE -> legacy.issuerUnitId().filter(own::contains).isPresent();
            case TAKE_OVER, REGISTER -> own.contains(legacy.regulatorUnitId());
        };
    }

    private static Optional<Refusal> kept(LegacyCase legacy) {
        return legacy.proposal().filter(Outcome.KEEP::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.of("legacy.bulkNotKept"));
    }

    /**
     * Asks for one paper of a decision to be registered for many cases, each as it was proposed.
     *
     * @param paper its file staged by the person
     */
    public Optional<Refusal> register(
            Campaign campaign, DecisionPaper paper, List<String> numbers, Actor actor, Consumer<Job> asked) {
        Optional<Refusal> refusal = paper.check(true, LocalDate.now(clock));
        if (refusal.isPresent()) {
            return refusal;
        }
        String file = Objects.requireNonNull(paper.fileId());
        if (files.takeStaged(file, actor.userId()).isEmpty()) {
            return Optional.of(Refusal.at("decisionFile", "legacy.fileUnknown"));
        }
        files.bind(file, campaign.number(), LegacyCases.DECISION_FILE);
        asked.accept(ask(
                campaign,
                BulkAction.REGISTER,
                String.join("\t", BulkAction.REGISTER.name(), paper.number(), String.valueOf(paper.on()), file),
                numbers,
                actor));
        return Optional.empty();
    }

    /** Asks for the action on the cases; what may not be done together is refused one by one, with its reason. */
    public Job ask(Campaign campaign, BulkAction action, List<String> numbers, Actor actor) {
        return ask(campaign, action, action.name(), numbers, actor);
    }

    private Job ask(Campaign campaign, BulkAction action, String parameter, List<String> numbers, Actor actor) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("bulkAction", action.name());
        said.put("cases", numbers.size());
        events.publishEvent(new CleanupRecorded(campaign.number(), "legacy.bulkAsked", said));
        return jobs.askForEach(
                BulkWork.KIND,
                campaign.number(),
                parameter,
                numbers.stream().distinct().toList(),
                actor.userId());
    }
}
