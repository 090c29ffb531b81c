package org.fairreview.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** The first sheet of an .xlsx file, row by row: values of formulas as they were last computed, dates as 2023-05-08. */
final class XlsxTable {

    private static final int MOST_PARTS = 2_000;
    private static final int MOST_COLUMNS = 200;

    /** What 10,000 lines of long texts unpack to. */
    private static final long MOST_UNPACKED = 100L << 20;

    private static final Pattern DATE_1904 = Pattern.compile("date1904\\s*=\\s*\"(1|true)\"");
    private static final int HEAD_OF_THE_WORKBOOK = 1 << 16;

    private XlsxTable() {}

    static void read(Path file, RowTaker taker) throws NotTaken {
        try {
            unpacksWithinLimits(file);
            try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
                read(new XSSFReader(pack), new ReadOnlySharedStringsTable(pack, false), taker);
            }
        } catch (Stopped e) {
            throw e.reason;
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | OpenXML4JException
                | POIXMLException
                | OpenXML4JRuntimeException
                | IllegalArgumentException e) {
            throw new NotTaken("intake.sheet.broken");
        }
    }

    /** Unpacks all of it once, for what a package says of its sizes need not be true. */
    private static void unpacksWithinLimits(Path file) throws IOException, NotTaken {
        long left = MOST_UNPACKED;
        int parts = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new NotTaken("intake.sheet.notXlsx");
            }
            for (var entries = zip.getEntries(); entries.hasMoreElements(); ) {
                ZipArchiveEntry entry = entries.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
                        left -= read;
                    }
                }
                if (left < 0 || ++parts > MOST_PARTS) {
                    throw new NotTaken("intake.sheet.swells");
                }
            }
        }
    }

    private static void read(XSSFReader reader, ReadOnlySharedStringsTable strings, RowTaker taker)
            throws IOException, SAXException, ParserConfigurationException, OpenXML4JException {
        List<CellRangeAddress> merges = new ArrayList<>();
        try (InputStream sheet = firstSheet(reader)) {
            parse(sheet, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, Attributes attributes) {
                    if (name.equals("mergeCell")) {
                        merges.add(CellRangeAddress.valueOf(attributes.getValue("ref")));
                    }
                }
            });
        }
        Lines rows = new Lines(taker, merges);
        try (InputStream sheet = firstSheet(reader)) {
            parse(
                    sheet,
                    new XSSFSheetXMLHandler(
                            reader.getStylesTable(), null, strings, rows, new Dates(isOf1904(reader)), false));
        }
    }

    private static InputStream firstSheet(XSSFReader reader) throws IOException, OpenXML4JException {
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new IOException("No sheet");
        }
        return sheets.next();
    }

    private static void parse(InputStream sheet, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        parser.parse(new InputSource(sheet));
    }

    private static boolean isOf1904(XSSFReader reader) throws IOException, OpenXML4JException {
        try (InputStream workbook = reader.getWorkbookData()) {
            return DATE_1904
                    .matcher(new String(workbook.readNBytes(HEAD_OF_THE_WORKBOOK), StandardCharsets.UTF_8))
                    .find();
        }
    }

    /** Writes numbers as they look, and dates always in the same way. */
    private static final class Dates extends DataFormatter {

        private final boolean of1904;

        Dates(boolean of1904) {
            super(Locale.SIMPLIFIED_CHINESE);
            this.of1904 = of1904;
        }

        @Override
        public String formatRawCellContents(double value, int index, String format, boolean ignored) {
            return DateUtil.isADateFormat(index, format) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, of1904).toLocalDate().toString()
                    : super.formatRawCellContents(value, index, format, of1904);
        }
    }

    /** The reader of the rows wants no more. */
    private static final class Stopped extends RuntimeException {

        private final transient NotTaken reason;

        Stopped(NotTaken reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private static final class Lines implements SheetContentsHandler {

        private final RowTaker taker;
        private final List<CellRangeAddress> merges;
        private final Map<CellRangeAddress, String> values = new HashMap<>();
        private List<String> cells = new ArrayList<>();

        Lines(RowTaker taker, List<CellRangeAddress> merges) {
            this.taker = taker;
            this.merges = merges;
        }

        @Override
        public void startRow(int row) {
            cells = new ArrayList<>();
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= MOST_COLUMNS) {
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, value == null ? "" : value.strip());
        }

        @Override
        public void endRow(int row) {
            Map<Integer, String> merged = new HashMap<>();
            for (CellRangeAddress merge : merges) {
                int column = merge.getFirstColumn();
                if (merge.getFirstRow() == row) {
                    values.put(merge, column < cells.size() ? cells.get(column) : "");
                } else if (merge.getFirstRow() < row && row <= merge.getLastRow()) {
                    merged.put(column, values.getOrDefault(merge, ""));
                }
            }
            if (cells.stream().allMatch(String::isEmpty)) {
                return;
            }
            try {
                taker.take(row + 1, cells, merged);
            } catch (NotTaken e) {
                throw new Stopped(e);
            }
        }
    }
}
