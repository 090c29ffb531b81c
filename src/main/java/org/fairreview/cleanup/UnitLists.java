package org.fairreview.cleanup;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.workflow.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists that units print, sign and seal, and hand in as scans. */
@Service
@Transactional
public class UnitLists {

    private static final String KIND = "UNIT_LIST";
    private static final List<Role> OF_THE_UNIT = List.of(Role.DRAFTER, Role.UNITHEAD);

    private final CampaignUnitRows rows;
    private final FileStore files;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnitLists(CampaignUnitRows rows, FileStore files, Units units, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.files = files;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<CampaignUnit> find(String campaignNumber, String unitId) {
        return rows.findById(new CampaignUnit.Id(campaignNumber, unitId));
    }

    /** Whether the person hands the signed list of the unit in: who drafts for it, its head, or the regulator's clerk. */
    @Transactional(readOnly = true)
    public boolean mayHandIn(Campaign campaign, String unitId, Actor actor) {
        return campaign.state() != Campaign.State.PREPARING
                && (OF_THE_UNIT.stream()
                                .map(role -> units.withPredecessors(actor.unitsAs(role)))
                                .anyMatch(own -> own.contains(unitId))
                        || actor.holds(Role.CLERK, units.inCharge(campaign.regulatorUnitId())));
    }

    /** The scan of the list with signature and seal; a later one takes the place of the one before. */
    public Optional<Refusal> handIn(String campaignNumber, String unitId, @Nullable String fileId, Actor actor) {
        Optional<StoredFile> file = fileId == null ? Optional.empty() : files.takeStaged(fileId, actor.userId());
        if (file.isEmpty()) {
            return Optional.of(Refusal.at("list", "board.listMissing"));
        }
        files.bind(file.get().id(), campaignNumber, KIND);
        find(campaignNumber, unitId).orElseThrow().handIn(file.get().id(), clock.instant());
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("unit", unitId);
        said.put("file", file.get().name());
        said.put("sha256", file.get().sha256());
        events.publishEvent(new CleanupRecorded(campaignNumber, "campaign.listHandedIn", said));
        return Optional.empty();
    }
}
