package org.fairreview.screening;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fairreview.document.Intake;
import org.fairreview.document.Passage;
import org.fairreview.document.Reading;
import org.fairreview.document.Reading.Readable;
import org.fairreview.document.Reading.Unreadable;
import org.fairreview.standard.Standards;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * The commands {@code screen INPUT… --out FILE} and {@code screen-eval CLAUSES.jsonl}, which need no server.
 *
 * <p>They screen by the rules of the data folder that {@code FAIRREVIEW_DATA} names, else by those that the product
 * ships. Exit codes: 0 done, 1 refused, 2 wrong use, or something could not be read and the rest is done.
 */
public final class ScreeningCommands {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int UNREADABLE = 2;
    private static final long LARGEST_FILE = 200L << 20;

    private static final String USAGE =
            """
            用法 Usage:
              java -jar fair-competition-review.jar screen INPUT… --out FILE   筛查文件（.txt、.docx、.doc、.wps、.pdf、.jsonl）或者文件夹 screen files or folders
              java -jar fair-competition-review.jar screen-eval CLAUSES.jsonl  以标注好的条款评测规则 measure the rules on labelled clauses""";

    private final Screening screening;
    private final Intake intake = Intake.standingAlone();
    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream complaints;
    private int unreadable;

    ScreeningCommands(Screening screening, PrintStream complaints) {
        this.screening = screening;
        this.complaints = complaints;
        messages.setBasename("messages/document");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
    }

    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals("screen") || arguments[0].equals("screen-eval"));
    }

    /** Does what is asked, says what could not be read, and gives back the exit code. */
    public static int run(Clock clock, String... arguments) {
        PrintStream out = stream(FileDescriptor.out);
        PrintStream complaints = stream(FileDescriptor.err);
        silenceLibraries();
        try {
            Path data = Path.of(System.getenv().getOrDefault("FAIRREVIEW_DATA", "./data"));
            return run(Screening.in(data, new Standards(clock)), out, complaints, arguments);
        } catch (BrokenRuleFile broken) {
            complaints.println(broken.getMessage());
            return REFUSED;
        } catch (InvalidPathException e) {
            complaints.println("文件名不正确：%s。 Not a file name.".formatted(e.getInput()));
            return UNREADABLE;
        } finally {
            out.flush();
        }
    }

    /** What a library of the readers logs in English about a damaged file is said by the readers in one sentence. */
    private static void silenceLibraries() {
        if (LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
            root.setLevel(Level.OFF);
        }
    }

    static int run(Screening screening, PrintStream out, PrintStream complaints, String... arguments) {
        ScreeningCommands commands = new ScreeningCommands(screening, complaints);
        if (arguments.length == 2 && arguments[0].equals("screen-eval")) {
            return commands.evaluate(Path.of(arguments[1]), out);
        }
        List<Path> inputs = new ArrayList<>();
        Path target = null;
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i].equals("--out") && i + 1 < arguments.length && target == null) {
                target = Path.of(arguments[++i]);
            } else if (arguments[i].startsWith("--")) {
                inputs.clear();
                break;
            } else {
                inputs.add(Path.of(arguments[i]));
            }
        }
        if (inputs.isEmpty() || arguments[0].equals("screen-eval")) {
            complaints.println(USAGE);
            return UNREADABLE;
        }
        return commands.screen(inputs, target, out);
    }

    private static PrintStream stream(FileDescriptor to) {
        java.io.Console console = System.console();
        return new PrintStream(
                new FileOutputStream(to), true, console == null ? StandardCharsets.UTF_8 : console.charset());
    }

    /** Writes beside the target, and gives it its name when all is written: no input is lost, nor an earlier result. */
    private int screen(List<Path> inputs, @Nullable Path target, PrintStream out) {
        try {
            if (target == null) {
                Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
                screen(inputs, lines, null, null);
                lines.flush();
                return unreadable == 0 ? DONE : UNREADABLE;
            }
            for (Path input : inputs) {
                if (Files.exists(target) && Files.exists(input) && Files.isSameFile(input, target)) {
                    complaints.println("%s 既是输入又是输出，请另取输出文件名。 Input and output are one file.".formatted(target));
                    return REFUSED;
                }
            }
            Path unfinished = target.resolveSibling(target.getFileName() + ".part");
            try (Writer lines = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                screen(inputs, lines, target, unfinished);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            complaints.println("无法写入 %s，请检查文件夹和权限。 Cannot be written.".formatted(target));
            return REFUSED;
        }
        return unreadable == 0 ? DONE : UNREADABLE;
    }

    private void screen(List<Path> inputs, Writer lines, @Nullable Path target, @Nullable Path unfinished)
            throws IOException {
        for (Path input : inputs) {
            screen(input, lines, target, unfinished);
        }
    }

    /** What is being written is no input, also where it lies in the folder. */
    private static boolean isSame(Path file, @Nullable Path target) {
        try {
            return target != null && Files.exists(target) && Files.isSameFile(file, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void screen(Path input, Writer lines, @Nullable Path target, @Nullable Path unfinished) throws IOException {
        if (!Files.isDirectory(input)) {
            screenFile(input, lines);
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(input)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(ScreeningCommands::isNoLeftover)
                    .filter(file -> !isSame(file, target) && !isSame(file, unfinished))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            complain(input, "文件夹无法读取，请检查权限。");
            return;
        }
        if (files.isEmpty()) {
            complain(input, "文件夹中没有文件。");
        }
        for (Path file : files) {
            screenFile(file, lines);
        }
    }

    private static boolean isNoLeftover(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("~$");
    }

    private void screenFile(Path file, Writer lines) throws IOException {
        if (!Files.isRegularFile(file)) {
            complain(file, "没有这个文件，请检查文件名。");
            return;
        }
        if (isLines(file)) {
            screenLines(file, lines);
            return;
        }
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST_FILE) {
                complain(file, "文件超过 %d MB，不予读取。".formatted(LARGEST_FILE >> 20));
                return;
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            complain(file, "文件无法读取，请检查权限。");
            return;
        }
        Reading reading = intake.read(file.getFileName().toString(), bytes);
        if (reading instanceof Unreadable reason) {
            complain(file, messages.getMessage(reason, Locale.SIMPLIFIED_CHINESE));
            return;
        }
        Readable readable = (Readable) reading;
        readable.warnings()
                .forEach(warning -> complaints.println(
                        "%s：%s".formatted(file, messages.getMessage(warning, Locale.SIMPLIFIED_CHINESE))));
        List<Passage> passages = readable.text().passages();
        Screened screened = screening.screen(passages);
        for (Passage passage : passages) {
            write(file, null, passage.address(), passage.text(), screened.of(passage.ordinal()), lines);
        }
    }

    private static boolean isLines(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
    }

    private void screenLines(Path file, Writer lines) throws IOException {
        try (ClauseLines clauses = ClauseLines.open(file)) {
            for (ClauseLines.Line line = clauses.next(); line != null; line = clauses.next()) {
                String problem = line.problem();
                if (problem != null) {
                    complain(file, problem);
                } else {
                    String address = "第%d行".formatted(line.number());
                    List<Hit> hits = screening.screen(line.clause()).hits();
                    write(file, line.node().get("id"), address, line.clause(), hits, lines);
                }
            }
        } catch (ClauseLines.CannotRead e) {
            complain(file, "文件无法读取，请检查权限。");
        }
    }

    private void write(Path file, @Nullable JsonNode id, String address, String clause, List<Hit> hits, Writer lines)
            throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        if (id != null) {
            line.put("id", id);
        }
        line.put("file", file.toString());
        line.put("address", address);
        line.put("clause", clause);
        line.put("flagged", !hits.isEmpty());
        line.put("hits", hits.stream().map(ScreeningCommands::fields).toList());
        line.put("ruleVersion", screening.ruleVersion());
        try {
            lines.write(json.writeValueAsString(line));
            lines.write('\n');
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> fields(Hit hit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("item", ItemName.of(hit.item()));
        fields.put("subItem", hit.subItem());
        fields.put("rule", hit.rule());
        fields.put("words", hit.words().stream().map(HitWord::text).toList());
        fields.put("start", hit.start());
        fields.put("end", hit.end());
        fields.put("score", hit.score());
        fields.put("reason", hit.reason());
        fields.put("question", hit.question());
        return fields;
    }

    private int evaluate(Path file, PrintStream out) {
        if (!Files.isRegularFile(file)) {
            complain(file, "没有这个文件，请检查文件名。");
            return UNREADABLE;
        }
        RuleEvaluation evaluation = new RuleEvaluation(screening);
        try (ClauseLines clauses = ClauseLines.open(file)) {
            for (ClauseLines.Line line = clauses.next(); line != null; line = clauses.next()) {
                String problem = line.problem();
                if (problem == null) {
                    problem = evaluation.add(line);
                }
                if (problem != null) {
                    complain(file, problem);
                }
            }
        } catch (ClauseLines.CannotRead e) {
            complain(file, "文件无法读取，请检查权限。");
        }
        evaluation.print(out);
        return unreadable == 0 ? DONE : UNREADABLE;
    }

    private void complain(Path file, String reason) {
        unreadable++;
        complaints.println("未筛查 %s：%s".formatted(file, reason));
    }
}
