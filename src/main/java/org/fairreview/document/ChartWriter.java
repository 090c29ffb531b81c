package org.fairreview.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.fairreview.document.WordChart.Direction;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;

/** Draws a plot where a placeholder stands, as a chart of Word with the table of its numbers. */
final class ChartWriter {

    private static final String FONT = "宋体";
    private static final String SHEET = "数据";
    private static final String LANGUAGE = "zh-CN";
    private static final String ABOVE_NOTHING = "0;;;";

    /** Sizes of letters in hundredths of a point. */
    private static final int TITLE_SIZE = 1_200;

    private static final int TEXT_SIZE = 900;

    /** Apart from each other in grey, too: documents are copied. */
    private static final String[] COLOURS = {"1F4E79", "C55A11", "9DC3E6", "7F7F7F", "548235", "F4B183"};

    private static final Set<String> DARK = Set.of("1F4E79", "C55A11", "7F7F7F", "548235");
    private static final String LINES_OF_THE_GRID = "D9D9D9";
    private static final String LINE_OF_THE_NAMES = "7F7F7F";

    /** Widths and heights in points; the text of an official document is 442 points wide. */
    private static final int WIDTH = Units.toEMU(440);

    private static final double UPRIGHT_HEIGHT = 225;
    private static final double AROUND_THE_BARS = 85;
    private static final double HEIGHT_OF_A_BAR = 8;
    private static final double HEIGHT_OF_A_LABEL = 26;
    private static final double HIGHEST = 480;

    /** The space between the bars of two lines, in hundredths of a bar. */
    private static final int GAP = 60;

    private static final int MOST_STEPS = 8;

    /** How many numbers can stand at upright bars without hiding each other. */
    private static final int MOST_NUMBERS_UPRIGHT = 24;

    private ChartWriter() {}

