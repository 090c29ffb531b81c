package org.fairreview.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.Finding;
import org.fairreview.review.Justification;
import org.fairreview.review.LegalBasis;
import org.fairreview.review.ReviewCase;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardGroup;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a review show: the measure, its text, findings, opinions, the draft, the chain. */
@Component
class ReviewFormContext implements FormContext {

    /** The adviser's task has a form of its own kind and reads the case page; the inner file is not the adviser's. */
    private static final String ADVICE = "Task_GiveOpinion";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    /** A value of a list and the Chinese label that people choose by. */
    record Choice(String value, String label) {}

    record FileView(String role, String roleLabel, String name, long size, String sha256, String url) {}

    record TextView(String sha256, String name, List<PassageView> passages) {}

    record PassageView(String address, String kind, int start, int end, String text) {}

    record AdviceView(String adviser, String question, @Nullable String opinion, @Nullable String givenAt) {}

    record SignatureView(String label, String name, boolean agreed, String remark, String at, boolean valid) {}

    record Context(
            String caseNumber,
            String caseUrl,
            String title,
            String kind,
            String issuance,
            String draftingUnit,
            String submittedBy,
            String submittedAt,
            String legalBasis,
            int version,
            String today,
            @Nullable String reviewer,
            @Nullable String supplementAsked,
            DraftersStatement statement,
            List<FileView> files,
            List<TextView> texts,
            List<FindingRow> findings,
            List<StandardGroup> standards,
            List<Person> reviewers,
            List<AdviserChoice> advisers,
            List<AdviceView> advices,
            List<Choice> fileRoles,
            List<Choice> legalBases,
            @Nullable ConclusionDraft draft,
            List<Choice> conclusions,
            List<Choice> justifications,
            List<String> chain,
            List<SignatureView> signatures,
            List<Choice> backTo,
            @Nullable String documentNumber,
            @Nullable String documentUrl) {}

    record AdviserChoice(String userId, String name, String unit) {}

    /** A finding as the forms read and write it, with what they show beside it. */
    record FindingRow(
            @Nullable Long id,
            String fileSha256,
            String address,
            int startOffset,
            int endOffset,
            String quotation,
            String item,
            @Nullable String subItem,
            String reason,
            String requiredChange,
            @Nullable String legalBasis,
            @Nullable String legalBasisSource,
            @Nullable Boolean specificOperator,
            String disposition,
            @Nullable String justification,
            String dispositionNote,
            String article,
            String standard,
            @Nullable String subStandard,
            boolean legalBasisQuestion,
            boolean specificOperatorQuestion,
            @Nullable String legalBasisLabel,
            String dispositionLabel,
            @Nullable String justificationLabel) {}

    private final CaseFile caseFile;
    private final Measures measures;
    private final Texts texts;
    private final Standards standards;
    private final LegalAdvices advices;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Clock clock;

    ReviewFormContext(
            CaseFile caseFile,
            Measures measures,
            Texts texts,
            Standards standards,
            LegalAdvices advices,
            Directory directory,
            Units units,
            Labels labels,
            Clock clock) {
        this.caseFile = caseFile;
        this.measures = measures;
        this.texts = texts;
        this.standards = standards;
        this.advices = advices;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.clock = clock;
    }

    @Override
    public boolean serves(OpenTask task) {
        return !task.key().equals(ADVICE) && caseFile.exists(task.caseNumber());
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        ReviewCase review = caseFile.get(task.caseNumber());
        Measure measure = measures.get(review.measureId());
        MeasureVersion version = measures.version(review.versionId());
        Regime regime = standards.regime(review.regime()).orElseThrow();
        return new Context(
                review.number(),
                "/cases/" + review.number(),
                measure.facts().title(),
                labels.of("measure.kind", measure.facts().kind()),
                labels.of("measure.issuance", measure.facts().issuance()),
                units.name(review.draftingUnitId()),
                directory.nameOf(review.submittedBy()),
                minute(review.submittedAt()),
                measure.facts().legalBasis(),
                version.number(),
                LocalDate.now(clock).toString(),
                review.reviewerId().map(directory::nameOf).orElse(null),
                review.supplementAsked().orElse(null),
                version.statement(),
                version.manifest().stream().map(entry -> file(review, entry)).toList(),
                version.reviewedFiles().stream().map(this::text).toList(),
                caseFile.findings(review.number()).stream()
                        .map(finding -> row(finding, regime))
                        .toList(),
                regime.groups(),
                directory.holdersOf(Role.REVIEWER, review.regulatorUnitId()),
                advisers(review),
                advices(review.number()),
                choices("measure.file", FileRole.values()),
                choices("review.legalBasis", LegalBasis.values()),
                review.draft().orElse(null),
                choices(
                        "review.conclusion",
                        Conclusion.CONFORMS,
                        Conclusion.CONFORMS_WITH_ADVICE,
                        Conclusion.DOES_NOT_CONFORM),
                choices("review.justification", Justification.values()),
                review.chain().stream().map(step -> step.label()).toList(),
                review.signatures().stream()
                        .map(signature -> new SignatureView(
                                signature.label(),
                                directory.nameOf(signature.userId()),
                                signature.agreed(),
                                signature.remark(),
                                minute(signature.signedAt()),
                                signature.valid()))
                        .toList(),
                earlierPlaces(review),
                review.documentNumber().orElse(null),
                review.documentFileId()
                        .map(id -> "/cases/" + review.number() + "/files/" + id)
                        .orElse(null));
    }

