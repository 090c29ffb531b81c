package org.fairreview.reporting.web;

import java.util.ArrayList;
import java.util.List;
import org.fairreview.document.SheetWriter;
import org.fairreview.document.SheetWriter.Column;
import org.fairreview.reporting.Figure;
import org.fairreview.reporting.Numbers;
import org.fairreview.reporting.Slice;
import org.fairreview.reporting.web.FigurePages.LineView;
import org.fairreview.reporting.web.FigurePages.Plot;
import org.fairreview.reporting.web.FigurePages.PlotLine;
import org.fairreview.reporting.web.FigurePages.SectionView;
import org.springframework.stereotype.Component;

/** The sheets of figures, and of the lists behind them. */
@Component
class FigureWorkbooks {

    private record SummaryLine(String section, String figure, String part, int count, String means, String countedBy) {}

    private final FigurePages pages;
    private final FigureTexts texts;

    FigureWorkbooks(FigurePages pages, FigureTexts texts) {
        this.pages = pages;
        this.texts = texts;
    }

    /** The figures with their parts. */
    void summary(SheetWriter workbook, String caption, List<SectionView> sections) {
        List<SummaryLine> lines = new ArrayList<>();
        for (SectionView section : sections) {
            section.figures().forEach(figure -> {
                lines.add(new SummaryLine(
                        section.name(),
                        figure.name(),
                        "",
                        figure.number().count(),
                        figure.means(),
                        figure.countedBy()));
                figure.parts()
                        .forEach(part -> lines.add(
                                new SummaryLine(section.name(), figure.name(), part.label(), part.count(), "", "")));
            });
        }
        workbook.sheet(
                texts.of("figures.title"),
                caption,
                List.of(
                        new Column<>(texts.of("figures.section"), 24, SummaryLine::section),
                        new Column<>(texts.of("figures.figure"), 28, SummaryLine::figure),
                        new Column<>(texts.of("figures.part"), 32, SummaryLine::part),
                        new Column<>(texts.of("figures.count"), 10, SummaryLine::count),
                        new Column<>(texts.of("figures.countedBy"), 14, SummaryLine::countedBy),
                        new Column<>(texts.of("figures.means"), 80, SummaryLine::means)),
                lines::forEach);
    }

    /** The table of a plot. */
    byte[] plot(Plot plot, String caption) {
        List<Column<PlotLine>> columns = new ArrayList<>();
        columns.add(new Column<>(plot.first(), 48, PlotLine::label));
        for (int place = 0; place < plot.columns().size(); place++) {
            int at = place;
            columns.add(new Column<>(plot.columns().get(place), 24, line -> line.numbers()
                    .get(at)
                    .count()));
        }
        return SheetWriter.write(plot.title(), caption, columns, plot.lines());
    }

    /** The list behind a figure. */
    void lines(SheetWriter workbook, String caption, Figure figure, Numbers numbers, Slice slice, boolean complaints) {
        List<Column<LineView>> columns = new ArrayList<>(List.of(
                new Column<>(texts.of("figures.subject"), 26, LineView::subject),
                new Column<>(texts.of("figures.name"), 60, LineView::title),
                new Column<>(texts.dimension("unit"), 28, LineView::unit),
                new Column<>(texts.dimension("region"), 14, LineView::region),
                new Column<>(texts.countedBy(figure), 16, LineView::day)));
        List<String> heads = pages.heads(figure);
        for (int place = 0; place < heads.size(); place++) {
            int at = place;
            columns.add(new Column<>(heads.get(place), 28, line -> line.values().get(at)));
        }
        columns.add(new Column<>(texts.of("figures.count"), 10, LineView::amount));
        workbook.sheet(
                texts.name(figure),
                caption,
                columns,
                line -> numbers.each(figure, slice, each -> line.accept(pages.view(figure, each, complaints))));
    }
}
