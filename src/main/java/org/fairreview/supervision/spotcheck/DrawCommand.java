package org.fairreview.supervision.spotcheck;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code draw --population FILE --seed SEED --size N [--stratified level|unit|field]}, which repeats a draw
 * without server and database.
 *
 * <p>It prints the drawn lines of the list, one each, in the order of the draw; beside them, on the error output, size and
 * digest of the list. Exit codes: 0 done, 1 refused, 2 wrong use.
 */
public final class DrawCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_USE = 2;

    private static final String NAME = "draw";
    private static final String POPULATION = "--population";
    private static final String SEED = "--seed";
    private static final String SIZE = "--size";
    private static final String STRATIFIED = "--stratified";

    private static final String USAGE =
            """
            用法 Usage:
              java -jar fair-competition-review.jar draw --population FILE --seed SEED --size N [--stratified level|unit|field]
                  按名单和种子重做一次抽取，每行打印一件。 Repeats a draw, one line each; see docs/draw.md.""";

    private final PrintStream out;
    private final PrintStream complaints;

    DrawCommand(PrintStream out, PrintStream complaints) {
        this.out = out;
        this.complaints = complaints;
    }

    public static boolean isAsked(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Does what is asked, and gives back the exit code. */
    public static int run(String... arguments) {
        try (PrintStream out = stream(FileDescriptor.out);
                PrintStream complaints = stream(FileDescriptor.err)) {
            return new DrawCommand(out, complaints).draw(arguments);
        }
    }

    private static PrintStream stream(FileDescriptor to) {
        Console console = System.console();
        return new PrintStream(
                new FileOutputStream(to), true, console == null ? StandardCharsets.UTF_8 : console.charset());
    }

    /** The command that repeats a draw, as a person types it. */
    static String line(String file, String seed, int size, @Nullable Stratum by) {
        return "java -jar fair-competition-review.jar draw --population %s --seed %s --size %d%s"
                .formatted(file, quoted(seed), size, by == null ? "" : " --stratified " + by.word());
    }

    private static String quoted(String seed) {
        return seed.matches("[0-9A-Za-z]+") ? seed : "\"" + seed + "\"";
    }

    int draw(String... arguments) {
        Map<String, String> options = options(arguments);
        Optional<Integer> size = options == null ? Optional.empty() : size(options.get(SIZE));
        if (options == null || size.isEmpty()) {
            complaints.println(USAGE);
            return WRONG_USE;
        }
        String file = options.get(POPULATION);
        try {
            PopulationFile population = PopulationFile.parse(Files.readString(Path.of(file)));
            Stratum by = Stratum.of(options.get(STRATIFIED)).orElse(null);
            population.draw(size.get(), options.get(SEED), by).forEach(line -> out.println(line.text()));
            complaints.println(
                    "总体 %d 件，SHA-256 %s。 The list and its digest.".formatted(population.size(), population.digest()));
            return DONE;
        } catch (PopulationFile.Broken broken) {
            complaints.println(broken.getMessage());
        } catch (MalformedInputException e) {
            complaints.println("%s 不是 UTF-8 文本。 Not a text in UTF-8.".formatted(file));
        } catch (IOException | InvalidPathException e) {
            complaints.println("%s 无法读取，请检查文件名和权限。 Cannot be read.".formatted(file));
        }
        return REFUSED;
    }

    /** The options by name; none for wrong use. */
    private static @Nullable Map<String, String> options(String... arguments) {
        Map<String, String> options = new HashMap<>();
        for (int place = 1; place < arguments.length; place += 2) {
            if (place + 1 == arguments.length || options.put(arguments[place], arguments[place + 1]) != null) {
                return null;
            }
        }
        boolean fits = options.keySet().containsAll(Set.of(POPULATION, SEED, SIZE))
                && Set.of(POPULATION, SEED, SIZE, STRATIFIED).containsAll(options.keySet())
                && (!options.containsKey(STRATIFIED)
                        || Stratum.of(options.get(STRATIFIED)).isPresent())
                && !options.getOrDefault(SEED, "").isEmpty();
        return fits ? options : null;
    }

    private static Optional<Integer> size(@Nullable String typed) {
        try {
            return Optional.of(Integer.parseInt(String.valueOf(typed))).filter(size -> size > 0);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
