package org.fairreview.cleanup.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.sax.BodyContentHandler;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.kit.LegacyCampaign;
import org.fairreview.kit.LegacyFiles;
import org.fairreview.kit.ProcessDriver;
import org.fairreview.kit.StoppableProduct;
import org.flywaydb.core.Flyway;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.FileSystemResource;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/**
 * Measures an import, from the uploaded files to the last case, beside the bare libraries and bare inserts: the same sheet
 * read by POI's event API, the same archive read by Commons Compress and its texts by Tika, and the same rows and texts
 * inserted in batches into the same tables of another database of the same kind. See docs/cleanup-import.md for the command.
 */
final class ImportBench {

    private static final int WARMING_UP = 300;
    private static final int BATCH = 500;
    private static final int TEXT_BYTES = 20_000;

    private static final List<String> TABLES = List.of(
            "stored_file",
            "extraction",
            "passage",
            "measure",
            "measure_version",
            "manifest_entry",
            "measure_in_force",
            "legacy_case",
            "legacy_step",
            "screening_run",
            "audit_entry");

    private final Path folder;
    private final ConfigurableApplicationContext product;
    private final LegacyCampaign legacy;
    private long mostHeap;

    private ImportBench(Path folder, String[] arguments) {
        this.folder = folder;
        List<String> all = new ArrayList<>(List.of(
                "--fairreview.data=" + folder.resolve("data"),
                "--FAIRREVIEW_DATA=" + folder.resolve("data"),
                "--server.port=0",
                "--logging.level.root=warn"));
        all.addAll(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        this.product = StoppableProduct.product().run(all.toArray(new String[0]));
        this.legacy = product.getBean(LegacyCampaign.class);
    }

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length == 0 ? 5_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("import-bench");
        ImportBench bench = new ImportBench(folder, arguments);
        Brought small = bench.write("small", WARMING_UP, 1);
        Brought whole = bench.write("whole", rows, 2);
        bench.importAll(small);
        bench.bare(small, WARMING_UP, "warm");
        bench.mostHeap = 0;
        System.out.printf(
                "%,d rows, %,d files, archive of %,d MB, at most %,d MB of heap%n",
                rows,
                rows,
                Files.size(whole.texts()) >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        double product = bench.importAll(whole);
        System.out.printf("heap in use at most %,d MB, as looked at every 20 ms%n", bench.mostHeap >> 20);
        double bare = bench.bare(whole, rows, "bare");
        System.out.printf("import %.1f s, bare %.1f s: %.2f times as long%n", product, bare, product / bare);
        System.exit(0);
    }

    private record Brought(Path sheet, Path texts) {}

    // ---- the product

    private double importAll(Brought brought) throws Exception {
        ProcessDriver process = product.getBean(ProcessDriver.class);
        ImportFiles files = product.getBean(ImportFiles.class);
        Imports imports = product.getBean(Imports.class);
        String campaign = legacy.arrange(0);
        ImportFiles.Coming coming = new ImportFiles.Coming(
                "清单.xlsx",
                new FileSystemResource(brought.sheet()),
                "文本.zip",
                new FileSystemResource(brought.texts()),
                null);
        long start = System.nanoTime();
        ImportFiles.Taken taken =
                files.take(coming, product.getBean(Campaigns.class).get(campaign), process.actor(LegacyCampaign.CLERK));
        LedgerImport trial = awaitOver(imports, campaign, String.valueOf(taken.importId()));
        long checked = System.nanoTime();
        Optional<?> refusal = imports.enter(trial.id(), process.actor(LegacyCampaign.CLERK));
        if (refusal.isPresent()) {
            throw new AssertionError(refusal + " " + imports.lines(trial, Imports.Part.WRONG, 0, 5) + trial.refusal());
        }
        LedgerImport entered = awaitOver(imports, campaign, trial.id());
        long end = System.nanoTime();
        System.out.printf(
                "import: %,d entered, dry run %.1f s, taken over %.1f s%n",
                entered.entered(), (checked - start) / 1e9, (end - checked) / 1e9);
        return (end - start) / 1e9;
    }

    private LedgerImport awaitOver(Imports imports, String campaign, String id) throws InterruptedException {
        ProcessDriver process = product.getBean(ProcessDriver.class);
        Jobs jobs = product.getBean(Jobs.class);
        MemoryMXBean heap = ManagementFactory.getMemoryMXBean();
        while (true) {
            LedgerImport found = imports.find(campaign, id, process.actor(LegacyCampaign.CLERK))
                    .orElseThrow();
            Job job = found.jobId().flatMap(jobs::find).orElseThrow();
            if (job.state().isOver()) {
                if (job.state() != Job.State.DONE) {
                    throw new AssertionError(job.state().toString());
                }
                return found;
            }
            mostHeap = Math.max(mostHeap, heap.getHeapMemoryUsage().getUsed());
            Thread.sleep(20);
        }
    }

    // ---- the bare libraries

    private double bare(Brought brought, int rows, String name) throws Exception {
        long start = System.nanoTime();
        int read = readSheet(brought.sheet());
        double sheet = (System.nanoTime() - start) / 1e9;
        try (Connection target = database(folder.resolve(name))) {
            double[] took = texts(brought.texts(), target);
            double inserts = rows(target) * rows / (rows + WARMING_UP);
            System.out.printf(
                    "bare: %,d lines read in %.1f s, %,d texts read in %.1f s and inserted in %.1f s, rows inserted in %.1f s%n",
                    read, sheet, rows, took[0], took[1], inserts);
            return sheet + took[0] + took[1] + inserts;
        }
    }

    private static int readSheet(Path file) throws Exception {
        int[] count = {0};
        try (OPCPackage pack = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(pack);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(pack, false),
                    new XSSFSheetXMLHandler.SheetContentsHandler() {
                        @Override
                        public void startRow(int row) {
                            count[0]++;
                        }

                        @Override
                        public void endRow(int row) {
                            // counted at its start
                        }

                        @Override
                        public void cell(String reference, String value, XSSFComment comment) {
                            // read
                        }
                    },
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
        return count[0];
    }

    private static double[] texts(Path archive, Connection target) throws Exception {
        try (Statement create = target.createStatement()) {
            create.execute("create table bare_text (name varchar(300) primary key, bytes blob, text clob)");
        }
        target.setAutoCommit(false);
        long reading = 0;
        long writing = 0;
        int count = 0;
        try (ZipFile zip = ZipFile.builder().setPath(archive).get();
                PreparedStatement insert = target.prepareStatement("insert into bare_text values (?, ?, ?)")) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                long start = System.nanoTime();
                byte[] bytes;
                try (InputStream in = zip.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                String text = text(bytes);
                long read = System.nanoTime();
                insert.setString(1, entry.getName());
                insert.setBytes(2, bytes);
                insert.setString(3, text);
                insert.addBatch();
                if (++count % BATCH == 0) {
                    insert.executeBatch();
                    target.commit();
                }
                reading += read - start;
                writing += System.nanoTime() - read;
            }
            long start = System.nanoTime();
            insert.executeBatch();
            target.commit();
            writing += System.nanoTime() - start;
        }
        return new double[] {reading / 1e9, writing / 1e9};
    }

    private static String text(byte[] docx) throws Exception {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        BodyContentHandler text = new BodyContentHandler(-1);
        new OOXMLParser().parse(new ByteArrayInputStream(docx), text, new Metadata(), context);
        return text.toString();
    }

    /** Inserts what the product has written, table by table; reading it from there is not counted. */
    private double rows(Connection target) throws SQLException {
        long took = 0;
        try (Connection source = product.getBean(DataSource.class).getConnection()) {
            for (String table : TABLES) {
                took += rows(source, target, table);
            }
        }
        return took / 1e9;
    }

    private static long rows(Connection source, Connection target, String table) throws SQLException {
        long took = 0;
        try (Statement select = source.createStatement();
                ResultSet row = select.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                names.add(row.getMetaData().getColumnName(column));
            }
            String sql = "insert into %s (%s) values (%s)"
                    .formatted(
                            table,
                            String.join(", ", names),
                            names.stream().map(each -> "?").collect(Collectors.joining(", ")));
            try (PreparedStatement insert = target.prepareStatement(sql)) {
                int count = 0;
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        insert.setObject(column, row.getObject(column));
                    }
                    insert.addBatch();
                    if (++count % BATCH == 0) {
                        took += run(insert, target);
                    }
                }
                took += run(insert, target);
            }
        }
        return took;
    }

    private static long run(PreparedStatement insert, Connection target) throws SQLException {
        long start = System.nanoTime();
        insert.executeBatch();
        target.commit();
        return System.nanoTime() - start;
    }

    /** A database of the same kind with the same tables, keys and indexes. */
    private static Connection database(Path file) throws SQLException {
        String url = "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
        Flyway.configure()
                .dataSource(url, "bare", "")
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
        Connection connection = DriverManager.getConnection(url, "bare", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
        }
        return connection;
    }

    // ---- what is brought

    private Brought write(String name, int rows, int seed) throws IOException {
        Random random = new Random(seed);
        Path sheet = folder.resolve(name + ".xlsx");
        Path texts = folder.resolve(name + ".zip");
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(sheet);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(texts))) {
            zip.setMethod(ZipOutputStream.STORED);
            Sheet page = workbook.createSheet();
            line(page.createRow(0), LegacyFiles.HEADS);
            for (int row = 1; row <= rows; row++) {
                String number = "襄测%s〔2021〕%d号".formatted(name, row);
                String file = "关于第%d项工作的若干措施.docx".formatted(row);
                line(page.createRow(row), LegacyFiles.line("关于第%d项工作的若干措施%s".formatted(row, name), number, file));
                byte[] bytes = docx(text(random, number));
                ZipEntry entry = new ZipEntry(file);
                CRC32 crc = new CRC32();
                crc.update(bytes);
                entry.setCrc(crc.getValue());
                entry.setSize(bytes.length);
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
            workbook.write(out);
        }
        return new Brought(sheet, texts);
    }

    private static void line(Row row, List<String> values) {
        for (int place = 0; place < values.size(); place++) {
            row.createCell(place).setCellValue(values.get(place));
        }
    }

    /** Articles until they are 20 kB in UTF-8, of characters drawn from those that officials use. */
    private static String text(Random random, String number) {
        String characters =
                "市县区人民政府关于促进产业发展支持企业扩大投资鼓励创新优化营商环境提升服务质量加强监督管理落实责任规范标准" + "项目资金申报条件审核程序公开公平竞争市场准入退出机制保障措施实施细则自印发之日起施行";
        StringBuilder text = new StringBuilder(number).append('\n');
        int bytes = 0;
        for (int article = 1; bytes < TEXT_BYTES; article++) {
            String line = "第%d条 %s。"
                    .formatted(
                            article,
                            IntStream.range(0, 60 + random.nextInt(60))
                                    .mapToObj(each ->
                                            String.valueOf(characters.charAt(random.nextInt(characters.length()))))
                                    .collect(Collectors.joining()));
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
            text.append(line).append('\n');
        }
        return text.toString();
    }

    private static byte[] docx(String text) throws IOException {
        String word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        String body = text.lines()
                .map(line -> "<w:p><w:r><w:t>" + line + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            part(
                    zip,
                    "word/document.xml",
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"" + word + "\"><w:body>" + body
                            + "</w:body></w:document>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
