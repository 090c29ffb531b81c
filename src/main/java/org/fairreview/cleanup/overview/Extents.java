package org.fairreview.cleanup.overview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupSight;
import org.fairreview.identity.Actor;
import org.springframework.stereotype.Component;

/** What of clean-ups who sees. */
@Component
public class Extents {

    private final CleanupPeople people;
    private final Clock clock;

    Extents(CleanupPeople people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    public Extent of(Campaign campaign, Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        return new Extent(
                campaign,
                sight.overlooks(campaign.regionId()),
                List.copyOf(sight.unitsForQuery()),
                LocalDate.now(clock));
    }
}
