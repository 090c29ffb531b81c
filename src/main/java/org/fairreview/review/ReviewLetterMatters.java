package org.fairreview.review;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.identity.Units;
import org.fairreview.measure.Measure;
import org.fairreview.measure.Measures;
import org.fairreview.standard.Regime;
import org.fairreview.standard.StandardItem;
import org.fairreview.standard.Standards;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells letters of review cases: what stands against the measure, and how it was issued. */
@Component
class ReviewLetterMatters implements LetterMatter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** What a letter can be about: a finding that nobody took back, justified, or put right. */
    private static final Set<Disposition> STANDING = Set.of(Disposition.OPEN, Disposition.CHANGE_REQUIRED);

    private final ReviewCases cases;
    private final CaseFile caseFile;
    private final Findings findings;
    private final Measures measures;
    private final Standards standards;
    private final Units units;
    private final MessageSource messages;

    ReviewLetterMatters(
            ReviewCases cases,
            CaseFile caseFile,
            Findings findings,
            Measures measures,
            Standards standards,
            Units units,
            MessageSource messages) {
        this.cases = cases;
        this.caseFile = caseFile;
        this.findings = findings;
        this.measures = measures;
        this.standards = standards;
        this.units = units;
        this.messages = messages;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Matter> about(String subject, String unitId) {
        return cases.findById(subject)
                .filter(review -> review.destroyedAt().isEmpty())
                .map(this::matter);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOpenTo(String subject, Actor actor) {
        return caseFile.find(subject, actor)
                .filter(review -> !actor.belongsTo(review.draftingUnitId()))
                .isPresent();
    }

    private Matter matter(ReviewCase review) {
        Measure measure = measures.get(review.measureId());
        String title = measure.facts().title();
        return new Matter(
                title,
                measure.circulation().isRestricted(),
                facts(review, title),
                List.of(new MeasureConcerned(
                        title, review.issue().map(Issue::number).orElse(""), review.draftingUnitId())),
                findings.findByCaseNumberAndRoundOrderById(review.number(), review.round()).stream()
                        .filter(finding -> STANDING.contains(finding.disposition()))
                        .map(finding -> quoted(finding, title))
                        .toList(),
                "/cases/" + review.number());
    }

    /** Issued against the conclusion or before it (Reg. 18), issued otherwise than reviewed, or how far the review is. */
    private String facts(ReviewCase review, String title) {
        String drafter = units.name(review.draftingUnitId());
        if (review.issue().isPresent()) {
            Issue issue = review.issue().get();
            String how = issue.tooEarly() ? "early" : issue.passagesDeviating() > 0 ? "deviating" : "issued";
            return text(
                    "letterMatter." + how,
                    drafter,
                    title,
                    issue.number(),
                    DAY.format(issue.issuedOn()),
                    String.valueOf(issue.passagesDeviating()));
        }
        return review.conclusion()
                        .filter(conclusion -> !conclusion.allowsIssue())
                        .isPresent()
                ? text("letterMatter.doesNotConform", drafter, title)
                : text("letterMatter.underReview", drafter, title, review.number());
    }

    private QuotedFinding quoted(Finding finding, String title) {
        return new QuotedFinding(
                String.valueOf(finding.id()),
                title,
                finding.address(),
                finding.quotation(),
                standards
                        .regime(finding.regime())
                        .flatMap(regime -> standard(finding, regime))
                        .orElse(finding.item()),
                finding.reason(),
                finding.requiredChange());
    }

    private static Optional<String> standard(Finding finding, Regime regime) {
        return regime.item(finding.item()).map(item -> "%s（%s）".formatted(item.label(), articles(finding, item)));
    }

    private static String articles(Finding finding, StandardItem item) {
        return Optional.ofNullable(finding.subItem())
                .filter(code -> !code.isBlank())
                .flatMap(item::subItem)
                .map(subItem -> item.article() + "、" + subItem.citation())
                .orElse(item.article());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
