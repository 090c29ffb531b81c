package org.fairreview.reminder.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.StoredFile;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reminder.Addressee;
import org.fairreview.reminder.DisciplineCase;
import org.fairreview.reminder.Extension;
import org.fairreview.reminder.Ground;
import org.fairreview.reminder.Letter;
import org.fairreview.reminder.LetterFile;
import org.fairreview.reminder.LetterFinding;
import org.fairreview.reminder.LetterIssuing;
import org.fairreview.reminder.LetterKind;
import org.fairreview.reminder.LetterKinds;
import org.fairreview.reminder.LetterMeasure;
import org.fairreview.reminder.LetterSignature;
import org.fairreview.reminder.LetterText;
import org.fairreview.reminder.Letters;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.fairreview.workflow.TaskInbox;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a letter show: to the addressee what was delivered, to the regulator what it works on. */
@Component
class LetterFormContext implements FormContext {

    private static final String REPLY = "Task_ReplyLetter";
    private static final String DRAFT = "Task_DraftLetter";
    private static final Set<String> TASKS = Set.of(
            DRAFT,
            "Task_LookLegally",
            "Task_SignLetter",
            "Task_EnterNumber",
            "Task_SealLetter",
            "Task_DeliverLetter",
            REPLY,
            "Task_DecideExtension",
            "Task_DecideOverdue",
            "Task_JudgeRectification",
            "Task_DecideEscalation");

    record Choice(String value, String label) {}

    record KindView(
            String value,
            String label,
            String article,
            String statement,
            String asks,
            boolean interview,
            boolean discipline,
            List<Choice> addressees) {}

    record MeasureView(String measure, String issuedNumber, String drafter) {}

    record FindingView(
            int place,
            String measureTitle,
            String address,
            String quotation,
            String standard,
            String reason,
            String asked) {}

    /** What the letter says; the values of the draft form bear the names of its fields. */
    record Draft(
            String kind,
            @Nullable String addresseeAs,
            @Nullable String addresseeUnit,
            String addresseeName,
            String title,
            String facts,
            String statement,
            @Nullable String disciplineCase,
            String appointment,
            String request,
            String contact,
            String copyTo,
            String attachments,
            List<MeasureView> measures,
            List<FindingView> findings) {}

    record SignatureView(String label, String name, boolean agreed, String remark, String at, boolean valid) {}

    record FileView(String name, String url) {}

    record ExtensionView(String until, String reason, String askedBy, String askedAt) {}

