package org.fairreview.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.fairreview.identity.Actor;
import org.fairreview.review.ledger.PastColumn;
import org.fairreview.review.ledger.PastLine;
import org.fairreview.review.ledger.PastReviews;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews of earlier years as a clerk brings them. */
public final class PastFiles {

    public static final List<String> HEADS =
            List.of("起草单位*", "政策措施名称*", "文件类别*", "出台方式", "收到日期*", "审结日期*", "审查结论*", "审查意见文号", "印发文号", "印发日期", "备注");

    private PastFiles() {}

    /** A line without fault. */
    public static List<String> line(String title, String documentNumber) {
        return List.of(
                "襄阳市发展和改革委员会",
                title,
                "行政规范性文件",
                "由县级以上政府或其办公厅(室)印发",
                "2023-05-08",
                "2023年5月19日",
                "符合公平竞争审查标准",
                documentNumber,
                "",
                "",
                "");
    }

    public static byte[] workbook() {
        return workbook(List.of(line("关于补录的办法" + System.nanoTime(), "")));
    }

    public static byte[] workbook(List<List<String>> lines) {
        return workbook(HEADS, lines);
    }

    public static byte[] workbook(List<String> heads, List<List<String>> lines) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet();
            write(sheet.createRow(0), heads);
            for (List<String> line : lines) {
                write(sheet.createRow(sheet.getLastRowNum() + 1), line);
            }
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Row row, List<String> values) {
        for (int place = 0; place < values.size(); place++) {
            row.createCell(place).setCellValue(values.get(place));
        }
    }

    /** Enters one review of the development and reform commission, and gives its id. */
    public static String enter(PastReviews reviews, JdbcClient jdbc, Actor clerk) {
        String title = "关于补录的办法" + System.nanoTime();
        List<String> values = line(title, "");
        Map<PastColumn, String> filled = new java.util.EnumMap<>(PastColumn.class);
        for (PastColumn column : PastColumn.values()) {
            filled.put(column, values.get(column.ordinal()));
        }
        reviews.enter(List.of(new PastLine(2, filled)), clerk, "补录.xlsx", "-");
        return jdbc.sql("select id from past_review where title = ?")
                .param(title)
                .query(String.class)
                .single();
    }
}
