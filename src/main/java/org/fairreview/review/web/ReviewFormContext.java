package org.fairreview.review.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.conference.Consultations;
import org.fairreview.document.Passage;
import org.fairreview.document.Texts;
import org.fairreview.evaluation.Evaluation.Purpose;
import org.fairreview.evaluation.Evaluations;
import org.fairreview.evaluation.FindingUse;
import org.fairreview.evaluation.Institutions;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Person;
import org.fairreview.identity.Role;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.legaladvice.Advisers;
import org.fairreview.legaladvice.Advisers.Adviser;
import org.fairreview.legaladvice.LegalAdvices;
import org.fairreview.legaladvice.Party;
import org.fairreview.measure.DraftersStatement;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.fairreview.measure.Measure;
import org.fairreview.measure.MeasureVersion;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Conclusion;
import org.fairreview.review.ConclusionDraft;
import org.fairreview.review.Disposition;
import org.fairreview.review.ExceptionCase;
import org.fairreview.review.ExceptionClaim;
import org.fairreview.review.Finding;
import org.fairreview.review.Justification;
import org.fairreview.review.LegalBasis;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.ReviewRoute;
import org.fairreview.screening.FoundHit;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardGroup;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.fairreview.standard.SubItem;
import org.fairreview.workflow.FormContext;
import org.fairreview.workflow.OpenTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a review show: the measure, its text, findings, opinions, the draft, the chain. */
@Component
class ReviewFormContext implements FormContext {

    /** Tasks of those who review: their forms show what they think before they speak. */
    private static final Set<String> INSIDE = Set.of(
            "Task_CheckCompleteness",
            "Task_AssignReviewer",
            "Task_ReviewMeasure",
            "Task_DraftConclusion",
            "Task_SignConclusion",
            "Task_SealConclusion",
            "Task_ReviewOwnMeasure",
            "Task_DraftOwnConclusion",
            "Task_AmendOwnDraft",
            "Task_SignOwnReview",
            "Task_SealOwnForm",
            "Task_ChooseMembers",
            "Task_SummariseOpinions",
            "Task_SignOverruling");

    /** Tasks of people outside of the review: what the reviewers think before they speak is not theirs. */
    private static final Set<String> OUTSIDE = Set.of(
            "Task_SupplementMaterials",
            "Task_SupplyHearing",
            "Task_AmendDraft",
            "Task_ReviseMeasure",
            "Task_RegisterIssue",
            "Task_GiveMemberOpinion");

    /** Tasks in which findings are written or decided, and so what the screening found matters. */
    private static final Set<String> SCREENED =
            Set.of("Task_ReviewMeasure", "Task_ReviewOwnMeasure", "Task_DraftConclusion", "Task_DraftOwnConclusion");

    /** Tasks in which findings are written: by the standards in force, whichever the case began under. */
    private static final Set<String> REVIEWING = Set.of("Task_ReviewMeasure", "Task_ReviewOwnMeasure");

    /** Tasks that end in a conclusion, which stands under the standards of its own day. */
    private static final Set<String> CONCLUDING =
            Set.of("Task_DraftConclusion", "Task_DraftOwnConclusion", "Task_SignConclusion", "Task_SignOwnReview");

    /** A value of a list and the Chinese label that people choose by. */
    record Choice(String value, String label) {}

    /** A file of the version that may be released to an institution; the reviewed ones are, unless the reviewer says no. */
    record Material(String fileId, String label, boolean released) {}

    record FileView(String role, String roleLabel, String name, long size, String sha256, String url) {}

    record TextView(String sha256, String name, List<PassageView> passages) {}

    record PassageView(String address, String kind, int start, int end, String text) {}

