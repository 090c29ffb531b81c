package org.fairreview.supervision.complaint.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.standard.Standards;
import org.fairreview.supervision.complaint.Complaint;
import org.fairreview.supervision.complaint.ComplaintHandling;
import org.fairreview.supervision.complaint.ComplaintSignature;
import org.fairreview.supervision.complaint.Verification;
import org.fairreview.supervision.complaint.web.ComplaintViews.Fact;
import org.fairreview.supervision.complaint.web.ComplaintViews.FindingView;
import org.fairreview.supervision.complaint.web.ComplaintViews.SignatureView;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the forms of a complaint show. The reporter and the reporter's words are in none of them: the handling officer
 * opens those on pages of the portal. The drafting unit sees the matter in the officer's words.
 */
@Component
class ComplaintFormContext implements FormContext {

    private static final String ASSESS = "Task_AssessComplaint";
    private static final String STATE = "Task_GiveStatement";
    private static final String VERIFY = "Task_VerifyComplaint";
    private static final String SIGN = "Task_SignComplaint";
    private static final String ANSWER = "Task_AnswerReporter";
    private static final String SEND_ON = "Task_SendOnComplaint";
    private static final Set<String> TASKS =
            Set.of(ASSESS, STATE, VERIFY, SIGN, ANSWER, SEND_ON, "Task_ApproveExtension");
    private static final Set<String> OF_HANDLER = Set.of(ASSESS, VERIFY, ANSWER, SEND_ON);

    record Choice(String value, String label) {}

    /** A unit to choose; {@code elsewhere} where its own regulator is another one. */
    record UnitChoice(String value, String label, boolean elsewhere) {}

    record Link(String name, String url) {}

    record StatementView(String text, String by, List<Link> files) {}

    record FindingDraft(String item, String address, String quotation, String reason, String requiredChange) {}

    /** What was verified before; the values bear the names of the form's fields. */
    record VerificationDraft(
            String way,
            String wholeMeasure,
            String procedure,
            String procedureNote,
            String review,
            String reviewNote,
            String outcome,
            String conclusion,
            String letter,
            List<FindingDraft> findings) {}

