package org.fairreview.evidence;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.fairreview.audit.AuditTexts;
import org.fairreview.audit.Chains;
import org.fairreview.audit.CheckpointFolder;
import org.fairreview.audit.CheckpointMaker;
import org.fairreview.audit.CheckpointRefused;
import org.fairreview.audit.Checkpoints;
import org.fairreview.audit.CommandRecord;
import org.fairreview.audit.PublicKeys;
import org.fairreview.audit.SigningKeys;
import org.fairreview.audit.Snapshot;
import org.fairreview.audit.WholeCheck;
import org.jspecify.annotations.Nullable;

/**
 * The commands about the record, which need no server: {@code verify-audit}, {@code checkpoint-audit},
 * {@code export-audit}, {@code verify-export} and {@code rotate-audit-key}.
 *
 * <p>They work on the data folder and database that the environment of the product names. Exit codes: 0 done and whole, 1
 * refused, 2 wrong use, 3 something does not fit.
 */
public final class AuditCommands {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;
    static final int BROKEN = 3;

    private static final Set<String> NAMES =
            Set.of("verify-audit", "checkpoint-audit", "export-audit", "verify-export", "rotate-audit-key");

    private static final String USAGE =
            """
            用法 Usage:
              java -jar fair-competition-review.jar verify-audit [--checkpoints DIR] [--case NUMBER]   核验记录 verify the record
              java -jar fair-competition-review.jar checkpoint-audit                                   生成检查点 make a checkpoint
              java -jar fair-competition-review.jar export-audit --case NUMBER --to FILE.zip           导出证据包 export a case
              java -jar fair-competition-review.jar verify-export FILE.zip --key KEY.pub.pem           核验证据包 verify a package
              java -jar fair-competition-review.jar rotate-audit-key                                   更换签名密钥 change the signing key
            数据目录和数据库与产品相同：FAIRREVIEW_DATA、SPRING_DATASOURCE_URL 等。 Data folder and database as for the product.""";

    private static final Pattern CASE_NUMBER = Pattern.compile("\\d{6}-\\d{4}-\\d{4,}");

    private final RecordPlace place;
    private final Path checkpoints;
    private final String account;
    private final Clock clock;
    private final PrintStream out;

    AuditCommands(Map<String, String> environment, Clock clock, PrintStream out) {
        this.place = RecordPlace.of(environment);
        String named = environment.getOrDefault("FAIRREVIEW_CHECKPOINTS", "").strip();
        this.checkpoints = named.isEmpty() ? place.data().resolve("checkpoints") : Path.of(named);
        this.account = System.getProperty("user.name", "");
        this.clock = clock;
        this.out = out;
    }

    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /** Does what is asked, says what came of it, and gives back the exit code. */
    public static int run(Clock clock, String... arguments) {
        Console console = System.console();
        PrintStream out = new PrintStream(
                new FileOutputStream(FileDescriptor.out),
                true,
                console == null ? StandardCharsets.UTF_8 : console.charset());
        return new AuditCommands(System.getenv(), clock, out).run(arguments);
    }

