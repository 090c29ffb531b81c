package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fairreview.conference.Canvass;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultation;
import org.fairreview.conference.Consultation.Position;
import org.fairreview.conference.Consultations;
import org.fairreview.conference.JointConferences;
import org.fairreview.conference.Remit;
import org.fairreview.conference.Remits;
import org.fairreview.conference.Treatment;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.measure.MeasureFacts;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Finding;
import org.fairreview.review.MemberConsultations;
import org.fairreview.review.ReviewCase;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.OpenTask;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Builds what forms and pages show of consultations of members. */
@Component
class CanvassViews {

    /** The tasks whose forms show a canvass. */
    static final Set<String> OFFICE_TASKS =
            Set.of("Task_ChooseMembers", "Task_SummariseOpinions", "Task_SignOverruling");

    static final String MEMBER_TASK = "Task_GiveMemberOpinion";

    private static final int MOST_WORDS = 3;

    /** One word by chance proposes nobody. */
    private static final int LEAST_TIMES = 2;

    private final Canvasses canvasses;
    private final Consultations consultations;
    private final MemberConsultations changes;
    private final JointConferences conferences;
    private final Remits remits;
    private final CaseFile caseFile;
    private final Measures measures;
    private final Texts texts;
    private final Directory directory;
    private final Units units;
    private final Standards standards;
    private final TaskInbox tasks;
    private final Labels labels;
    private final Moments moments;

    CanvassViews(
            Canvasses canvasses,
            Consultations consultations,
            MemberConsultations changes,
            JointConferences conferences,
            Remits remits,
            CaseFile caseFile,
            Measures measures,
            Texts texts,
            Directory directory,
            Units units,
            Standards standards,
            TaskInbox tasks,
            Labels labels,
            Moments moments) {
        this.canvasses = canvasses;
        this.consultations = consultations;
        this.changes = changes;
        this.conferences = conferences;
        this.remits = remits;
        this.caseFile = caseFile;
        this.measures = measures;
        this.texts = texts;
        this.directory = directory;
        this.units = units;
        this.standards = standards;
        this.tasks = tasks;
        this.labels = labels;
        this.moments = moments;
    }

    /** What the form of a task shows; null where the task has nothing to do with members. */
    @Nullable
    CanvassPart of(OpenTask task, ReviewCase review) {
        if (task.key().equals(MEMBER_TASK)) {
            return tasks.valueOf(task.id(), Canvasses.OPINION_ID)
                    .map(consultations::get)
                    .map(this::own)
                    .orElse(null);
        }
        if (!OFFICE_TASKS.contains(task.key())) {
            return null;
        }
        return tasks.valueOf(task.id(), Canvasses.ID)
                .map(canvasses::get)
                .map(canvass -> part(
                        canvass,
                        task.key().equals("Task_ChooseMembers") ? candidates(canvass, review) : List.of(),
                        canvasses.all(canvass.id()),
                        null,
                        asked -> false))
                .orElse(null);
    }

    /** All canvasses of a case, the newest first; those outside see what their own unit was asked and said. */
    List<CanvassPart> of(ReviewCase review, Actor reader, CaseInsight insight) {
        return canvasses.of(review.number()).stream()
                .sorted(Comparator.comparing(Canvass::requestedAt).reversed())
                .map(canvass -> part(
                        canvass,
                        List.of(),
                        canvasses.all(canvass.id()).stream()
                                .filter(asked -> insight.opinionOf(reader.belongsTo(asked.askedUnitId())))
                                .toList(),
                        null,
                        asked -> changes.owed(review, asked.id(), reader).isPresent()))
                .filter(part -> insight.isInside() || !part.answers().isEmpty())
                .map(part -> insight.isInside() ? part : ownSide(part))
                .toList();
    }

    /** The unit that an opinion was asked of. */
    Optional<String> unitOf(String opinionId) {
        return consultations.find(opinionId).map(asked -> units.name(asked.askedUnitId()));
    }

    /** The title of the measure of a case. */
    String title(ReviewCase review) {
        return measures.get(review.measureId()).facts().title();
    }

    /** Whom the office may ask about a case. */
    List<ReviewFormContext.Choice> members(ReviewCase review) {
        return conferences.askable(review.regionId(), review.draftingUnitId()).stream()
                .map(member -> new ReviewFormContext.Choice(member.unitId(), units.name(member.unitId())))
                .toList();
    }