    /**
     * What the screening found in the version, for the form in which findings are written.
     *
     * @param said where it stands, or what it found
     * @param by when and by which rules, where there are hits
     * @param unscreened what of the version was not screened
     */
    record ScreeningPart(
            boolean over, String said, @Nullable String by, List<String> unscreened, int open, List<HitPart> hits) {

        static ScreeningPart of(ScreeningView view, Map<String, List<SimilarView>> similar) {
            return new ScreeningPart(
                    view.isOver(),
                    view.said(),
                    view.by(),
                    view.unscreened(),
                    view.open(),
                    view.passages().stream()
                            .flatMap(passage -> Stream.concat(
                                    Stream.of(HitPart.of(
                                            passage.best(),
                                            passage.others().size(),
                                            similar.getOrDefault(
                                                    passage.best().hit().key(), List.of()))),
                                    passage.others().stream().map(other -> HitPart.of(other, -1, List.of()))))
                            .toList());
        }
    }

    /**
     * A hit.
     *
     * @param others how many more its passage has; -1 for those others themselves
     * @param similar earlier findings that resemble its passage, said once for all hits of the passage
     */
    record HitPart(
            String hit,
            int number,
            int others,
            String fileSha256,
            String address,
            int start,
            int end,
            String item,
            String itemLabel,
            @Nullable String subItem,
            @Nullable String subItemLabel,
            String rule,
            String reason,
            String question,
            String words,
            boolean dismissed,
            String dismissal,
            @Nullable String said,
            List<SimilarView> similar) {

        static HitPart of(ScreeningView.HitView view, int others, List<SimilarView> similar) {
            FoundHit hit = view.hit();
            return new HitPart(
                    hit.key(),
                    view.number(),
                    others,
                    hit.fileSha256(),
                    hit.address(),
                    hit.start(),
                    hit.end(),
                    view.item(),
                    view.itemLabel(),
                    view.subItem(),
                    view.subItemLabel(),
                    hit.rule(),
                    hit.reason(),
                    hit.question(),
                    hit.words(),
                    view.fate() == ScreeningView.Fate.DISMISSED,
                    view.dismissal(),
                    view.said(),
                    similar);
        }
    }

    /** An opinion that was asked, whoever gives it. */
    record AdviceView(
            String kind,
            String adviser,
            @Nullable String question,
            @Nullable String position,
            @Nullable String opinion,
            @Nullable String givenAt,
            @Nullable String url,
            AdviceViews.@Nullable LegalView legal,
            List<ProposalView> proposals) {

        /** An opinion of a body that is no legal adviser. */
        AdviceView(
                String kind,
                String adviser,
                String question,
                @Nullable String position,
                @Nullable String opinion,
                @Nullable String givenAt,
                @Nullable String url) {
            this(kind, adviser, question, position, opinion, givenAt, url, null, List.of());
        }
    }