    /** The measure and its drafter in the reporter's words, for who tests the complaint alone. */
    record Reported(String measure, String number, String drafter) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            @Nullable String standardsChanged,
            String today,
            List<Fact> facts,
            List<Link> links,
            @Nullable Reported reported,
            List<UnitChoice> units,
            List<Choice> items,
            @Nullable String limit,
            boolean onPaper,
            @Nullable StatementView statement,
            @Nullable VerificationDraft verification,
            @Nullable String sentBack,
            List<FindingView> findings,
            List<String> chain,
            List<Choice> backTo,
            List<SignatureView> signatures) {}

    private final ComplaintHandling handling;
    private final ComplaintViews views;
    private final ComplaintTexts texts;
    private final Standards standards;
    private final Units units;
    private final FileStore files;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    ComplaintFormContext(
            ComplaintHandling handling,
            ComplaintViews views,
            ComplaintTexts texts,
            Standards standards,
            Units units,
            FileStore files,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.handling = handling;
        this.views = views;
        this.texts = texts;
        this.standards = standards;
        this.units = units;
        this.files = files;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    @Override
    public boolean serves(OpenTask task) {
        return TASKS.contains(task.key());
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        String key = task.key();
        Complaint complaint = handling.get(task.caseNumber());
        boolean verifies = key.equals(VERIFY);
        boolean signs = key.equals(SIGN);
        return new Context(
                complaint.number(),
                "/complaints/" + complaint.number(),
                views.title(complaint),
                null,
                LocalDate.now(clock).toString(),
                key.equals(STATE) ? factsForUnit(complaint) : facts(complaint, key),
                links(complaint, key),
                key.equals(ASSESS) ? reported(complaint) : null,
                key.equals(ASSESS) ? unitChoices(complaint) : List.of(),
                verifies ? items() : List.of(),
                complaint
                        .statementUntil()
                        .map(until -> texts.of("complaint.statement.until", texts.day(until)))
                        .orElse(null),
                key.equals(STATE) && isOnPaper(complaint),
                verifies ? statement(complaint) : null,
                verifies
                        ? complaint
                                .verification()
                                .map(found -> draft(complaint, found))
                                .orElse(null)
                        : null,
                verifies ? sentBack(complaint) : null,
                signs ? views.findings(complaint) : List.of(),
                signs ? complaint.chain().stream().map(step -> step.label()).toList() : List.of(),
                signs ? backTo(complaint) : List.of(),
                signs ? views.signatures(complaint) : List.of());
    }

    private static Reported reported(Complaint complaint) {
        return new Reported(complaint.measureTitle(), complaint.measureNumber(), complaint.drafterNamed());
    }

    private List<Fact> factsForUnit(Complaint complaint) {
        return List.of(
                new Fact(texts.of("complaint.fact.measure"), views.title(complaint)),
                new Fact(texts.of("complaint.fact.matter"), complaint.matter().orElse("")));
    }

    private List<Fact> facts(Complaint complaint, String key) {
        List<Fact> facts = new ArrayList<>(views.matter(complaint));
        facts.addAll(views.term(complaint));
        if (!key.equals(VERIFY) && !key.equals(ASSESS)) {
            facts.addAll(views.statement(complaint));
            facts.addAll(views.verification(complaint));
        }
        return facts;
    }

    private List<Link> links(Complaint complaint, String key) {
        if (key.equals(STATE)) {
            return List.of();
        }
        String page = "/complaints/" + complaint.number();
        List<Link> links = new ArrayList<>();
        links.add(new Link(texts.of("complaint.link.words"), page + "/words"));
        if (OF_HANDLER.contains(key) && complaint.isRealName()) {
            links.add(new Link(texts.of("complaint.link.reporter"), page + "/reporter"));
        }
        return links;
    }

    /** The units that are there, those of the own region first. */
    private List<UnitChoice> unitChoices(Complaint complaint) {
        return units.all().stream()
                .filter(unit -> unit.isAtWork() && !unit.id().equals(complaint.regulatorUnitId()))
                .sorted(Comparator.comparing((Unit unit) -> !unit.regionId().equals(complaint.regionId()))
                        .thenComparing(Unit::id))
                .map(unit ->
                        new UnitChoice(unit.id(), unit.name(), !unit.regionId().equals(complaint.regionId())))
                .toList();
    }

    private List<Choice> items() {
        return standards.regimeOn(LocalDate.now(clock)).stream()
                .flatMap(regime -> regime.items().stream())
                .map(item -> new Choice(item.code(), item.article() + " " + item.label()))
                .toList();
    }

    private boolean isOnPaper(Complaint complaint) {
        Actor actor = currentActor.get();
        return complaint.draftingUnitId().filter(actor::belongsTo).isEmpty();
    }

    private @Nullable StatementView statement(Complaint complaint) {
        if (complaint.isStatementMissing()) {
            return new StatementView(texts.of("complaint.statement.none"), "", List.of());
        }
        return complaint
                .statement()
                .map(said -> new StatementView(
                        said.text(),
                        directory.nameOf(said.by()) + " " + texts.minute(said.at()),
                        complaint.statementFiles().stream()
                                .flatMap(id -> files.find(id).stream())
                                .map(file -> new Link(
                                        file.name(),
                                        "/complaints/%s/files/%s".formatted(complaint.number(), file.id())))
                                .toList()))
                .orElse(null);
    }

    private static VerificationDraft draft(Complaint complaint, Verification found) {
        return new VerificationDraft(
                found.way().name(),
                found.wholeMeasure(),
                found.procedureResult().name(),
                found.procedureNote(),
                found.reviewResult().name(),
                found.reviewNote(),
                found.outcome().name(),
                found.conclusion(),
                Objects.requireNonNullElse(found.letterKind(), "NONE").toUpperCase(Locale.ROOT),
                complaint.findings().stream()
                        .map(finding -> new FindingDraft(
                                finding.item(),
                                finding.address(),
                                finding.quotation(),
                                finding.reason(),
                                finding.requiredChange()))
                        .toList());
    }

    /** Why it came back from a signer. */
    private @Nullable String sentBack(Complaint complaint) {
        List<ComplaintSignature> signatures = complaint.signatures();
        ComplaintSignature last = signatures.isEmpty() ? null : signatures.get(signatures.size() - 1);
        return last == null || last.agreed()
                ? null
                : texts.of("complaint.sentBack", last.label(), directory.nameOf(last.userId()), last.remark());
    }

    private List<Choice> backTo(Complaint complaint) {
        return Stream.concat(
                        Stream.of(new Choice("-1", texts.of("complaint.backToVerifier"))),
                        Stream.iterate(0, place -> place + 1)
                                .limit(Math.min(
                                        complaint.signingStep(),
                                        complaint.chain().size()))
                                .map(place -> new Choice(
                                        String.valueOf(place),
                                        complaint.chain().get(place).label())))
                .toList();
    }
}
