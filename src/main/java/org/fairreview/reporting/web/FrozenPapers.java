package org.fairreview.reporting.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.WordTexts;
import org.fairreview.identity.Unit;
import org.fairreview.identity.Units;
import org.fairreview.reporting.Books;
import org.fairreview.reporting.Closing;
import org.fairreview.reporting.ClosingPapers;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.web.FigurePages.SectionView;
import org.springframework.stereotype.Component;

/** The workbook of a closed period, with a sheet for each list, and its report. Numbers of complaints are in neither. */
@Component
class FrozenPapers implements ClosingPapers {

    private final Books books;
    private final FigurePages pages;
    private final FigureWorkbooks workbooks;
    private final YearPapers papers;
    private final PeriodReports reports;
    private final FigureTexts texts;
    private final Units units;

    FrozenPapers(
            Books books,
            FigurePages pages,
            FigureWorkbooks workbooks,
            YearPapers papers,
            PeriodReports reports,
            FigureTexts texts,
            Units units) {
        this.books = books;
        this.pages = pages;
        this.workbooks = workbooks;
        this.papers = papers;
        this.reports = reports;
        this.texts = texts;
        this.units = units;
    }

    @Override
    public String nameOfContent(Closing closing) {
        return texts.of(
                "closing.file.content",
                units.regionName(closing.regionId()),
                pages.periodName(Asked.of(closing.period())));
    }

    @Override
    public List<Paper> of(Closing closing) {
        Asked asked = Asked.of(closing.period());
        List<SectionView> sections = sections(closing);
        Numbers numbers = books.numbers(closing);
        String period = pages.periodName(asked);
        String office = units.regulatorOf(closing.regionId()).map(Unit::name).orElse("");
        return List.of(
                new Paper(Kind.WORKBOOK, texts.of("closing.file.workbook", period), workbook(closing)),
                new Paper(
                        Kind.WORD,
                        texts.of("closing.file.word", period),
                        papers.word(office, pages.period(asked), numbers, closing.slice(), sections)),
                report(closing, asked, office, numbers));
    }

    /** The summary of a year, the bulletin of a quarter. */
    private Paper report(Closing closing, Asked asked, String office, Numbers numbers) {
        String region = units.regionName(closing.regionId());
        String period = pages.periodName(asked);
        return asked.part().isEmpty()
                ? new Paper(
                        Kind.SUMMARY,
                        texts.of("report.file.summary", region, period),
                        reports.summary(office, region, period, numbers, closing.slice()))
                : new Paper(
                        Kind.BULLETIN,
                        texts.of("report.file.bulletin", region, period),
                        reports.bulletin(office, region, period, numbers, closing.slice()));
    }

    /** The workbook is written anew from what was frozen, the summary has other words in their place; the others name nothing. */
    @Override
    public byte[] without(Closing closing, Kind kind, byte[] kept, List<String> titles) {
        return switch (kind) {
            case WORKBOOK -> workbook(closing);
            case SUMMARY ->
                WordTexts.replaced(
                        kept,
                        titles.stream()
                                .collect(Collectors.toMap(title -> title, title -> texts.of("figures.restricted"))));
            case WORD, BULLETIN -> kept;
            case CONTENT -> throw new IllegalArgumentException("The canonical writing is given whole, or not");
        };
    }

    /** What was closed, and nothing of what the product has learnt to count since. */
    private List<SectionView> sections(Closing closing) {
        return pages.sections(
                Asked.of(closing.period()), books.forPage(closing.regions()), books.closedFigures(closing));
    }

    private byte[] workbook(Closing closing) {
        Numbers numbers = books.numbers(closing);
        try (SheetWriter workbook = new SheetWriter();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            String caption = pages.caption(Asked.of(closing.period()), closing.slice(), closing.regions());
            workbooks.summary(workbook, caption, sections(closing));
            for (Figure figure : books.closedFigures(closing)) {
                if (numbers.rows(figure, closing.slice()) > 0) {
                    workbooks.lines(workbook, caption, figure, numbers, closing.slice(), false);
                }
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
