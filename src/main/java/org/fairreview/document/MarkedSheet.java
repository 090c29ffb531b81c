package org.fairreview.document;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/**
 * A sheet that people fill in, and get back with what is wrong in its cells: coloured, with a comment, and said once more at
 * the end of the line.
 *
 * @param <L> its lines
 */
public final class MarkedSheet<L> {

    private static final int WIDTH_OF_A_CHARACTER = 256;
    private static final int RESULT_WIDTH = 60;

    /** Comments stay in memory until the end; beyond these the colour and the text at the end of the line say it. */
    private static final int MOST_COMMENTS = 2_000;

    /**
     * A column.
     *
     * @param width in characters
     * @param value what stands in it
     * @param wrong what is wrong with that; empty where nothing is
     */
    public record Column<L>(
            String head, int width, boolean isDate, Function<L, String> value, Function<L, String> wrong) {}

    private final Sheet sheet;
    private final TextCells cells;
    private final List<Column<L>> columns;

    public MarkedSheet(Sheet sheet, TextCells cells, List<Column<L>> columns) {
        this.sheet = sheet;
        this.cells = cells;
        this.columns = List.copyOf(columns);
    }

    /** Writes the heads of the columns, ready to be filled in. */
    public void head() {
        Row head = sheet.createRow(0);
        for (int place = 0; place < columns.size(); place++) {
            Column<L> column = columns.get(place);
            sheet.setColumnWidth(place, column.width() * WIDTH_OF_A_CHARACTER);
            sheet.setDefaultColumnStyle(place, column.isDate() ? cells.date : cells.text);
            head(head, place, column.head());
        }
        sheet.createFreezePane(0, 1);
    }

    /** Writes the heads, and one more for what became of each line. */
    public void head(String result) {
        head();
        sheet.setColumnWidth(columns.size(), RESULT_WIDTH * WIDTH_OF_A_CHARACTER);
        head(sheet.getRow(0), columns.size(), result);
    }

    private void head(Row row, int place, String text) {
        Cell cell = row.createCell(place);
        cell.setCellStyle(cells.head);
        cell.setCellValue(text);
    }

    /**
     * Writes the lines with what is wrong in them.
     *
     * @param lines gives the lines from a place on, in order; none when there are no more
     * @param result what became of a line, or what is wrong in it
     */
    public void lines(IntFunction<List<L>> lines, Function<L, String> result, Function<L, Boolean> isWrong) {
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        int place = 0;
        int comments = 0;
        for (List<L> some = lines.apply(0); !some.isEmpty(); some = lines.apply(place)) {
            for (L line : some) {
                Row row = sheet.createRow(++place);
                for (int at = 0; at < columns.size(); at++) {
                    String wrong = columns.get(at).wrong().apply(line);
                    Cell cell = row.createCell(at);
                    cells.write(cell, columns.get(at).value().apply(line), !wrong.isEmpty());
                    if (!wrong.isEmpty() && ++comments <= MOST_COMMENTS) {
                        comment(drawing, cell, wrong);
                    }
                }
                cells.write(row.createCell(columns.size()), result.apply(line), isWrong.apply(line));
            }
        }
    }

    private static void comment(Drawing<?> drawing, Cell cell, String text) {
        CreationHelper helper = cell.getSheet().getWorkbook().getCreationHelper();
        ClientAnchor anchor = helper.createClientAnchor();
        anchor.setCol1(cell.getColumnIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 3);
        anchor.setRow1(cell.getRowIndex());
        anchor.setRow2(cell.getRowIndex() + 3);
        Comment comment = drawing.createCellComment(anchor);
        comment.setString(helper.createRichTextString(text));
        comment.setAddress(cell.getAddress());
        cell.setCellComment(comment);
    }
}
