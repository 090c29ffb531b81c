package org.fairreview.cleanup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Cases of measures in force that fall due by themselves, in the routine clean-up of their region and year. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RoutineCases {

    private static final int SEED_BYTES = 16;

    private final MeasuresInForce register;
    private final CampaignRows campaigns;
    private final CampaignUnitRows campaignUnits;
    private final Campaigns opening;
    private final LegacyCases cases;
    private final CleanupNumbers numbers;
    private final DueDates dueDates;
    private final Standards standards;
    private final Units units;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom lots = new SecureRandom();

    RoutineCases(
            MeasuresInForce register,
            CampaignRows campaigns,
            CampaignUnitRows campaignUnits,
            Campaigns opening,
            LegacyCases cases,
            CleanupNumbers numbers,
            DueDates dueDates,
            Standards standards,
            Units units,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.campaigns = campaigns;
        this.campaignUnits = campaignUnits;
        this.opening = opening;
        this.cases = cases;
        this.numbers = numbers;
        this.dueDates = dueDates;
        this.standards = standards;
        this.units = units;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** Opens cases for what is due in the region of the regulator, at most so many; says for how many. */
    int open(Unit regulator, int most) {
        List<MeasureInForce> due = register.due(regulator.regionId(), most);
        if (!due.isEmpty()) {
            Campaign campaign = routineOf(regulator);
            due.forEach(measure -> take(campaign, measure, register.occasion(measure)));
            opening.openWaiting(campaign.number());
        }
        return due.size();
    }

    private void take(Campaign campaign, MeasureInForce measure, Occasion occasion) {
        CampaignUnit.Id id = new CampaignUnit.Id(campaign.number(), measure.unitId());
        if (!campaignUnits.existsById(id)) {
            campaignUnits.save(new CampaignUnit(campaign.number(), measure.unitId()));
        }
        LocalDate until = LocalDate.ofInstant(dueDates.dueFromNow("legacyCheck", measure.regionId()), clock.getZone());
        measure.lookedAt(occasion);
        cases.enterRoutine(campaign.number(), measure, occasion, standards.regime(), until);
    }

    /** The routine clean-up of the region in this year, made when the first measure needs it. */
    private Campaign routineOf(Unit regulator) {
        LocalDate yearEnd = LocalDate.of(LocalDate.now(clock).getYear(), 12, 31);
        return campaigns
                .routine(regulator.regionId(), CampaignKind.FAIR_COMPETITION, yearEnd)
                .orElseGet(() -> make(regulator, yearEnd));
    }

    private Campaign make(Unit regulator, LocalDate yearEnd) {
        String number = numbers.next(regulator.regionId(), yearEnd.getYear());
        Optional<Campaign> meanwhile = campaigns.routine(regulator.regionId(), CampaignKind.FAIR_COMPETITION, yearEnd);
        if (meanwhile.isPresent()) {
            throw new IllegalStateException("Two routine clean-ups at once; the second falls back");
        }
        Campaign campaign = new Campaign(
                number,
                regulator.regionId(),
                regulator.id(),
                new CampaignDraft(
                        CampaignKind.FAIR_COMPETITION,
                        text(
                                "campaign.routineTitle",
                                String.valueOf(yearEnd.getYear()),
                                units.regionName(regulator.regionId())),
                        text("campaign.routineScope"),
                        yearEnd,
                        yearEnd,
                        ResponsibilityRule.DRAFTER,
                        standards.regime(),
                        0,
                        List.of(),
                        "",
                        null),
                true,
                null,
                clock.instant());
        byte[] lot = new byte[SEED_BYTES];
        lots.nextBytes(lot);
        campaign.start(HexFormat.of().formatHex(lot), clock.instant());
        events.publishEvent(new CleanupRecorded(number, "campaign.routineMade", Map.of("title", campaign.title())));
        return campaigns.save(campaign);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }
}