    record ReplyView(String on, String text, boolean late, boolean onPaper, List<FileView> files) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            @Nullable String standardsChanged,
            String today,
            Draft letter,
            KindView kind,
            String addressee,
            @Nullable String addresseeAs,
            List<KindView> kinds,
            List<Choice> units,
            List<Choice> disciplineCases,
            @Nullable String drafter,
            @Nullable String sentBack,
            @Nullable String objection,
            List<String> chain,
            List<Choice> backTo,
            List<SignatureView> signatures,
            @Nullable String legalOpinion,
            @Nullable String documentNumber,
            List<FileView> documents,
            @Nullable String pdfMissing,
            @Nullable String replyUntil,
            boolean overdue,
            boolean onPaper,
            @Nullable ExtensionView extension,
            @Nullable ReplyView reply,
            List<Choice> nexts) {}

    private final Letters letters;
    private final LetterFile file;
    private final TaskInbox inbox;
    private final LetterIssuing issuing;
    private final LetterKinds kinds;
    private final FileStore files;
    private final Directory directory;
    private final Units units;
    private final LetterNames names;
    private final LetterTexts texts;
    private final CurrentActor currentActor;
    private final Clock clock;

    LetterFormContext(
            Letters letters,
            LetterFile file,
            TaskInbox inbox,
            LetterIssuing issuing,
            LetterKinds kinds,
            FileStore files,
            Directory directory,
            Units units,
            LetterNames names,
            LetterTexts texts,
            CurrentActor currentActor,
            Clock clock) {
        this.letters = letters;
        this.file = file;
        this.inbox = inbox;
        this.issuing = issuing;
        this.kinds = kinds;
        this.files = files;
        this.directory = directory;
        this.units = units;
        this.names = names;
        this.texts = texts;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** A restricted letter opens to those who work on it, and to who has claimed the task. */
    @Override
    @Transactional(readOnly = true)
    public boolean serves(OpenTask task) {
        if (!TASKS.contains(task.key())) {
            return false;
        }
        Actor actor = currentActor.get();
        return !file.isClosedTo(task.caseNumber(), actor)
                || inbox.takenBy(actor).stream().anyMatch(taken -> taken.id().equals(task.id()));
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        Letter letter = letters.get(task.caseNumber());
        boolean drafts = task.key().equals(DRAFT);
        boolean replies = task.key().equals(REPLY);
        boolean signs = !drafts && !replies;
        LetterKind kind = kinds.get(letter.kind());
        return new Context(
                letter.number(),
                "/letters/" + letter.number(),
                letter.text().title(),
                null,
                LocalDate.now(clock).toString(),
                draft(letter),
                kind(kind),
                names.addressee(letter),
                letter.addresseeAs()
                        .map(as -> texts.of(as, "letter.addressee."))
                        .orElse(null),
                drafts ? kinds.all().stream().map(this::kind).toList() : List.of(),
                drafts ? unitsToWriteTo(letter) : List.of(),
                drafts
                        ? Stream.of(DisciplineCase.values())
                                .map(each -> new Choice(each.name(), texts.of(each, "letter.disciplineCase.")))
                                .toList()
                        : List.of(),
                replies ? null : letter.draftedBy().map(directory::nameOf).orElse(null),
                drafts ? sentBack(letter) : null,
                signs ? issuing.objection(letter).orElse(null) : null,
                signs ? letter.chain().stream().map(step -> step.label()).toList() : List.of(),
                signs ? backTo(letter) : List.of(),
                signs
                        ? letter.signatures().stream()
                                .filter(each -> !each.isLook() || !each.valid())
                                .map(this::signature)
                                .toList()
                        : List.of(),
                replies ? null : letter.legalOpinion().orElse(null),
                letter.documentNumber().orElse(null),
                documents(letter, !replies),
                !replies
                                && letter.files()
                                        .filter(made -> made.pdfFileId() == null)
                                        .isPresent()
                        ? texts.of("letter.pdfMissing")
                        : null,
                letter.replyUntil().map(texts::day).orElse(null),
                letter.isOverdue(clock.instant()),
                replies && isOnPaper(letter),
                letter.extensions().stream()
                        .filter(asked -> asked.granted() == null)
                        .findFirst()
                        .map(this::extension)
                        .orElse(null),
                letter.reply()
                        .map(given -> new ReplyView(
                                given.on().toString(), given.text(), given.late(), given.onPaper(), replyFiles(letter)))
                        .orElse(null),
                nexts(kind));
    }

    private Draft draft(Letter letter) {
        LetterText text = letter.text();
        List<LetterFinding> findings = letter.findings();
        return new Draft(
                letter.kind(),
                letter.addresseeAs().map(Addressee::name).orElse(null),
                letter.addresseeUnitId().orElse(null),
                letter.addresseeUnitId().isPresent() ? "" : letter.addresseeName(),
                text.title(),
                text.facts(),
                text.statement(),
                text.disciplineCase() == null ? null : text.disciplineCase().name(),
                text.appointment(),
                text.request(),
                text.contact(),
                text.copyTo(),
                text.attachments(),
                letter.measures().stream().map(LetterFormContext::measure).toList(),
                IntStream.range(0, findings.size())
                        .mapToObj(place -> finding(place, findings.get(place)))
                        .toList());
    }

    private static MeasureView measure(LetterMeasure measure) {
        return new MeasureView(measure.title(), measure.issuedNumber(), measure.drafter());
    }

    private static FindingView finding(int place, LetterFinding finding) {
        return new FindingView(
                place,
                finding.measureTitle(),
                finding.address(),
                finding.quotation(),
                finding.standard(),
                finding.reason(),
                finding.asked());
    }

    private KindView kind(LetterKind kind) {
        return new KindView(
                kind.key(),
                kind.label(),
                kind.article(),
                kind.statement(),
                kind.asks(),
                kind.ground() == Ground.AFTER_FAILURE,
                kind.ground() == Ground.SERIOUS_CONSEQUENCES,
                kind.addressees().stream()
                        .map(as -> new Choice(as.name(), texts.of(as, "letter.addressee.")))
                        .toList());
    }

    /** The units that are there, but for the regulator itself. */
    private List<Choice> unitsToWriteTo(Letter letter) {
        return units.all().stream()
                .filter(unit -> unit.isAtWork() && !unit.id().equals(letter.regulatorUnitId()))
                .sorted(Comparator.comparing(Unit::id))
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    /** Why the draft came back: from the legal look, from a signer, or since its ground is gone. */
    private @Nullable String sentBack(Letter letter) {
        return letter.sentBack()
                .map(why -> texts.sentBack(
                        why,
                        Optional.ofNullable(why.by()).map(directory::nameOf).orElse("")))
                .orElse(null);
    }

    private List<Choice> backTo(Letter letter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("-1", texts.of("letter.backToDrafter")));
        for (int place = 0;
                place < Math.min(letter.signingStep(), letter.chain().size());
                place++) {
            choices.add(
                    new Choice(String.valueOf(place), letter.chain().get(place).label()));
        }
        return choices;
    }

    private SignatureView signature(LetterSignature signature) {
        return new SignatureView(
                signature.label(),
                directory.nameOf(signature.userId()),
                signature.agreed(),
                signature.remark(),
                texts.minute(signature.signedAt()),
                signature.valid());
    }

    private List<FileView> documents(Letter letter, boolean inside) {
        return letter.files().stream()
                .flatMap(made -> Stream.of(made.wordFileId(), made.pdfFileId()))
                .flatMap(id -> Optional.ofNullable(id).flatMap(files::find).stream())
                .filter(file -> issuing.fileOf(letter, file.id(), inside).isPresent())
                .map(file -> view(letter, file))
                .toList();
    }

    private List<FileView> replyFiles(Letter letter) {
        return letter.replyFiles().stream()
                .flatMap(id -> files.find(id).stream())
                .map(file -> view(letter, file))
                .toList();
    }

    private static FileView view(Letter letter, StoredFile file) {
        return new FileView(file.name(), "/letters/%s/files/%s".formatted(letter.number(), file.id()));
    }

    /** Whether the clerk fills the form in for an addressee without accounts. */
    private boolean isOnPaper(Letter letter) {
        Actor actor = currentActor.get();
        return letter.addresseeUnitId().filter(actor::belongsTo).isEmpty();
    }

    private ExtensionView extension(Extension asked) {
        return new ExtensionView(
                asked.wishedUntil().toString(),
                asked.reason(),
                directory.nameOf(asked.askedBy()),
                texts.minute(asked.askedAt()));
    }

    private List<Choice> nexts(LetterKind kind) {
        return Stream.concat(
                        kind.next().stream()
                                .map(kinds::get)
                                .map(next -> new Choice(next.key(), texts.of("letter.nextLetter", next.label()))),
                        Stream.of(new Choice("NONE", texts.of("letter.nextNone"))))
                .toList();
    }
}
