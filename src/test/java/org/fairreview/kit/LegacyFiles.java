package org.fairreview.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Spreadsheets and archives of measures in force, as offices bring them. */
public final class LegacyFiles {

    public static final List<String> HEADS =
            List.of("序号", "名称*", "文号", "制定机关*", "责任单位*", "印发日期*", "有效期至", "文种", "出台方式", "网址", "文本文件名", "备注");

    public static final String UNIT = "襄阳市发展和改革委员会";

    private LegacyFiles() {}

    /** A line without fault, of a measure that the unit itself issued. */
    public static List<String> line(String title, String number, String file) {
        return new ArrayList<>(List.of("1", title, number, UNIT, UNIT, "2021-05-08", "", "", "", "", file, ""));
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
            if (!values.get(place).isEmpty()) {
                row.createCell(place).setCellValue(values.get(place));
            }
        }
    }

    public static byte[] csv(List<List<String>> lines, char separator, Charset charset) {
        StringBuilder text = new StringBuilder(String.join(String.valueOf(separator), HEADS));
        for (List<String> line : lines) {
            text.append("\r\n")
                    .append(String.join(
                            String.valueOf(separator),
                            line.stream()
                                    .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                                    .toList()));
        }
        return text.toString().getBytes(charset);
    }

    /** An archive of texts. */
    public static byte[] zip(Map<String, String> texts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zip(StandardCharsets.UTF_8, files);
    }

    public static byte[] zip(Charset names, Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, names)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