    /** Puts the plot into the run, and lets its paragraph be as high as the plot. */
    static void write(WordChart plot, XWPFRun run) {
        try {
            XWPFChart chart = ((XWPFDocument) run.getDocument()).createChart(run, WIDTH, height(plot));
            XSSFWorkbook numbers = chart.getWorkbook();
            numbers.setSheetName(0, SHEET);
            forgetDates(numbers);
            draw(plot, chart);
            frame(plot.title(), chart);
            name(run, plot.title());
            if (run.getParent() instanceof XWPFParagraph paragraph) {
                makeRoom(paragraph);
            }
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int height(WordChart plot) {
        if (plot.direction() == Direction.UPRIGHT) {
            return Units.toEMU(UPRIGHT_HEIGHT);
        }
        int bars = plot.direction() == Direction.STACKED ? 1 : plot.series().size();
        double line = Math.max(HEIGHT_OF_A_LABEL, bars * HEIGHT_OF_A_BAR + HEIGHT_OF_A_BAR);
        return Units.toEMU(
                Math.min(HIGHEST, AROUND_THE_BARS + line * plot.lines().size()));
    }

    private static void draw(WordChart plot, XWPFChart chart) {
        boolean upright = plot.direction() == Direction.UPRIGHT;
        XDDFCategoryAxis names = chart.createCategoryAxis(upright ? AxisPosition.BOTTOM : AxisPosition.LEFT);
        XDDFValueAxis scale = chart.createValueAxis(upright ? AxisPosition.LEFT : AxisPosition.BOTTOM);
        names.setMajorTickMark(AxisTickMark.NONE);
        scale.setMajorTickMark(AxisTickMark.NONE);
        scale.setNumberFormat("0");
        scale.setMinimum(0);
        scale.setMajorUnit(step(plot));
        scale.setCrossBetween(AxisCrossBetween.BETWEEN);
        scale.getOrAddMajorGridProperties().setLineProperties(line(LINES_OF_THE_GRID));
        scale.getOrAddShapeProperties().setLineProperties(line(LINES_OF_THE_GRID));
        names.getOrAddShapeProperties().setLineProperties(line(LINE_OF_THE_NAMES));
        if (!upright) {
            // the first line stands at the top, and the scale still below
            names.setOrientation(AxisOrientation.MAX_MIN);
            scale.setCrosses(AxisCrosses.MAX);
        }
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, scale);
        bars.setBarDirection(upright ? BarDirection.COL : BarDirection.BAR);
        bars.setBarGrouping(plot.direction() == Direction.STACKED ? BarGrouping.STACKED : BarGrouping.CLUSTERED);
        bars.setOverlap((byte) (plot.direction() == Direction.STACKED ? 100 : 0));
        bars.setGapWidth(GAP);
        bars.setVaryColors(false);
        XDDFCategoryDataSource labels = XDDFDataSourcesFactory.fromArray(
                plot.lines().stream()
                        .map(each -> TemplateText.inOneLine(each.label()))
                        .toArray(String[]::new),
                range(chart, plot, 0));
        for (int place = 0; place < plot.series().size(); place++) {
            series(plot, chart, bars, labels, place);
        }
        chart.plot(bars);
    }

    private static void series(
            WordChart plot, XWPFChart chart, XDDFBarChartData bars, XDDFCategoryDataSource labels, int place) {
        Integer[] numbers =
                plot.lines().stream().map(each -> each.numbers().get(place)).toArray(Integer[]::new);
        String name = TemplateText.inOneLine(plot.series().get(place));
        XDDFBarChartData.Series series = (XDDFBarChartData.Series) bars.addSeries(
                labels, XDDFDataSourcesFactory.fromArray(numbers, range(chart, plot, place + 1), place + 1));
        series.setTitle(name, chart.setSheetTitle(name, place + 1));
        series.setFillProperties(colour(COLOURS[place % COLOURS.length]));
        series.setInvertIfNegative(false);
        if (showsNumbers(plot)) {
            showNumbers(series.getCTBarSer().addNewDLbls(), plot, place);
        }
    }

    private static String range(XWPFChart chart, WordChart plot, int column) {
        return chart.formatRange(new CellRangeAddress(1, plot.lines().size(), column, column));
    }

    private static boolean showsNumbers(WordChart plot) {
        return plot.direction() != Direction.UPRIGHT
                || plot.lines().size() * plot.series().size() <= MOST_NUMBERS_UPRIGHT;
    }

    /** A zero needs no word; in a dark bar a number is white. */
    private static void showNumbers(CTDLbls labels, WordChart plot, int place) {
        CTNumFmt format = labels.addNewNumFmt();
        format.setFormatCode(ABOVE_NOTHING);
        format.setSourceLinked(false);
        if (plot.direction() == Direction.STACKED && DARK.contains(COLOURS[place % COLOURS.length])) {
            CTTextCharacterProperties white = write(labels.addNewTxPr(), TEXT_SIZE);
            white.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {-1, -1, -1});
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    /** Whole numbers, at most some ten of them. */
    private static double step(WordChart plot) {
        int longest = plot.lines().stream()
                .mapToInt(line -> plot.direction() == Direction.STACKED
                        ? line.numbers().stream().mapToInt(Integer::intValue).sum()
                        : line.numbers().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0))
                .max()
                .orElse(0);
        int step = 1;
        while (longest / step > MOST_STEPS) {
            step = String.valueOf(step).startsWith("2") ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static void frame(String title, XWPFChart chart) {
        chart.setTitleText(TemplateText.inOneLine(title));
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        CTTextBody body = chart.getTitle().getBody().getXmlObject();
        CTTextCharacterProperties letters = body.getPArray(0).getRArray(0).isSetRPr()
                ? body.getPArray(0).getRArray(0).getRPr()
                : body.getPArray(0).getRArray(0).addNewRPr();
        style(letters, TITLE_SIZE);
        letters.setB(true);
        if (body.getPArray(0).isSetEndParaRPr()) {
            body.getPArray(0).unsetEndParaRPr();
        }
        if (chart.getCTChart().getPlotArea().getBarChartArray(0).sizeOfSerArray() > 1) {
            chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
        chart.getOrAddShapeProperties().setLineProperties(line(LINES_OF_THE_GRID));
        write(chart.getCTChartSpace().addNewTxPr(), TEXT_SIZE);
        if (!chart.getCTChartSpace().isSetRoundedCorners()) {
            chart.getCTChartSpace().addNewRoundedCorners();
        }
        chart.getCTChartSpace().getRoundedCorners().setVal(false);
        chart.getCTChartSpace().addNewLang().setVal(LANGUAGE);
    }

    private static CTTextCharacterProperties write(CTTextBody body, int size) {
        body.addNewBodyPr();
        body.addNewLstStyle();
        CTTextCharacterProperties letters = body.addNewP().addNewPPr().addNewDefRPr();
        style(letters, size);
        return letters;
    }

    private static void style(CTTextCharacterProperties letters, int size) {
        letters.setLang(LANGUAGE);
        letters.setSz(size);
        letters.setB(false);
        letters.addNewLatin().setTypeface(FONT);
        letters.addNewEa().setTypeface(FONT);
    }

    private static XDDFSolidFillProperties colour(String hex) {
        return new XDDFSolidFillProperties(XDDFColor.from(HexFormat.of().parseHex(hex)));
    }

    private static XDDFLineProperties line(String hex) {
        return new XDDFLineProperties(colour(hex));
    }

    /** What Word and a screen reader call the plot. */
    private static void name(XWPFRun run, String title) {
        CTNonVisualDrawingProps drawing =
                run.getCTR().getDrawingArray(0).getInlineArray(0).getDocPr();
        drawing.setName(title);
        drawing.setDescr(title);
    }

    /** Lines of a fixed height, as official documents have them, would cut the plot off. */
    private static void makeRoom(XWPFParagraph paragraph) {
        paragraph.setSpacingBetween(1, LineSpacingRule.AUTO);
        paragraph.setIndentationFirstLine(0);
        paragraph.getCTPPr().getInd().setFirstLineChars(BigInteger.ZERO);
    }

    private static void forgetDates(XSSFWorkbook numbers) {
        PackagePropertiesPart properties = (PackagePropertiesPart)
                numbers.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setCreatorProperty(Optional.empty());
        properties.setCreatedProperty(Optional.empty());
    }
}