    private List<Choice> earlierPlaces(ReviewCase review) {
        return IntStream.range(-1, review.signingStep())
                .mapToObj(place -> new Choice(
                        String.valueOf(place),
                        place < 0
                                ? labels.text("signing.toReviewer")
                                : review.chain().get(place).label()))
                .toList();
    }

    private List<AdviserChoice> advisers(ReviewCase review) {
        return units.all().stream()
                .filter(unit -> !unit.isDissolved())
                .filter(unit -> unit.regionId().equals(review.regionId()))
                .filter(unit -> !unit.id().equals(units.inCharge(review.draftingUnitId())))
                .flatMap(unit -> directory.holdersOf(Role.ADVISER, unit.id()).stream()
                        .map(person -> new AdviserChoice(person.userId(), person.name(), unit.name())))
                .toList();
    }

    private List<AdviceView> advices(String caseNumber) {
        return advices.of(caseNumber).stream()
                .map(advice -> new AdviceView(
                        directory.nameOf(advice.adviserId()),
                        advice.question(),
                        advice.opinion().orElse(null),
                        advice.givenAt().map(this::minute).orElse(null)))
                .toList();
    }

    private FileView file(ReviewCase review, ManifestEntry entry) {
        return new FileView(
                entry.role().name(),
                labels.of("measure.file", entry.role()),
                entry.fileName(),
                entry.size(),
                entry.sha256(),
                "/cases/" + review.number() + "/files/" + entry.fileId());
    }

    private TextView text(ManifestEntry entry) {
        List<Passage> passages = texts.passages(entry.sha256());
        return new TextView(
                entry.sha256(),
                entry.fileName(),
                passages.stream()
                        .map(passage -> new PassageView(
                                passage.address(),
                                passage.kind().name(),
                                passage.start(),
                                passage.end(),
                                passage.text()))
                        .toList());
    }

    private FindingRow row(Finding finding, Regime regime) {
        StandardItem item = regime.item(finding.item()).orElseThrow();
        return new FindingRow(
                finding.id(),
                finding.fileSha256(),
                finding.address(),
                finding.startOffset(),
                finding.endOffset(),
                finding.quotation(),
                finding.item(),
                finding.subItem(),
                finding.reason(),
                finding.requiredChange(),
                nameOf(finding.legalBasis()),
                finding.legalBasisSource(),
                finding.specificOperator(),
                finding.disposition().name(),
                nameOf(finding.justification()),
                finding.dispositionNote(),
                item.article(),
                item.article() + ":" + item.label(),
                Optional.ofNullable(finding.subItem())
                        .flatMap(item::subItem)
                        .map(subItem -> subItem.citation() + ":" + subItem.label())
                        .orElse(null),
                item.legalBasisQuestion(),
                item.specificOperatorQuestion(),
                labelOf("review.legalBasis", finding.legalBasis()),
                labels.of("review.disposition", finding.disposition()),
                labelOf("review.justification", finding.justification()));
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private @Nullable String labelOf(String prefix, @Nullable Enum<?> value) {
        return value == null ? null : labels.of(prefix, value);
    }

    private List<Choice> choices(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), labels.of(prefix, value)))
                .toList();
    }

    private String minute(java.time.Instant instant) {
        return MINUTE.format(ZonedDateTime.ofInstant(instant, clock.getZone()));
    }
}
