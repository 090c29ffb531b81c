package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.CleanupPeople;
import org.fairreview.cleanup.CleanupReads;
import org.fairreview.cleanup.CleanupSight;
import org.fairreview.cleanup.LegacyFinding.Finder;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.Statistics;
import org.fairreview.cleanup.overview.Statistics.ItemFigures;
import org.fairreview.cleanup.overview.Statistics.KindFigures;
import org.fairreview.cleanup.overview.Statistics.UnitFigures;
import org.fairreview.document.SheetWriter;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the regulator reports upward of clean-ups: those of a year, or one; the two kinds apart. */
@Controller
class StatisticsController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    record UnitRow(String name, int total, List<Integer> outcomes, int undecided) {}

    record ItemRow(String label, int total, int byUnit, int byRegulator, List<Integer> dispositions) {}

    record KindView(String kind, String campaigns, List<UnitRow> units, UnitRow sum, List<ItemRow> items) {}

    private record Chosen(String words, List<Campaign> campaigns) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final Campaigns campaigns;
    private final CleanupPeople people;
    private final CleanupReads reads;
    private final Statistics statistics;
    private final StatisticsPapers papers;
    private final Units units;
    private final CleanupTexts texts;

    StatisticsController(
            CurrentActor currentActor,
            SeparateRecord separate,
            Campaigns campaigns,
            CleanupPeople people,
            CleanupReads reads,
            Statistics statistics,
            StatisticsPapers papers,
            Units units,
            CleanupTexts texts) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.campaigns = campaigns;
        this.people = people;
        this.reads = reads;
        this.statistics = statistics;
        this.papers = papers;
        this.units = units;
        this.texts = texts;
    }

    @GetMapping("/cleanup/statistics")
    String page(@RequestParam Map<String, String> asked, Model model) {
        Actor actor = currentActor.get();
        List<Campaign> seen = seen(actor);
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "cleanupStatistics"));
        }
        Chosen chosen = chosen(seen, asked);
        model.addAttribute("period", chosen.words());
        model.addAttribute(
                "kinds",
                statistics.of(chosen.campaigns()).stream().map(this::view).toList());
        model.addAttribute(
                "outcomes",
                Stream.of(Outcome.values())
                        .map(each -> texts.of("cleanup.outcome", each))
                        .toList());
        model.addAttribute(
                "dispositions",
                StatisticsPapers.DISPOSITIONS.stream()
                        .map(each -> texts.of("legacy.disposition", each))
                        .toList());
        model.addAttribute(
                "years",
                seen.stream()
                        .map(Campaign::number)
                        .map(StatisticsController::yearOf)
                        .distinct()
                        .toList());
        model.addAttribute(
                "campaigns",
                seen.stream()
                        .map(each -> new Choice(each.number(), each.number() + " " + each.title()))
                        .toList());
        model.addAttribute("year", asked.getOrDefault("year", ""));
        model.addAttribute("campaign", asked.getOrDefault("campaign", ""));
        return "cleanup/statistics";
    }

    @GetMapping("/cleanup/statistics/word")
    void word(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        Actor actor = currentActor.get();
        Chosen chosen = chosen(seen(actor), asked);
        String name = texts.of("statistics.file.word");
        reads.exported(subject(chosen, actor), name);
        String office = chosen.campaigns().stream()
                .map(each -> units.name(units.inCharge(each.regulatorUnitId())))
                .findFirst()
                .orElse(texts.of("catalogue.none"));
        byte[] paper = papers.word(office, chosen.words(), statistics.of(chosen.campaigns()));
        Downloads.head(response, name, WORD);
        response.getOutputStream().write(paper);
    }

    @GetMapping("/cleanup/statistics/workbook")
    void workbook(@RequestParam Map<String, String> asked, HttpServletResponse response) throws IOException {
        Actor actor = currentActor.get();
        Chosen chosen = chosen(seen(actor), asked);
        if (chosen.campaigns().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        String name = texts.of("statistics.file.workbook");
        reads.exported(subject(chosen, actor), name);
        List<KindFigures> kinds = statistics.of(chosen.campaigns());
        Downloads.head(response, name, SheetWriter.MEDIA_TYPE);
        papers.workbook(kinds, response.getOutputStream());
    }

    private static String subject(Chosen chosen, Actor actor) {
        return chosen.campaigns().size() == 1 ? chosen.campaigns().get(0).number() : actor.userId();
    }

    /** One clean-up, or all arranged ones of a year; what falls due by itself is no campaign and is asked for singly. */
    private Chosen chosen(List<Campaign> seen, Map<String, String> asked) {
        Optional<Campaign> one = seen.stream()
                .filter(each -> each.number().equals(asked.get("campaign")))
                .findFirst();
        if (one.isPresent()) {
            return new Chosen(one.get().title(), List.of(one.get()));
        }
        String year = asked.getOrDefault("year", "");
        String wanted = year.isBlank() ? String.valueOf(texts.today().getYear()) : year;
        return new Chosen(
                texts.of("statistics.year", wanted),
                seen.stream()
                        .filter(each -> !each.isRoutine())
                        .filter(each -> yearOf(each.number()).equals(wanted))
                        .toList());
    }

    /** The number carries the year: region, kind of matter, year, place. */
    private static String yearOf(String number) {
        return number.split("-")[2];
    }

    private List<Campaign> seen(Actor actor) {
        CleanupSight sight = people.sightOf(actor);
        if (sight.regions().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return campaigns.of(actor).stream()
                .filter(campaign -> sight.overlooks(campaign.regionId()))
                .toList();
    }

    private KindView view(KindFigures figures) {
        return new KindView(
                texts.of("cleanup.kind", figures.kind()),
                papers.campaigns(figures),
                figures.units().stream()
                        .map(unit -> row(units.name(unit.unitId()), unit))
                        .toList(),
                row(texts.of("board.sum"), figures.sum()),
                figures.items().stream().map(this::row).toList());
    }

    private static UnitRow row(String name, UnitFigures unit) {
        return new UnitRow(
                name, unit.total(), Stream.of(Outcome.values()).map(unit::with).toList(), unit.undecided());
    }

    private ItemRow row(ItemFigures item) {
        return new ItemRow(
                texts.standard(item.regime(), item.item()),
                item.total(),
                item.by(Finder.UNIT),
                item.by(Finder.REGULATOR),
                StatisticsPapers.DISPOSITIONS.stream().map(item::with).toList());
    }
}