    /** What an institution found and the reviewer took over for the review: no finding until the reviewer makes it one. */
    record ProposalView(String quotation, String item, String standard, String effect, String suggestion) {}

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
            String stage,
            boolean ownReview,
            @Nullable String supplementAsked,
            @Nullable String changeAsked,
            DraftersStatement statement,
            List<FileView> files,
            List<TextView> texts,
            List<FindingRow> findings,
            @Nullable ScreeningPart screening,
            String regime,
            @Nullable String standardsChanged,
            List<StandardGroup> standards,
            List<Person> reviewers,
            List<AdviserChoice> advisers,
            List<Choice> members,
            List<Choice> evaluators,
            List<Choice> evaluationPurposes,
            List<Material> evaluationMaterial,
            @Nullable String higherRegulator,
            List<AdviceView> advices,
            @Nullable CanvassPart canvass,
            List<Choice> fileRoles,
            List<Choice> legalBases,
            @Nullable ConclusionDraft draft,
            @Nullable ExceptionClaim exception,
            @Nullable String conclusion,
            List<Choice> conclusions,
            List<Choice> exceptionCases,
            List<Choice> justifications,
            List<String> chain,
            List<SignatureView> signatures,
            List<Choice> backTo,
            @Nullable String documentNumber,
            @Nullable String documentUrl) {}

    /** An adviser who may be asked, with how many requests wait for that one. */
    record AdviserChoice(String userId, String name, String unit, @Nullable String kind, long open) {}

    /**
     * A finding as the forms read and write it, with what they show beside it.
     *
     * @param item empty where the finding was made under an earlier regime, and not one item alone took the place of its own
     * @param standardsChanged what is to be confirmed of a finding that was made under an earlier regime
     */
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
            @Nullable String hit,
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
            @Nullable String justificationLabel,
            @Nullable String carriedLabel,
            boolean gone,
            @Nullable String standardsChanged) {}

    private final CaseFile caseFile;
    private final Measures measures;
    private final Texts texts;
    private final Standards standards;
    private final ScreeningViews screenings;
    private final SimilarViews similar;
    private final LegalAdvices advices;
    private final AdviceViews legalViews;
    private final Advisers advisers;
    private final Consultations consultations;
    private final Evaluations evaluations;
    private final Institutions institutions;
    private final CanvassViews canvasses;
    private final CaseInsights insights;
    private final Directory directory;
    private final Units units;
    private final Labels labels;
    private final Moments moments;
    private final CurrentActor currentActor;

    ReviewFormContext(
            CaseFile caseFile,
            Measures measures,
            Texts texts,
            Standards standards,
            ScreeningViews screenings,
            SimilarViews similar,
            LegalAdvices advices,
            AdviceViews legalViews,
            Advisers advisers,
            Consultations consultations,
            Evaluations evaluations,
            Institutions institutions,
            CanvassViews canvasses,
            CaseInsights insights,
            Directory directory,
            Units units,
            Labels labels,
            Moments moments,
            CurrentActor currentActor) {
        this.caseFile = caseFile;
        this.measures = measures;
        this.texts = texts;
        this.standards = standards;
        this.screenings = screenings;
        this.similar = similar;
        this.advices = advices;
        this.legalViews = legalViews;
        this.advisers = advisers;
        this.consultations = consultations;
        this.evaluations = evaluations;
        this.institutions = institutions;
        this.canvasses = canvasses;
        this.insights = insights;
        this.directory = directory;
        this.units = units;
        this.labels = labels;
        this.moments = moments;
        this.currentActor = currentActor;
    }

    /** Whether it is settled what the task's form may show. */
    static boolean isKnown(String taskKey) {
        return INSIDE.contains(taskKey) || OUTSIDE.contains(taskKey);
    }

    @Override
    public boolean serves(OpenTask task) {
        return isKnown(task.key())
                && caseFile.exists(task.caseNumber())
                && !caseFile.isClosedTo(task.caseNumber(), currentActor.get());
    }

    @Override
    @Transactional(readOnly = true)
    public Object of(OpenTask task) {
        ReviewCase review = caseFile.get(task.caseNumber());
        Measure measure = measures.get(review.measureId());
        MeasureVersion version = measures.version(review.versionId());
        boolean reviews = REVIEWING.contains(task.key());
        Regime regime =
                standards.regime(reviews ? standards.regime() : review.regime()).orElseThrow();
        boolean inside = INSIDE.contains(task.key());
        List<Finding> findings = caseFile.findings(review.number()).stream()
                .filter(finding -> inside
                        || ((review.isConcluded() || task.key().equals(CanvassViews.MEMBER_TASK))
                                && finding.disposition() != Disposition.RESOLVED))
                .toList();
        return new Context(
                review.number(),
                "/cases/" + review.number(),
                measure.facts().title(),
                labels.of("measure.kind", measure.facts().kind()),
                labels.of("measure.issuance", measure.facts().issuance()),
                units.name(review.draftingUnitId()),
                directory.nameOf(review.submittedBy()),
                moments.minute(review.submittedAt()),
                measure.facts().legalBasis(),
                version.number(),
                moments.dayOf(moments.now()).toString(),
                review.reviewerId().map(directory::nameOf).orElse(null),
                review.stage().name(),
                review.route() == ReviewRoute.OWN,
                review.supplementAsked().orElse(null),
                review.changeAsked().orElse(null),
                statement(measure, version.statement()),
                version.manifest().stream().map(entry -> file(review, entry)).toList(),
                version.reviewedFiles().stream().map(this::text).toList(),
                findings.stream().map(finding -> row(finding, regime)).toList(),
                inside && SCREENED.contains(task.key())
                        ? screenings
                                .of(review, currentActor.get())
                                .map(view -> ScreeningPart.of(view, reviews ? similarTo(review, view) : Map.of()))
                                .orElse(null)
                        : null,
                regime.id(),
                inside ? standardsChanged(review, task.key()) : null,
                regime.groups(),
                inside ? directory.holdersOf(Role.REVIEWER, review.regulatorUnitId()) : List.of(),
                inside ? advisers(review) : List.of(),
                inside ? canvasses.members(review) : List.of(),
                inside ? evaluators(review) : List.of(),
                choices("evaluation.purpose", Purpose.EXPECTED_EFFECT, Purpose.EFFECT_AFTER),
                version.manifest().stream()
                        .map(entry -> new Material(
                                entry.fileId(),
                                labels.of("measure.file", entry.role()) + "：" + entry.fileName(),
                                entry.role().isReviewed()))
                        .toList(),
                units.regulatorAbove(review.regionId()).map(Unit::name).orElse(null),
                inside ? opinions(review) : List.of(),
                canvasses.of(task, review),
                choices("measure.file", FileRole.values()),
                choices("review.legalBasis", LegalBasis.values()),
                inside ? review.draft().orElse(null) : null,
                inside ? review.exception().orElse(null) : null,
                inside || review.isConcluded()
                        ? review.draft()
                                .map(draft -> labels.of("review.conclusion", draft.conclusion()))
                                .orElse(null)
                        : null,
                choices("review.conclusion", Conclusion.values()),
                choices("review.exceptionCase", ExceptionCase.values()),
                choices("review.justification", Justification.values()),
                inside ? review.chain().stream().map(step -> step.label()).toList() : List.of(),
                !inside
                        ? List.of()
                        : review.signatures().stream()
                                .map(signature -> new SignatureView(
                                        signature.label(),
                                        directory.nameOf(signature.userId()),
                                        signature.agreed(),
                                        signature.remark(),
                                        moments.minute(signature.signedAt()),
                                        signature.valid()))
                                .toList(),
                inside ? earlierPlaces(review) : List.of(),
                inside || review.isConcluded() ? review.documentNumber().orElse(null) : null,
                review.documentFileId()
                        .filter(id -> inside || review.isConcluded())
                        .map(id -> "/cases/" + review.number() + "/files/" + id)
                        .orElse(null));
    }

    /** What the drafting unit says, with how parties were heard on what may not be shown to everybody (Measures 28). */
    private DraftersStatement statement(Measure measure, DraftersStatement said) {
        if (measure.hearingOtherwise().isBlank()) {
            return said;
        }
        return new DraftersStatement(
                said.heard(),
                (said.hearing() + "\n" + labels.text("said.hearingOtherwise.line", measure.hearingOtherwise())).strip(),
                said.adoption(),
                said.firstOpinion());
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

    /** Whom the reviewer may wish for: nobody who works for the drafting unit, or has a conflict of interest with it. */
    private List<AdviserChoice> advisers(ReviewCase review) {
        List<Adviser> free = advisers.free(review.regionId(), Party.unit(review.draftingUnitId()));
        Map<String, Long> open = advisers.openRequests(free);
        return free.stream()
                .map(adviser -> new AdviserChoice(
                        adviser.userId(),
                        adviser.name(),
                        units.name(adviser.unitId()),
                        advisers.kind(adviser.userId())
                                .map(kind -> labels.of("adviser.kind", kind))
                                .orElse(null),
                        open.getOrDefault(adviser.userId(), 0L)))
                .toList();
    }

    /** The bodies of the region that can be asked in a role, by their unit; never the drafting unit. */
    private List<Choice> bodies(ReviewCase review, Role role) {
        return units.all().stream()
                .filter(unit -> unit.regionId().equals(review.regionId()))
                .filter(unit -> !unit.id().equals(units.inCharge(review.draftingUnitId())))
                .filter(unit -> directory.hasHolders(role, unit.id()))
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    private List<Choice> evaluators(ReviewCase review) {
        return institutions.offered(review.regionId(), review.draftingUnitId()).stream()
                .map(unit -> new Choice(unit.id(), unit.name()))
                .toList();
    }

    private List<AdviceView> opinions(ReviewCase review) {
        String caseNumber = review.number();
        Stream<AdviceView> legal = advices.of(caseNumber).stream()
                .filter(advice -> advice.recall().isEmpty())
                .map(advice -> new AdviceView(
                        labels.text("opinion.kind.LEGAL"),
                        legalViews.adviser(advice),
                        legalViews.question(advice),
                        null,
                        legalViews.opinion(advice),
                        advice.givenAt().map(moments::minute).orElse(null),
                        null,
                        legalViews.of(review, advice, currentActor.get()),
                        List.of()));
        Stream<AdviceView> consulted = consultations.of(caseNumber).stream()
                .filter(consultation -> consultation.canvassId().isEmpty())
                .filter(consultation -> consultation.recall().isEmpty())
                .map(consultation -> new AdviceView(
                        labels.of("consultation.kind", consultation.kind()),
                        units.name(consultation.askedUnitId()),
                        consultation.question(),
                        consultation
                                .position()
                                .map(position -> labels.of("consultation.position", position))
                                .orElse(null),
                        consultation.opinion().orElse(null),
                        consultation.givenAt().map(moments::minute).orElse(null),
                        null));
        Stream<AdviceView> evaluated = evaluations.of(caseNumber).stream()
                .filter(evaluation -> evaluation.recall().isEmpty())
                .map(evaluation -> new AdviceView(
                        labels.text("opinion.kind.EVALUATION"),
                        units.name(evaluation.evaluatorUnitId()),
                        evaluation.question(),
                        null,
                        evaluation.summary().orElse(null),
                        evaluation.givenAt().map(moments::minute).orElse(null),
                        evaluation
                                .reportFileId()
                                .map(file -> CaseFilesAddress.of(caseNumber, file))
                                .orElse(null),
                        null,
                        evaluation.findings().stream()
                                .filter(finding -> finding.use()
                                        .filter(FindingUse.REVIEW::equals)
                                        .isPresent())
                                .map(finding -> new ProposalView(
                                        finding.quotation(),
                                        finding.item(),
                                        standards
                                                .regime(finding.regime())
                                                .flatMap(known -> known.item(finding.item()))
                                                .map(item -> item.article() + " " + item.label())
                                                .orElse(finding.item()),
                                        finding.effect(),
                                        finding.suggestion()))
                                .toList()));
        Stream<AdviceView> canvassed =
                canvasses.of(review, currentActor.get(), insights.of(review, currentActor.get())).stream()
                        .flatMap(this::canvassed);
        return Stream.of(legal, canvassed, consulted, evaluated)
                .flatMap(each -> each)
                .toList();
    }

    /** A canvass: what the office made of it, and what each member said. */
    private Stream<AdviceView> canvassed(CanvassPart part) {
        AdviceView whole = new AdviceView(
                labels.text("canvass.title"),
                part.tally(),
                part.question(),
                null,
                part.notNeeded() != null ? part.notNeeded() : part.summary(),
                null,
                null);
        return Stream.concat(
                Stream.of(whole),
                part.answers().stream()
                        .map(answer -> new AdviceView(
                                labels.text("canvass.unit"),
                                answer.unit(),
                                null,
                                answer.state(),
                                canvasses.said(answer),
                                null,
                                null)));
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

    /** Earlier findings that resemble the passages that were pointed at, by the key of each passage's best hit. */
    private Map<String, List<SimilarView>> similarTo(ReviewCase review, ScreeningView view) {
        Map<String, List<Passage>> files = new HashMap<>();
        Map<String, String> passages = new HashMap<>();
        for (ScreeningView.PassageHits pointedAt : view.passages()) {
            FoundHit hit = pointedAt.best().hit();
            files.computeIfAbsent(hit.fileSha256(), texts::passages).stream()
                    .filter(passage -> passage.start() <= hit.start() && hit.start() < passage.end())
                    .findFirst()
                    .ifPresent(passage -> passages.put(hit.key(), passage.text()));
        }
        return similar.to(review, passages, currentActor.get());
    }

    private @Nullable String standardsChanged(ReviewCase review, String taskKey) {
        if (review.isReviewedUnder(standards.regime())) {
            return null;
        }
        if (REVIEWING.contains(taskKey)) {
            return labels.text("review.standardsChanged.review", nameOf(standards.regime()), nameOf(review.regime()));
        }
        return CONCLUDING.contains(taskKey)
                ? labels.text("review.standardsChanged.conclude", nameOf(standards.regime()), nameOf(review.regime()))
                : null;
    }

    private String nameOf(String regime) {
        return standards.regime(regime).map(Regime::name).orElse(regime);
    }

    private FindingRow row(Finding finding, Regime regime) {
        return finding.regime().equals(regime.id())
                ? row(finding, regime.item(finding.item()), null)
                : rowOfAnEarlierRegime(finding, regime);
    }

    private FindingRow rowOfAnEarlierRegime(Finding finding, Regime regime) {
        List<StandardItem> successors = standards.successors(finding.regime(), finding.item(), regime.id());
        Optional<StandardItem> only = successors.size() == 1 ? Optional.of(successors.get(0)) : Optional.empty();
        String before = standards
                .regime(finding.regime())
                .flatMap(earlier -> earlier.item(finding.item()))
                .map(item -> item.article() + " " + item.label())
                .orElse(finding.item());
        String now = successors.stream()
                .map(item -> item.article() + " " + item.label())
                .collect(Collectors.joining("；"));
        String key = only.isPresent() ? "one" : "several";
        return row(
                finding, only, labels.text("finding.standardsChanged." + key, nameOf(finding.regime()), before, now));
    }

    private FindingRow row(Finding finding, Optional<StandardItem> item, @Nullable String standardsChanged) {
        Optional<SubItem> subItem =
                item.flatMap(known -> Optional.ofNullable(finding.subItem()).flatMap(known::subItem));
        return new FindingRow(
                finding.id(),
                finding.fileSha256(),
                finding.address(),
                finding.startOffset(),
                finding.endOffset(),
                finding.quotation(),
                item.map(StandardItem::code).orElse(""),
                subItem.map(SubItem::code).orElse(null),
                finding.reason(),
                finding.requiredChange(),
                nameOf(finding.legalBasis()),
                finding.legalBasisSource(),
                finding.specificOperator(),
                finding.hitKey().orElse(null),
                finding.disposition().name(),
                nameOf(finding.justification()),
                finding.dispositionNote(),
                item.map(StandardItem::article).orElse(""),
                item.map(known -> known.article() + ":" + known.label()).orElse(""),
                subItem.map(known -> known.citation() + ":" + known.label()).orElse(null),
                item.map(StandardItem::legalBasisQuestion).orElse(false),
                item.map(StandardItem::specificOperatorQuestion).orElse(false),
                labelOf("review.legalBasis", finding.legalBasis()),
                labels.of("review.disposition", finding.disposition()),
                labelOf("review.justification", finding.justification()),
                finding.carried()
                        .map(carried -> labels.of("review.carried", carried))
                        .orElse(null),
                finding.isGone(),
                standardsChanged);
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
}
