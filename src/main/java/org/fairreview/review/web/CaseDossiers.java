package org.fairreview.review.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fairreview.document.FileStore;
import org.fairreview.document.Passage;
import org.fairreview.document.PdfBinder;
import org.fairreview.document.PdfBook;
import org.fairreview.document.PdfPart;
import org.fairreview.document.PdfPart.Block;
import org.fairreview.document.PdfPart.Heading;
import org.fairreview.document.PdfPart.Inserted;
import org.fairreview.document.PdfPart.Table;
import org.fairreview.document.PdfPart.Text;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Texts;
import org.fairreview.identity.Actor;
import org.fairreview.measure.Measures;
import org.fairreview.review.CaseFile;
import org.fairreview.review.Retention;
import org.fairreview.review.ReviewCase;
import org.fairreview.review.web.CasePage.Fact;
import org.fairreview.review.web.CasePage.FileView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of a case as an archive keeps them (案卷), in one PDF: cover, contents, the opinion, the approval sheet, what
 * was submitted, what others said, the versions, delivery and issue, the record, and the sheet of remarks (备考表). For
 * those who stand inside of the review.
 */
@Component
class CaseDossiers {

    /** Larger files stay beside the dossier. */
    private static final long LARGEST_BOUND = 30L * 1024 * 1024;

    /** What comes when a part holds so much stays beside it, too. */
    private static final long MOST_BOUND = 60L * 1024 * 1024;

    private final CasePages pages;
    private final CasePapers papers;
    private final CanvassViews canvasses;
    private final CaseInsights insights;
    private final CaseFile caseFile;
    private final Measures measures;
    private final FileStore store;
    private final Texts texts;
    private final Retention retention;
    private final PdfBinder binder;
    private final Labels labels;
    private final Moments moments;

    CaseDossiers(
            CasePages pages,
            CasePapers papers,
            CanvassViews canvasses,
            CaseInsights insights,
            CaseFile caseFile,
            Measures measures,
            FileStore store,
            Texts texts,
            Retention retention,
            PdfBinder binder,
            Labels labels,
            Moments moments) {
        this.pages = pages;
        this.papers = papers;
        this.canvasses = canvasses;
        this.insights = insights;
        this.caseFile = caseFile;
        this.measures = measures;
        this.store = store;
        this.texts = texts;
        this.retention = retention;
        this.binder = binder;
        this.labels = labels;
        this.moments = moments;
    }

    /** What is bound for the person; empty where there is nothing for the person. */
    @Transactional(readOnly = true)
    Optional<PdfBook> find(String number, Actor actor) {
        return pages.find(number, actor).filter(CasePage::inside).map(page -> {
            ReviewCase review = caseFile.get(number);
            return book(
                    review, page, papers.sheet(number, actor), canvasses.of(review, actor, insights.of(review, actor)));
        });
    }

    /** The dossier as a PDF; empty where the machine has no font for it. */
    Optional<byte[]> bind(PdfBook book) {
        return binder.bind(book);
    }

    private PdfBook book(
            ReviewCase review, CasePage page, Optional<CasePapers.Sheet> sheet, List<CanvassPart> canvassed) {
        List<PdfPart> parts = Stream.of(
                        opinion(page),
                        sheet.map(this::approval).orElse(null),
                        submitted(page),
                        others(page, canvassed),
                        versions(page),
                        outcome(page),
                        record(page))
                .filter(Objects::nonNull)
                .toList();
        return new PdfBook(
                text("dossier.title"),
                cover(review, page),
                new PdfBook.Contents(text("dossier.contents"), text("dossier.part"), text("dossier.pages")),
                parts,
                count -> remarks(count));
    }

