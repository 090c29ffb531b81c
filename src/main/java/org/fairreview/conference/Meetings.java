package org.fairreview.conference;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fairreview.document.ClassificationMark;
import org.fairreview.document.FileStore;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Templates;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meetings of the joint conferences: agenda, attendance, decisions and minutes (会议纪要). */
@Service
@Transactional
public class Meetings {

    private static final String TEMPLATE = "conference-minutes";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_MATTER = 500;
    private static final int LONGEST_DECISION = 4_000;
    private static final int MOST_ITEMS = 50;

    /** What was typed about a new meeting; each line of {@code others} is a matter of its own. */
    public record Draft(
            @Nullable LocalDate heldOn, String place, String chair, List<String> caseNumbers, String others) {

        public Draft {
            caseNumbers = List.copyOf(caseNumbers);
        }
    }

    private final MeetingRows rows;
    private final JointConferences conferences;
    private final OpenMatters matters;
    private final Units units;
    private final Templates templates;
    private final FileStore files;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meetings(
            MeetingRows rows,
            JointConferences conferences,
            OpenMatters matters,
            Units units,
            Templates templates,
            FileStore files,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.conferences = conferences;
        this.matters = matters;
        this.units = units;
        this.templates = templates;
        this.files = files;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** What a meeting of the region may have to talk about. */
    @Transactional(readOnly = true)
    public List<OpenMatters.Matter> openMatters(String regionId) {
        return matters.of(regionId);
    }

    @Transactional(readOnly = true)
    public List<Meeting> of(String regionId) {
        return rows.findByRegionIdOrderByHeldOnDescIdDesc(regionId);
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> find(long id) {
        return rows.findById(id);
    }

    /** The items of the agenda that the reader may not see, by their place. */
    @Transactional(readOnly = true)
    public Set<Integer> hidden(Meeting meeting, Actor reader) {
        return IntStream.range(0, meeting.items().size())
                .filter(place -> Optional.ofNullable(meeting.items().get(place).caseNumber())
                        .filter(number -> matters.isHidden(number, reader))
                        .isPresent())
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Sets a meeting on foot, with what is to be talked about. */
    public List<Objection> convene(String regionId, Draft draft, Actor by) {
        List<Objection> objections = new ArrayList<>();
        if (!conferences.mayKeep(regionId, by)) {
            return List.of(Objection.of("meeting.refused.notYours"));
        }
        if (draft.heldOn() == null) {
            objections.add(Objection.at("heldOn", "meeting.refused.day"));
        }
        line("place", draft.place(), objections);
        line("chair", draft.chair(), objections);
        Map<String, OpenMatters.Matter> open = matters.of(regionId).stream()
                .collect(Collectors.toMap(
                        OpenMatters.Matter::caseNumber, each -> each, (one, other) -> one, LinkedHashMap::new));
        if (!open.keySet().containsAll(draft.caseNumbers())) {
            objections.add(Objection.at("cases", "meeting.refused.cases"));
        }
        List<String> others = draft.others()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (others.stream().anyMatch(line -> line.length() > LONGEST_MATTER)) {
            objections.add(Objection.at("others", "meeting.refused.long", LONGEST_MATTER));
        }
        if (ClassificationMark.isIn(draft.others())) {
            objections.add(Objection.at("others", "meeting.refused.classified"));
        }
        int items = draft.caseNumbers().size() + others.size();
        if (items == 0 || items > MOST_ITEMS) {
            objections.add(Objection.at("others", "meeting.refused.agenda", MOST_ITEMS));
        }
        if (!objections.isEmpty() || draft.heldOn() == null) {
            return objections;
        }
        List<MeetingItem> agenda = new ArrayList<>();
        draft.caseNumbers().stream()
                .distinct()
                .map(open::get)
                .forEach(matter -> agenda.add(new MeetingItem(matter.caseNumber(), matter.title(), null)));
        others.forEach(other -> agenda.add(new MeetingItem(null, other, null)));
        Meeting meeting = rows.save(new Meeting(
                regionId,
                draft.heldOn(),
                draft.place().strip(),
                draft.chair().strip(),
                agenda,
                by.userId(),
                clock.instant()));
        record(
                "conference.convened",
                Map.of(
                        "region", regionId,
                        "meeting", meeting.id(),
                        "heldOn", draft.heldOn().toString(),
                        "matters", agenda.stream().map(MeetingItem::matter).toList()));
        return List.of();
    }

    /**
     * Puts down who came and what was decided, and makes the minutes; nothing of it changes afterwards.
     *
     * @param decisions one for each item of the agenda
     */
    public List<Objection> close(long id, List<Attendance> came, List<String> decisions, Actor by) {
        Meeting meeting = rows.findById(id).orElseThrow();
        if (!conferences.mayKeep(meeting.regionId(), by)) {
            return List.of(Objection.of("meeting.refused.notYours"));
        }
        if (meeting.closedAt().isPresent()) {
            return List.of(Objection.of("meeting.refused.closed"));
        }
        List<Objection> objections = new ArrayList<>();
        if (meeting.heldOn().isAfter(LocalDate.now(clock))) {
            objections.add(Objection.of("meeting.refused.notHeld"));
        }
        for (int place = 0; place < meeting.items().size(); place++) {
            String decision = place < decisions.size() ? decisions.get(place) : "";
            if (decision.isBlank() || decision.length() > LONGEST_DECISION) {
                objections.add(Objection.at("decision" + place, "meeting.refused.decision", LONGEST_DECISION));
            } else if (ClassificationMark.isIn(decision)) {
                objections.add(Objection.at("decision" + place, "meeting.refused.classified"));
            }
        }
        if (meeting.items().stream()
                .anyMatch(item -> item.caseNumber() != null && matters.isRestricted(item.caseNumber()))) {
            objections.add(Objection.of("meeting.refused.restricted"));
        }
        if (came.stream().noneMatch(Attendance::present)) {
            objections.add(Objection.at("attendance", "meeting.refused.nobody"));
        }
        if (came.stream()
                .anyMatch(each -> each.person() != null && each.person().length() > LONGEST_LINE)) {
            objections.add(Objection.at("attendance", "meeting.refused.long", LONGEST_LINE));
        }
        if (!objections.isEmpty()) {
            return objections;
        }
        meeting.close(came, decisions.stream().map(String::strip).toList(), by.userId(), clock.instant());
        RenderedDocument minutes = templates.render(TEMPLATE, data(meeting));
        StoredFile file = files.store(text("meeting.fileName", DAY.format(meeting.heldOn())), minutes.bytes());
        files.bind(file.id(), owner(meeting), "MINUTES");
        meeting.file(file.id());
        record(
                "conference.minuted",
                Map.of(
                        "region", meeting.regionId(),
                        "meeting", meeting.id(),
                        "sha256", file.sha256(),
                        "template", minutes.templateVersion()));
        meeting.items().stream()
                .filter(item -> item.caseNumber() != null)
                .forEach(item -> events.publishEvent(new CanvassRecorded(
                        String.valueOf(item.caseNumber()),
                        "conference.decided",
                        Map.of("heldOn", meeting.heldOn().toString(), "decided", String.valueOf(item.decision())))));
        return List.of();
    }

    private static String owner(Meeting meeting) {
        return "meeting-" + meeting.id();
    }

    private Map<String, @Nullable Object> data(Meeting meeting) {
        Map<String, @Nullable Object> data = new HashMap<>();
        data.put(
                "office",
                units.regulatorOf(meeting.regionId())
                        .map(Unit::name)
                        .orElseGet(() -> units.regionName(meeting.regionId())));
        data.put("region", units.regionName(meeting.regionId()));
        data.put("heldOn", DAY.format(meeting.heldOn()));
        data.put("place", meeting.place());
        data.put("chair", meeting.chair());
        data.put("present", names(meeting, true));
        data.put("absent", names(meeting, false));
        data.put(
                "items",
                meeting.items().stream()
                        .map(item -> Map.of(
                                "matter",
                                item.caseNumber() == null
                                        ? item.matter()
                                        : text("meeting.matter", item.matter(), item.caseNumber()),
                                "decision",
                                String.valueOf(item.decision())))
                        .toList());
        data.put("issuedOn", DAY.format(LocalDate.now(clock)));
        return data;
    }

    private String names(Meeting meeting, boolean present) {
        String names = meeting.attendance().stream()
                .filter(each -> each.present() == present)
                .map(each -> each.person() == null || each.person().isBlank()
                        ? units.name(each.unitId())
                        : text("meeting.person", units.name(each.unitId()), each.person()))
                .collect(Collectors.joining("、"));
        return names.isEmpty() ? text("meeting.nobody") : names;
    }

    private static void line(String field, String typed, List<Objection> objections) {
        if (typed.isBlank() || typed.strip().length() > LONGEST_LINE) {
            objections.add(Objection.at(field, "meeting.refused.line", LONGEST_LINE));
        }
    }

    private void record(String act, Map<String, ?> details) {
        events.publishEvent(new CanvassRecorded(JointConferences.SUBJECT, act, details));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, java.util.Locale.SIMPLIFIED_CHINESE);
    }
}
