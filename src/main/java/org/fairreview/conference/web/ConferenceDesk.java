package org.fairreview.conference.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.audit.PageLooked;
import org.fairreview.audit.SeparateRecord;
import org.fairreview.conference.JointConferences;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.ObjectionTexts;
import org.fairreview.identity.Region;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of the joint conference share: who reads them, for which region, and the Chinese words. */
@Component
class ConferenceDesk {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final List<Role> READERS =
            List.of(Role.CLERK, Role.REVIEWER, Role.SECTIONHEAD, Role.LEADER, Role.OFFICE, Role.MEMBER, Role.AUDITOR);

    /** Something to choose. */
    record Option(String value, String label) {}

    private final CurrentActor currentActor;
    private final SeparateRecord separate;
    private final JointConferences conferences;
    private final Units units;
    private final MessageSource messages;
    private final ObjectionTexts sentences;

    ConferenceDesk(
            CurrentActor currentActor,
            SeparateRecord separate,
            JointConferences conferences,
            Units units,
            MessageSource messages,
            ObjectionTexts sentences) {
        this.currentActor = currentActor;
        this.separate = separate;
        this.conferences = conferences;
        this.units = units;
        this.messages = messages;
        this.sentences = sentences;
    }

    Actor actor() {
        return currentActor.get();
    }

    /** Who regulates, is a member, or audits; that an auditor looks is on record. */
    Actor reader() {
        Actor actor = currentActor.get();
        if (READERS.stream().noneMatch(actor::holds)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (actor.holds(Role.AUDITOR)) {
            separate.record(new PageLooked(actor.userId(), "conference"));
        }
        return actor;
    }

    /** The regions whose conference the reader belongs to, regulates or audits. */
    List<String> regionsOf(Actor reader) {
        List<String> regions = new ArrayList<>();
        READERS.stream()
                .flatMap(role -> reader.unitsAs(role).stream())
                .flatMap(unit -> units.find(unit).stream())
                .forEach(unit -> {
                    if (unit.isRegulator()) {
                        regions.addAll(units.visibleFrom(unit.regionId()).stream()
                                .sorted()
                                .toList());
                    } else {
                        regions.add(unit.regionId());
                    }
                });
        return units.regions().stream()
                .map(Region::id)
                .filter(regions::contains)
                .filter(region -> units.regulatorOf(region).isPresent())
                .toList();
    }

    /** The region that is shown, with the others to choose from. */
    String region(String asked, Actor reader, Model model) {
        List<String> readable = regionsOf(reader);
        if (readable.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        String own = readable.stream()
                .filter(region -> reader.posts().stream().anyMatch(post -> units.find(post.unitId())
                        .map(Unit::regionId)
                        .filter(region::equals)
                        .isPresent()))
                .findFirst()
                .orElse(readable.get(0));
        String region = readable.contains(asked) ? asked : own;
        model.addAttribute("region", region);
        model.addAttribute("regionName", units.regionName(region));
        model.addAttribute(
                "regions",
                readable.stream()
                        .map(each -> new Option(each, units.regionName(each)))
                        .toList());
        model.addAttribute("mayKeep", conferences.mayKeep(region, reader));
        return region;
    }

    /** The region, which the person must keep; without one the first that the person keeps. */
    String kept(String region, Actor actor) {
        return regionsOf(actor).stream()
                .filter(each -> region.isEmpty() || each.equals(region))
                .filter(each -> conferences.mayKeep(each, actor))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN));
    }

    Map<String, String> refused(List<Objection> objections) {
        return sentences.byField(objections);
    }

    String text(String key, Object... values) {
        return messages.getMessage(key, values, Locale.SIMPLIFIED_CHINESE);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment, ZoneId zone) {
        return DAY.format(moment.atZone(zone));
    }

    static @Nullable LocalDate read(String typed) {
        try {
            return Optional.of(typed.strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse)
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