    private List<List<String>> cover(ReviewCase review, CasePage page) {
        String kept = labels.of(
                "review.retention",
                retention.of(
                        measures.get(review.measureId()).facts().kind(),
                        review.regionId(),
                        moments.dayOf(review.submittedAt())));
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(text("dossier.number"), page.row().number()));
        lines.add(List.of(text("dossier.measure"), page.row().title()));
        lines.add(List.of(text("dossier.unit"), page.row().draftingUnit()));
        lines.add(List.of(text("dossier.regulator"), page.regulator()));
        lines.add(List.of(text("dossier.from"), page.row().submitted()));
        lines.add(List.of(
                text("dossier.state"),
                Optional.ofNullable(page.course().end()).orElse(page.row().stageLabel())));
        lines.add(List.of(
                text("dossier.conclusion"),
                Optional.ofNullable(page.conclusion())
                        .map(CasePage.ConclusionView::label)
                        .orElse(text("dossier.none"))));
        lines.add(List.of(text("dossier.retention"), kept));
        return lines;
    }

    private @Nullable PdfPart opinion(CasePage page) {
        CasePage.ConclusionView conclusion = page.conclusion();
        if (conclusion == null) {
            return null;
        }
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text("dossier.conclusion"), conclusion.label()));
        add(facts, "dossier.documentNumber", conclusion.documentNumber());
        add(facts, "dossier.signedOffAt", conclusion.signedOffAt());
        add(facts, "dossier.sealedOn", conclusion.sealedOn());
        List<Block> blocks = new ArrayList<>(List.of(table(facts)));
        conclusion.texts().forEach(said -> {
            blocks.add(new Heading(said.label()));
            blocks.add(new Text(said.value()));
        });
        if (!page.findings().isEmpty()) {
            blocks.add(new Heading(text("dossier.findings")));
            page.findings().forEach(finding -> blocks.add(table(finding(finding))));
        }
        page.documents().forEach(document -> bindIn(blocks, document));
        return new PdfPart(text("dossier.opinion"), blocks);
    }

    private List<Fact> finding(CasePage.FindingView finding) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text("dossier.finding.place"), finding.file() + " " + finding.address()));
        facts.add(new Fact(text("dossier.finding.words"), finding.quotation()));
        facts.add(new Fact(text("dossier.finding.item"), finding.item()));
        add(facts, "dossier.finding.subItem", finding.subItem());
        add(facts, "dossier.finding.reason", finding.reason());
        add(facts, "dossier.finding.change", finding.requiredChange());
        facts.add(new Fact(text("dossier.finding.disposition"), finding.dispositionLabel()));
        add(facts, "dossier.finding.note", finding.dispositionNote());
        return facts;
    }

    private PdfPart approval(CasePapers.Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                text("dossier.approval.place"),
                text("dossier.approval.name"),
                text("dossier.approval.said"),
                text("dossier.approval.at")));
        sheet.approvals()
                .forEach(approval -> rows.add(List.of(
                        approval.place(),
                        or(approval.name()),
                        approval.name() == null
                                ? ""
                                : (text(approval.agreed() ? "dossier.approval.agreed" : "dossier.approval.back")
                                                + "　"
                                                + or(approval.remark()))
                                        .strip(),
                        or(approval.at()))));
        return new PdfPart(
                text("dossier.approval"),
                List.of(
                        table(List.of(
                                new Fact(text("dossier.approval.reviewer"), sheet.reviewer()),
                                new Fact(text("dossier.conclusion"), sheet.conclusion()))),
                        new Table(List.of(2, 2, 5, 3), true, rows)));
    }

    private PdfPart submitted(CasePage page) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(table(page.facts()));
        if (!page.statement().isEmpty()) {
            blocks.add(table(page.statement()));
        }
        page.versions().stream().filter(CasePage.VersionView::current).forEach(version -> {
            blocks.add(files(version.files()));
            version.files().forEach(file -> bindIn(blocks, file));
        });
        return new PdfPart(text("dossier.submitted"), blocks);
    }

    private Table files(List<FileView> files) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(text("dossier.file.role"), text("dossier.file.name"), text("dossier.file.digest")));
        files.forEach(file -> rows.add(List.of(file.role(), file.name() + "（" + file.size() + "）", file.sha256())));
        return new Table(List.of(2, 4, 6), true, rows);
    }

    private @Nullable PdfPart others(CasePage page, List<CanvassPart> canvassed) {
        if (page.advices().isEmpty() && canvassed.isEmpty()) {
            return null;
        }
        List<Block> blocks = new ArrayList<>();
        canvassed.forEach(part -> canvass(blocks, part));
        page.advices().forEach(advice -> {
            blocks.add(new Heading(advice.kind() + "　" + advice.adviser()));
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(text("dossier.advice.asked"), advice.requestedAt() + "　" + advice.requestedBy()));
            add(facts, "dossier.advice.question", advice.question());
            add(facts, "dossier.advice.position", advice.position());
            add(facts, "dossier.advice.opinion", advice.opinion());
            add(facts, "dossier.advice.givenAt", advice.givenAt());
            add(facts, "dossier.advice.recalled", advice.recalled());
            if (advice.legal() != null) {
                legal(facts, advice.legal());
            }
            blocks.add(table(facts));
            fileOf(advice.url()).ifPresent(file -> insert(blocks, file));
            if (advice.legal() != null) {
                advice.legal().files().forEach(each -> fileOf(each.url()).ifPresent(file -> insert(blocks, file)));
            }
        });
        return new PdfPart(text("dossier.others"), blocks);
    }

    private void canvass(List<Block> blocks, CanvassPart part) {
        blocks.add(new Heading(text("canvass.title")));
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(text("dossier.advice.asked"), part.asked()));
        add(facts, "dossier.advice.question", part.question());
        add(facts, "canvass.rule.label", part.rule());
        add(facts, "canvass.tally.label", part.tally());
        add(facts, "canvass.notNeeded", part.notNeeded());
        add(facts, "canvass.closeReason", part.closeReason());
        part.answers()
                .forEach(answer ->
                        facts.add(new Fact(answer.unit(), (answer.state() + "\n" + canvasses.said(answer)).strip())));
        add(facts, "canvass.summary", part.summary());
        add(facts, "canvass.overrulingRefused", part.overrulingRefused());
        add(facts, "canvass.overruled", part.overruled());
        blocks.add(table(facts));
    }

    private void legal(List<Fact> facts, AdviceViews.LegalView legal) {
        add(facts, "dossier.advice.assessment", legal.assessment());
        add(facts, "dossier.advice.supersedes", legal.supersedes());
        add(facts, "dossier.advice.supersedeReason", legal.supersedeReason());
        if (legal.superseded()) {
            facts.add(new Fact(text("dossier.advice.state"), text("page.advice.superseded")));
        }
        if (!legal.declines().isEmpty()) {
            facts.add(new Fact(text("dossier.advice.declined"), String.join("\n", legal.declines())));
        }
        add(facts, "dossier.advice.adopted", legal.adopted());
        add(facts, "dossier.advice.adoptionReason", legal.adoptionReason());
    }

    private @Nullable PdfPart versions(CasePage page) {
        if (page.versions().size() == 1 && page.course().past().isEmpty()) {
            return null;
        }
        List<Block> blocks = new ArrayList<>();
        page.versions().forEach(version -> {
            blocks.add(new Heading(text(
                    "dossier.version",
                    version.number(),
                    version.submittedAt(),
                    version.submittedBy(),
                    version.digest())));
            blocks.add(files(version.files()));
        });
        page.versions().stream()
                .filter(version -> !version.current())
                .flatMap(version -> version.files().stream())
                .forEach(file -> bindIn(blocks, file));
        page.course().past().forEach(past -> {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(text("dossier.conclusion"), past.label()));
            add(facts, "dossier.documentNumber", past.documentNumber());
            add(facts, "dossier.signedOffAt", past.signedOffAt());
            add(facts, "dossier.past.reason", past.reason());
            blocks.add(new Heading(text("dossier.past", past.version())));
            blocks.add(table(facts));
            past.files().forEach(file -> bindIn(blocks, file));
        });
        return new PdfPart(text("dossier.versions"), blocks);
    }

    private @Nullable PdfPart outcome(CasePage page) {
        List<Fact> facts = new ArrayList<>();
        Optional.ofNullable(page.conclusion())
                .map(CasePage.ConclusionView::delivered)
                .ifPresent(delivered -> facts.add(new Fact(text("dossier.delivered"), delivered)));
        facts.addAll(page.course().issue());
        add(facts, "dossier.lead", page.course().lead());
        facts.addAll(page.course().term());
        add(facts, "dossier.state", page.course().end());
        add(facts, "dossier.endReason", page.course().endReason());
        return facts.isEmpty() ? null : new PdfPart(text("dossier.outcome"), List.of(table(facts)));
    }

    private PdfPart record(CasePage page) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(text("dossier.record.at"), text("dossier.record.who"), text("dossier.record.what")));
        page.timeline()
                .forEach(step -> rows.add(List.of(
                        step.at(),
                        Stream.of(step.who(), or(step.unit()))
                                .filter(said -> !said.isBlank())
                                .collect(Collectors.joining("\n")),
                        step.what())));
        return new PdfPart(text("dossier.record"), List.of(new Table(List.of(3, 4, 5), true, rows)));
    }

    private PdfPart remarks(int count) {
        return new PdfPart(
                text("dossier.remarks"),
                List.of(
                        new Text(text("dossier.remarks.count", count)),
                        new Text(text("dossier.remarks.made", moments.minute(moments.now()))),
                        new Table(
                                List.of(3, 7),
                                false,
                                List.of(
                                        List.of(text("dossier.remarks.note"), "\n\n\n\n\n\n"),
                                        List.of(text("dossier.remarks.filedBy"), "\n"),
                                        List.of(text("dossier.remarks.checkedBy"), "\n"),
                                        List.of(text("dossier.remarks.filedOn"), "\n")))));
    }

    private void bindIn(List<Block> blocks, FileView view) {
        blocks.add(new Heading(view.role() + "　" + view.name()));
        fileOf(view.url()).ifPresent(file -> insert(blocks, file));
    }

    private Optional<StoredFile> fileOf(@Nullable String url) {
        return Optional.ofNullable(url)
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .flatMap(store::find);
    }

    private void insert(List<Block> blocks, StoredFile file) {
        String words = texts.passages(file.sha256()).stream().map(Passage::text).collect(Collectors.joining("\n"));
        String instead = words.isBlank()
                ? text("dossier.beside", file.sha256())
                : text("dossier.words", file.sha256()) + "\n" + words;
        long bound = blocks.stream()
                .mapToLong(block -> block instanceof Inserted inserted ? inserted.bytes().length : 0)
                .sum();
        boolean fits = file.size() <= LARGEST_BOUND && bound + file.size() <= MOST_BOUND;
        byte[] bytes = fits ? store.bytes(file.sha256()) : new byte[0];
        blocks.add(new Inserted(file.name(), bytes, instead));
    }

    private void add(List<Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(text(label), value));
        }
    }

    private static Table table(List<Fact> facts) {
        return new Table(
                List.of(2, 8),
                false,
                facts.stream().map(fact -> List.of(fact.label(), fact.value())).toList());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String text(String key, Object... arguments) {
        return labels.text(key, arguments);
    }
}