    /** What members said, as one text: the opinion, single passages, the questions of the remit, what became of it. */
    String said(CanvassPart.Answer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.opinion() != null) {
            lines.add(answer.opinion());
        }
        answer.passages().forEach(each -> lines.add(labels.text("canvass.line", each.quotation(), each.remark())));
        answer.answers().forEach(each -> lines.add(labels.text("canvass.line", each.ask(), each.said())));
        if (answer.returned() != null) {
            lines.add(answer.returned());
        }
        if (answer.treatmentLabel() != null) {
            lines.add(
                    answer.treatmentReason() == null || answer.treatmentReason().isBlank()
                            ? answer.treatmentLabel()
                            : labels.text("canvass.line", answer.treatmentLabel(), answer.treatmentReason()));
        }
        return String.join("\n", lines);
    }

    /** Of a canvass only the question and the own answers. */
    private static CanvassPart ownSide(CanvassPart part) {
        return new CanvassPart(
                part.id(),
                part.pageUrl(),
                part.question(),
                part.asked(),
                "",
                "",
                List.of(),
                part.answers(),
                part.own(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What one member is asked, with what it is to clarify. */
    CanvassPart own(Consultation asked) {
        Canvass canvass = canvasses.get(asked.canvassId().orElseThrow());
        Remit remit = remits.of(asked.remit().orElse(null));
        Optional<Consultation> before = asked.followsId().map(consultations::get);
        return ownSide(part(
                canvass,
                List.of(),
                before.stream().toList(),
                new CanvassPart.Own(
                        asked.id(),
                        units.name(asked.askedUnitId()),
                        remit.label(),
                        remit.questions().stream()
                                .map(question -> new CanvassPart.Question(question.id(), question.ask()))
                                .toList(),
                        before.flatMap(Consultation::returnReason).orElse(null)),
                each -> false));
    }

    private CanvassPart part(
            Canvass canvass,
            List<CanvassPart.Candidate> candidates,
            List<Consultation> asked,
            CanvassPart.@Nullable Own own,
            Predicate<Consultation> mayLate) {
        Set<String> standing =
                canvasses.standing(canvass.id()).stream().map(Consultation::id).collect(Collectors.toSet());
        Canvass.Tally tally = canvasses.tally(canvass.id());
        return new CanvassPart(
                canvass.id(),
                "/cases/" + canvass.caseNumber() + "/consultation",
                canvass.question(),
                labels.text(
                        "canvass.asked",
                        directory.nameOf(canvass.requestedBy()),
                        moments.minute(canvass.requestedAt())),
                canvass.quorum()
                        .map(quorum -> labels.text(
                                "canvass.rule",
                                quorum,
                                labels.of(
                                        "consultation.silenceRule",
                                        canvass.silenceRule().orElseThrow())))
                        .orElse(""),
                labels.text("canvass.tally", tally.asked(), tally.answered(), tally.silent()),
                candidates,
                asked.stream()
                        .map(each -> answer(each, standing.contains(each.id()), mayLate.test(each)))
                        .toList(),
                own,
                canvass.notNeededReason().orElse(null),
                canvass.closeReason().orElse(null),
                canvass.summary().orElse(null),
                canvass.summarisedBy()
                        .map(by -> labels.text(
                                "canvass.by",
                                directory.nameOf(by),
                                moments.minute(canvass.summarisedAt().orElseThrow())))
                        .orElse(null),
                canvass.overruledAt().isPresent()
                        ? null
                        : canvass.overrulingRefused().orElse(null),
                canvass.overruledBy()
                        .map(by -> labels.text(
                                "canvass.by",
                                directory.nameOf(by),
                                moments.minute(canvass.overruledAt().orElseThrow())))
                        .orElse(null));
    }

    private CanvassPart.Answer answer(Consultation asked, boolean stands, boolean mayLate) {
        Remit remit = remits.of(asked.remit().orElse(null));
        boolean wants =
                stands && asked.position().filter(Position.AGREES::equals).isEmpty();
        return new CanvassPart.Answer(
                asked.id(),
                units.name(asked.askedUnitId()),
                remit.label(),
                state(asked),
                stands && asked.isDissent(),
                asked.isWaiting(),
                asked.isGiven(),
                wants,
                stands
                        && asked.isDissent()
                        && asked.treatment()
                                .filter(how -> how != Treatment.ADOPTED)
                                .isPresent(),
                mayLate,
                asked.opinion().filter(text -> !text.isBlank()).orElse(null),
                asked.passages().stream()
                        .map(passage -> new CanvassPart.Passage(passage.quotation(), passage.remark()))
                        .toList(),
                asked.answers().stream()
                        .map(given -> new CanvassPart.AnswerToQuestion(
                                remit.questions().stream()
                                        .filter(question -> question.id().equals(given.question()))
                                        .findFirst()
                                        .map(Remit.Question::ask)
                                        .orElse(given.question()),
                                labels.of("consultation.said", given.said())
                                        + (given.note() == null || given.note().isBlank() ? "" : "：" + given.note())))
                        .toList(),
                asked.returnedAt()
                        .map(at -> labels.text(
                                "canvass.returned",
                                moments.minute(at),
                                asked.returnReason().orElse("")))
                        .orElse(null),
                asked.treatment().map(Enum::name).orElse(null),
                asked.treatment()
                        .map(how -> labels.of("consultation.treatment", how))
                        .orElse(null),
                asked.treatmentReason().orElse(null));
    }

    private String state(Consultation asked) {
        List<String> parts = new ArrayList<>();
        asked.position().ifPresent(position -> parts.add(labels.of("consultation.position", position)));
        asked.givenAt()
                .ifPresent(at -> parts.add(labels.text(
                        asked.isLate() ? "canvass.state.late" : "canvass.state.given", moments.minute(at))));
        if (asked.isOnPaper()) {
            parts.add(labels.text("canvass.state.onPaper"));
        }
        asked.recall().ifPresent(recall -> parts.add(labels.text("canvass.state.recalled")));
        asked.silentAt().ifPresent(at -> parts.add(labels.text("canvass.state.silent", moments.minute(at))));
        if (asked.returnedAt().isPresent()) {
            parts.add(labels.text("canvass.state.returned"));
        }
        if (asked.isWaiting()) {
            parts.add(labels.text("canvass.state.waiting"));
        }
        return String.join("，", parts);
    }

    /** Whom the office may ask; first those that it is proposed to ask, by finding, word, or the reviewer's wish. */
    private List<CanvassPart.Candidate> candidates(Canvass canvass, ReviewCase review) {
        MeasureVersion version = measures.version(review.versionId());
        MeasureFacts facts = measures.get(review.measureId()).facts();
        String text = facts.title()
                + "\n"
                + facts.industries()
                + "\n"
                + version.reviewedFiles().stream()
                        .flatMap(file -> texts.passages(file.sha256()).stream())
                        .map(Passage::text)
                        .collect(Collectors.joining("\n"));
        Set<String> items =
                caseFile.findings(review.number()).stream().map(Finding::item).collect(Collectors.toSet());
        return conferences.askable(canvass.regionId(), review.draftingUnitId()).stream()
                .map(member -> candidate(canvass, member, text, items, review.regime()))
                .sorted(Comparator.comparing(CanvassPart.Candidate::proposed).reversed())
                .toList();
    }

    private CanvassPart.Candidate candidate(
            Canvass canvass, JointConferences.Member member, String text, Set<String> items, String regime) {
        Remit remit = remits.of(member.remit());
        List<String> why = new ArrayList<>();
        if (canvass.suggestedUnitId().filter(member.unitId()::equals).isPresent()) {
            why.add(labels.text("canvass.why.suggested"));
        }
        List<String> touched = remit.items().stream()
                .filter(items::contains)
                .map(item -> standards
                        .regime(regime)
                        .flatMap(known -> known.item(item))
                        .map(StandardItem::article)
                        .orElse(item))
                .toList();
        if (!touched.isEmpty()) {
            why.add(labels.text("canvass.why.items", String.join("、", touched)));
        }
        List<String> found = remit.words().stream().filter(text::contains).toList();
        int times = found.stream().mapToInt(word -> occurrences(text, word)).sum();
        if (times >= LEAST_TIMES) {
            why.add(labels.text(
                    "canvass.why.words",
                    String.join("”“", found.stream().limit(MOST_WORDS).toList())));
        }
        boolean proposed = !why.isEmpty();
        if (!directory.hasHolders(Role.MEMBER, member.unitId())) {
            why.add(labels.text("canvass.why.noAccount"));
        }
        return new CanvassPart.Candidate(
                member.unitId(), units.name(member.unitId()), remit.label(), proposed, String.join("；", why));
    }

    private static int occurrences(String text, String word) {
        int times = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            times++;
        }
        return times;
    }
}
