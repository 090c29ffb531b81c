package org.fairreview.conference.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fairreview.conference.Attendance;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Meeting;
import org.fairreview.conference.MeetingItem;
import org.fairreview.conference.Meetings;
import org.fairreview.conference.OpenMatters;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The meetings of the joint conference: set on foot from open matters, minuted, and read. */
@Controller
class MeetingController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    record Line(long id, String heldOn, String place, String chair, int items, boolean closed) {}

    record Item(int place, @Nullable String caseNumber, String matter, String decision) {}

    record Came(String unitId, String unit, boolean present, String person) {}

    /** What was typed about a new meeting. */
    record Typed(String heldOn, String place, String chair, List<String> cases, String others) {}

    private final ConferenceDesk desk;
    private final Meetings meetings;
    private final JointConferences conferences;
    private final FileStore files;
    private final Units units;
    private final Directory directory;
    private final Clock clock;

    MeetingController(
            ConferenceDesk desk,
            Meetings meetings,
            JointConferences conferences,
            FileStore files,
            Units units,
            Directory directory,
            Clock clock) {
        this.desk = desk;
        this.meetings = meetings;
        this.conferences = conferences;
        this.files = files;
        this.units = units;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/conference/meetings")
    String list(@RequestParam(defaultValue = "") String region, Model model) {
        Actor actor = desk.reader();
        String chosen = desk.region(region, actor, model);
        String chair = conferences.chair(chosen).convenor();
        return page(chosen, new Typed("", "", chair, List.of(), ""), List.of(), model);
    }

    @PostMapping("/conference/meetings")
    String convene(
            @RequestParam(name = "region", defaultValue = "") String asked,
            @RequestParam(defaultValue = "") String heldOn,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String chair,
            @RequestParam(required = false) @Nullable List<String> cases,
            @RequestParam(defaultValue = "") String others,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        String region = desk.kept(asked, actor);
        List<String> chosen = cases == null ? List.of() : cases;
        List<Objection> objections = meetings.convene(
                region, new Meetings.Draft(ConferenceDesk.read(heldOn), place, chair, chosen, others), actor);
        if (objections.isEmpty()) {
            return "redirect:/conference/meetings?region=" + region;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        desk.region(region, actor, model);
        return page(region, new Typed(heldOn, place, chair, chosen, others), objections, model);
    }

    @GetMapping("/conference/meetings/{meeting}")
    String show(@PathVariable long meeting, Model model) {
        Actor actor = desk.reader();
        Meeting found = find(meeting, actor);
        return page(found, actor, Map.of(), List.of(), model);
    }

    /** Makes the minutes. */
    @PostMapping("/conference/meetings/{meeting}/minutes")
    String close(
            @PathVariable long meeting,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response) {
        Actor actor = desk.actor();
        Meeting found = meetings.find(meeting).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        desk.kept(found.regionId(), actor);
        List<Attendance> came = conferences.members(found.regionId()).stream()
                .map(member -> new Attendance(
                        member.unitId(),
                        typed.containsKey("present." + member.unitId()),
                        typed.getOrDefault("person." + member.unitId(), "").strip()))
                .toList();
        List<String> decisions = new ArrayList<>();
        for (int place = 0; place < found.items().size(); place++) {
            decisions.add(typed.getOrDefault("decision" + place, ""));
        }
        List<Objection> objections = close(meeting, came, decisions, actor);
        if (objections.isEmpty()) {
            return "redirect:/conference/meetings/" + meeting;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return page(found, actor, typed, objections, model);
    }

    /** Where a colleague made the minutes at the same moment, that is said. */
    private List<Objection> close(long meeting, List<Attendance> came, List<String> decisions, Actor actor) {
        try {
            return meetings.close(meeting, came, decisions, actor);
        } catch (ConcurrencyFailureException e) {
            return List.of(Objection.of("meeting.refused.closed"));
        }
    }

    @GetMapping("/conference/meetings/{meeting}/minutes")
    ResponseEntity<Resource> minutes(@PathVariable long meeting) {
        Actor reader = desk.reader();
        Meeting found = find(meeting, reader);
        if (!meetings.hidden(found, reader).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        StoredFile file = found.minutesFileId()
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        byte[] bytes = files.bytes(file.sha256());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(DOCX))
                .contentLength(bytes.length)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new ByteArrayResource(bytes));
    }

    private Meeting find(long id, Actor reader) {
        return meetings.find(id)
                .filter(meeting -> desk.regionsOf(reader).contains(meeting.regionId()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String page(String region, Typed typed, List<Objection> objections, Model model) {
        List<OpenMatters.Matter> matters =
                Boolean.TRUE.equals(model.getAttribute("mayKeep")) ? meetings.openMatters(region) : List.of();
        model.addAttribute(
                "lines",
                meetings.of(region).stream()
                        .map(meeting -> new Line(
                                meeting.id(),
                                ConferenceDesk.day(meeting.heldOn()),
                                meeting.place(),
                                meeting.chair(),
                                meeting.items().size(),
                                meeting.closedAt().isPresent()))
                        .toList());
        model.addAttribute("matters", matters);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", desk.refused(objections));
        return "conference/meetings";
    }

    private String page(
            Meeting meeting, Actor actor, Map<String, String> typed, List<Objection> objections, Model model) {
        boolean closed = meeting.closedAt().isPresent();
        List<Item> items = new ArrayList<>();
        Set<Integer> hidden = meetings.hidden(meeting, actor);
        for (int place = 0; place < meeting.items().size(); place++) {
            MeetingItem item = meeting.items().get(place);
            if (hidden.contains(place)) {
                items.add(new Item(place, null, desk.text("meeting.hidden"), ""));
                continue;
            }
            items.add(new Item(
                    place,
                    item.caseNumber(),
                    item.matter(),
                    closed ? String.valueOf(item.decision()) : typed.getOrDefault("decision" + place, "")));
        }
        model.addAttribute("meeting", meeting.id());
        model.addAttribute("heldOn", ConferenceDesk.day(meeting.heldOn()));
        model.addAttribute("place", meeting.place());
        model.addAttribute("chair", meeting.chair());
        model.addAttribute("regionName", units.regionName(meeting.regionId()));
        model.addAttribute("closed", closed);
        model.addAttribute("whole", hidden.isEmpty());
        model.addAttribute(
                "closedBy",
                meeting.closedAt()
                        .map(at -> desk.text(
                                "meeting.closed",
                                directory.nameOf(meeting.closedBy().orElse("")),
                                ConferenceDesk.day(at, clock.getZone())))
                        .orElse(""));
        model.addAttribute("items", items);
        model.addAttribute("came", closed ? came(meeting) : came(meeting, typed));
        model.addAttribute("mayKeep", conferences.mayKeep(meeting.regionId(), actor));
        model.addAttribute("errors", desk.refused(objections));
        return "conference/meeting";
    }

    private List<Came> came(Meeting meeting) {
        return meeting.attendance().stream()
                .map(each -> new Came(
                        each.unitId(),
                        units.name(each.unitId()),
                        each.present(),
                        each.person() == null ? "" : each.person()))
                .toList();
    }

    private List<Came> came(Meeting meeting, Map<String, String> typed) {
        return conferences.members(meeting.regionId()).stream()
                .map(member -> new Came(
                        member.unitId(),
                        units.name(member.unitId()),
                        typed.containsKey("present." + member.unitId()),
                        typed.getOrDefault("person." + member.unitId(), "")))
                .toList();
    }
}