    int run(String... arguments) {
        try {
            Map<String, String> options = options(arguments);
            if (options == null) {
                out.println(USAGE);
                return WRONG_USE;
            }
            return switch (arguments[0]) {
                case "verify-audit" -> verify(options.get("--checkpoints"), options.get("--case"));
                case "checkpoint-audit" -> checkpoint(false);
                case "rotate-audit-key" -> checkpoint(true);
                case "export-audit" -> export(options.get("--case"), Path.of(options.get("--to")));
                default -> verifyExport(Path.of(options.get("")), Path.of(options.get("--key")));
            };
        } catch (CommandRefused refused) {
            out.println(refused.getMessage());
        } catch (CheckpointRefused refused) {
            out.println(refused.sentence());
        } catch (InvalidPathException e) {
            out.println("文件名不正确：%s。 Not a file name.".formatted(e.getInput()));
        } catch (SQLException | IOException e) {
            out.println("没有完成（%s），请检查数据库、数据目录和权限。 It failed; see database, data folder and permissions."
                    .formatted(firstLine(e)));
        }
        return REFUSED;
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** The options by name, what has none under an empty name; {@code null} for wrong use. */
    private static @Nullable Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int place = 1; place < arguments.length; place++) {
            boolean named = arguments[place].startsWith("--");
            if (named && place + 1 == arguments.length) {
                return null;
            }
            String name = named ? arguments[place++] : "";
            if (options.putIfAbsent(name, arguments[place]) != null) {
                return null;
            }
        }
        boolean fits =
                switch (arguments[0]) {
                    case "verify-audit" -> Set.of("--checkpoints", "--case").containsAll(options.keySet());
                    case "export-audit" -> options.keySet().equals(Set.of("--case", "--to"));
                    case "verify-export" -> options.keySet().equals(Set.of("", "--key"));
                    default -> options.isEmpty();
                };
        return fits ? options : null;
    }

    private int verify(@Nullable String copies, @Nullable String caseNumber) throws SQLException, IOException {
        if (caseNumber != null && !CASE_NUMBER.matcher(caseNumber).matches()) {
            throw new CommandRefused("没有案件 %s 的记录。 There is no record of that case.".formatted(caseNumber));
        }
        CheckpointFolder folder = new CheckpointFolder(copies == null ? checkpoints : Path.of(copies));
        boolean compared = copies != null || !folder.numbers().isEmpty();
        try (Connection database = place.openToRead()) {
            KeptFiles files = new KeptFiles(place.data());
            WholeCheck.Report report = new WholeCheck(database, keys(), clock)
                    .check(
                            compared ? folder : null,
                            caseNumber == null ? List.of() : List.of(Chains.of(caseNumber), Chains.readsOf(caseNumber)),
                            new ContentCheck(database, files));
            if (caseNumber != null && report.entries() == 0 && report.isWhole()) {
                throw new CommandRefused("没有案件 %s 的记录。 There is no record of that case.".formatted(caseNumber));
            }
            say(report);
            if (!files.areThere()) {
                out.println(AuditTexts.of("evidence.verify.noFiles", place.data()));
            }
            return report.isWhole() ? DONE : BROKEN;
        }
    }

    private void say(WholeCheck.Report report) {
        out.println(AuditTexts.of(report.isWhole() ? "evidence.verify.whole" : "evidence.verify.broken"));
        report.faults().forEach(fault -> out.println(fault.sentence()));
        RecordWords.of(report).forEach(out::println);
    }

    private int checkpoint(boolean rotating) throws SQLException, IOException {
        SigningKeys keys = keys();
        try (Connection database = place.openToWrite()) {
            CheckpointMaker maker = new CheckpointMaker(keys, new CheckpointFolder(checkpoints), clock);
            CommandRecord record = new CommandRecord(database, account, clock);
            record.record(Checkpoints.SUBJECT, "checkpoint.ordered", "newKey", rotating);
            CheckpointMaker.Made made = rotating ? maker.rotate(database) : maker.make(database);
            out.println(
                    AuditTexts.of("evidence.checkpoint.made", made.checkpoint().number(), checkpoints));
            if (made.unwritten() != null) {
                out.println(AuditTexts.of(
                        "evidence.checkpoint.unwritten",
                        checkpoints,
                        made.unwritten().getMessage()));
            }
            int restored = made.unwritten() == null ? made.late() + maker.restore(database) : 0;
            if (restored > 0) {
                out.println(AuditTexts.of("evidence.checkpoint.restored", restored, checkpoints));
            }
            if (rotating) {
                out.println(AuditTexts.of("evidence.key.rotated", keys.currentId(), keys.folder()));
            }
            return recordMade(record, made, rotating ? keys.currentId() : null);
        }
    }

    private int recordMade(CommandRecord record, CheckpointMaker.Made made, @Nullable String newKey) {
        try {
            record.record(
                    Checkpoints.SUBJECT,
                    Checkpoints.MADE,
                    "number",
                    made.checkpoint().number());
            if (newKey != null) {
                record.record(Checkpoints.SUBJECT, "checkpoint.keyRotated", "key", newKey);
            }
            return DONE;
        } catch (SQLException e) {
            out.println(AuditTexts.of("evidence.notRecorded", firstLine(e)));
            return REFUSED;
        }
    }

    private int export(String caseNumber, Path target) throws SQLException, IOException {
        if (Files.exists(target)) {
            throw new CommandRefused("文件 %s 已经存在，请换一个文件名。 The file exists already.".formatted(target));
        }
        recordExport(caseNumber);
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        try (Connection database = place.openToRead()) {
            EvidencePackage.Exported exported;
            try (OutputStream file = Files.newOutputStream(unfinished)) {
                exported = Snapshot.read(database, moment -> write(moment, caseNumber, file));
            }
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            out.println(AuditTexts.of("evidence.exported", caseNumber, exported.entries(), target));
            if (exported.unsigned() > 0) {
                out.println(AuditTexts.of("evidence.unsigned", exported.unsigned()));
            }
            return DONE;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Who takes a package is on record before it is made, as on the page. */
    private void recordExport(String caseNumber) throws SQLException, IOException {
        try (Connection database = place.openToWrite()) {
            if (isRecorded(database, caseNumber)) {
                sayUnless(new CommandRecord(database, account, clock)
                        .record(caseNumber, "read.packaged", "by", AuditTexts.of("audit.commandLine", account)));
            }
        } catch (SQLException e) {
            if (!CommandRecord.takesNoWriting(e)) {
                throw e;
            }
            sayUnless(false);
        }
    }

    private static boolean isRecorded(Connection database, String caseNumber) throws SQLException {
        try (PreparedStatement query = database.prepareStatement("select 1 from audit_chain where id = ?")) {
            query.setString(1, Chains.of(caseNumber));
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private void sayUnless(boolean recorded) {
        if (!recorded) {
            out.println(AuditTexts.of("evidence.unrecorded"));
        }
    }

    private EvidencePackage.Exported write(Connection moment, String caseNumber, OutputStream file)
            throws SQLException {
        try {
            return new EvidencePackage(moment, new KeptFiles(place.data()), keys(), clock).write(caseNumber, file);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private int verifyExport(Path file, Path keyFile) throws IOException {
        PublicKey key;
        try {
            key = PublicKeys.read(Files.readString(keyFile));
        } catch (IllegalArgumentException e) {
            throw new CommandRefused("文件 %s 里没有公钥。 The file holds no public key.".formatted(keyFile));
        }
        PackageCheck.Found found = PackageCheck.check(file, key);
        if (found.fault().isPresent()) {
            out.println(AuditTexts.of("evidence.verify.broken"));
            out.println(found.fault().get().sentence());
            return BROKEN;
        }
        out.println(AuditTexts.of("evidence.verify.whole"));
        out.println(AuditTexts.of("evidence.package.whole", found.entries(), found.checkpoint()));
        if (found.unsigned() > 0) {
            out.println(AuditTexts.of("evidence.unsigned", found.unsigned()));
        }
        if (found.erased() > 0) {
            out.println(AuditTexts.of("audit.verdict.erased", found.erased()));
        }
        return DONE;
    }

    private SigningKeys keys() {
        return SigningKeys.in(place.data());
    }
}
