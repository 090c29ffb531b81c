package org.fairreview.conference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Remit;
import org.fairreview.conference.RemitAnswer.Said;
import org.fairreview.conference.Remits;
import org.fairreview.conference.web.ConferenceDesk.Option;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The joint conference of a region: who convenes it, its members with their remits, and what each is asked. */
@Controller
class ConferenceController {

    private static final List<String> HAN = List.of("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一");

    /** A member as a row; {@code id} is 0 where the unit is not on the list. */
    record Row(
            long id,
            String unitId,
            String unit,
            String remitKey,
            String remit,
            int questions,
            @Nullable String liaison,
            @Nullable String deputy,
            String accounts) {}

    /** What was typed. */
    record Typed(String convenor, String deputies, String unit, String remit) {}

    private final ConferenceDesk desk;
    private final JointConferences conferences;
    private final Remits remits;
    private final Units units;
    private final Directory directory;

    ConferenceController(
            ConferenceDesk desk, JointConferences conferences, Remits remits, Units units, Directory directory) {
        this.desk = desk;
        this.conferences = conferences;
        this.remits = remits;
        this.units = units;
        this.directory = directory;
    }

    @GetMapping("/conference")
    String show(@RequestParam(defaultValue = "") String region, Model model) {
        return page(desk.reader(), region, null, List.of(), model);
    }

    @PostMapping("/conference/chair")
    String chair(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String convenor,
            @RequestParam(defaultValue = "") String deputies,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        return answer(
                conferences.setChair(region, convenor, deputies, actor),
                region,
                new Typed(convenor, deputies, "", ""),
                actor,
                model,
                response);
    }

    @PostMapping("/conference/members")
    String put(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String remit,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        JointConferences.Chair chair = conferences.chair(region);
        return answer(
                conferences.put(region, unit, remit, actor),
                region,
                new Typed(chair.convenor(), chair.deputies(), unit, remit),
                actor,
                model,
                response);
    }

    @PostMapping("/conference/members/remove")
    String remove(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "0") long member,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        return answer(conferences.remove(region, member, actor), region, null, actor, model, response);
    }

    /** What a member of the remit is asked, to be read before anybody is. */
    @GetMapping("/conference/forms/{remit}")
    String form(@PathVariable String remit, Model model) {
        desk.reader();
        if (!remits.knows(remit)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Remit known = remits.of(remit);
        model.addAttribute("remit", known);
        model.addAttribute("words", String.join(desk.text("conference.and"), known.words()));
        model.addAttribute(
                "items",
                known.items().stream().map(this::article).collect(Collectors.joining(desk.text("conference.and"))));
        model.addAttribute("saids", options("consultation.said", Said.values()));
        model.addAttribute("positions", options("consultation.position", Position.values()));
        return "conference/form";
    }

    private String answer(
            List<Objection> objections,
            String region,
            @Nullable Typed typed,
            Actor actor,
            Model model,
            HttpServletResponse response) {
        if (objections.isEmpty()) {
            return "redirect:/conference?region=" + region;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(actor, region, typed, objections, model);
    }

    private String page(Actor actor, String asked, @Nullable Typed typed, List<Objection> objections, Model model) {
        String region = desk.region(asked, actor, model);
        JointConferences.Chair chair = conferences.chair(region);
        List<Row> rows = conferences.members(region).stream().map(this::row).toList();
        Set<String> listed =
                rows.stream().filter(row -> row.id() > 0).map(Row::unitId).collect(Collectors.toSet());
        model.addAttribute("rows", rows);
        model.addAttribute("chair", chair);
        model.addAttribute("errors", desk.refused(objections));
        model.addAttribute("typed", typed == null ? new Typed(chair.convenor(), chair.deputies(), "", "") : typed);
        model.addAttribute(
                "officeName", units.regulatorOf(region).map(Unit::name).orElse(""));
        model.addAttribute(
                "officePeople",
                units.regulatorOf(region)
                        .map(unit -> names(Role.OFFICE, unit.id()))
                        .orElse(""));
        model.addAttribute(
                "units",
                units.all().stream()
                        .filter(unit -> unit.regionId().equals(region) && !unit.isDissolved() && !unit.isRegulator())
                        .filter(unit -> !listed.contains(unit.id()))
                        .map(unit -> new Option(unit.id(), unit.name()))
                        .toList());
        model.addAttribute(
                "remits",
                remits.all().stream()
                        .map(remit -> new Option(remit.key(), remit.label()))
                        .toList());
        return "conference/conference";
    }

    private Row row(JointConferences.Member member) {
        Remit remit = remits.of(member.remit());
        Optional<Unit> unit = units.find(member.unitId());
        return new Row(
                member.id() == null ? 0 : member.id(),
                member.unitId(),
                units.name(member.unitId()),
                remit.key(),
                remit.label(),
                remit.questions().size(),
                unit.map(Unit::liaison).orElse(null),
                unit.map(Unit::deputy).orElse(null),
                names(Role.MEMBER, member.unitId()));
    }

    /** An item of the regulation's standards by its article: 9(3) is 条例第九条第三项. */
    private String article(String item) {
        String[] parts = item.split("[()]");
        return desk.text(
                "conference.article", HAN.get(Integer.parseInt(parts[0])), HAN.get(Integer.parseInt(parts[1])));
    }

    private String names(Role role, String unit) {
        return directory.holdersOf(role, unit).stream()
                .map(Person::name)
                .collect(Collectors.joining(desk.text("conference.and")));
    }

    private List<Option> options(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), desk.text(prefix + "." + value.name())))
                .toList();
    }
}
