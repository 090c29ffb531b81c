package org.fairreview.cleanup.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.cleanup.BulkActions;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.CampaignUnit;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.overview.Extent;
import org.fairreview.cleanup.overview.Extents;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The board of a clean-up: where everything stands, and what the person may do next. */
@Controller
class BoardController {

    private static final int MOST_JOBS = 5;

    record Act(String label, String url) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final CleanupReads reads;
    private final BulkActions bulk;
    private final Extents extents;
    private final BoardPages pages;
    private final JobViews jobs;
    private final FileStore files;
    private final CleanupTexts texts;

    BoardController(
            CurrentActor currentActor,
            Campaigns campaigns,
            CleanupPeople people,
            CleanupReads reads,
            BulkActions bulk,
            Extents extents,
            BoardPages pages,
            JobViews jobs,
            FileStore files,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.people = people;
        this.reads = reads;
        this.bulk = bulk;
        this.extents = extents;
        this.pages = pages;
        this.jobs = jobs;
        this.files = files;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}")
    String board(@PathVariable String campaign, Model model) {
        Actor actor = currentActor.get();
        Campaign found = find(campaign, actor);
        reads.opened(campaign, "campaign", actor);
        boolean arranges = people.mayArrange(found, actor) && !found.isRoutine();
        model.addAttribute("page", pages.of(extents.of(found, actor)));
        model.addAttribute("mayEdit", arranges && found.takesMeasures());
        model.addAttribute("mayStart", arranges && found.isPreparing());
        model.addAttribute("mayImport", mayImport(found, actor));
        model.addAttribute(
                "bulk",
                bulk.open(found, actor).stream()
                        .map(action -> new Act(
                                texts.of("bulk", action), "/cleanup/%s/bulk/%s".formatted(campaign, action.name())))
                        .toList());
        model.addAttribute("jobs", jobs.of(found, actor, MOST_JOBS));
        return "cleanup/board";
    }

    private boolean mayImport(Campaign campaign, Actor actor) {
        return campaign.takesMeasures()
                && !campaign.isRoutine()
                && (people.mayImport(campaign, actor)
                        || !people.draftedFor(
                                        actor,
                                        campaigns.unitsOf(campaign.number()).stream()
                                                .map(CampaignUnit::unitId)
                                                .toList())
                                .isEmpty());
    }

    /** The notice and the catalogue of a clean-up, and the signed lists of the units that the person sees. */
    @GetMapping("/cleanup/{campaign}/files/{campaignFile}")
    ResponseEntity<Resource> file(@PathVariable String campaign, @PathVariable String campaignFile) {
        Actor actor = currentActor.get();
        Campaign found = find(campaign, actor);
        Extent extent = extents.of(found, actor);
        Stream<String> lists = campaigns.unitsOf(campaign).stream()
                .filter(unit -> extent.whole() || extent.units().contains(unit.unitId()))
                .flatMap(unit -> unit.listFileId().stream());
        Stream<String> own =
                Stream.of(found.noticeFileId(), found.catalogueFileId()).flatMap(Optional::stream);
        StoredFile file = Stream.concat(own, lists)
                .filter(campaignFile::equals)
                .findFirst()
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        reads.downloaded(campaign, file);
        return Downloads.of(file, files);
    }

    private Campaign find(String number, Actor actor) {
        return campaigns.find(number, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
