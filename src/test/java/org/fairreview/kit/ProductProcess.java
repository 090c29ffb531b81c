package org.fairreview.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product in a JVM of its own: started from the class path, seen from outside, and killed. */
public final class ProductProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final int port;
    private final Path log;

    private ProductProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts the product as an office does: without the classes of the tests, with nothing but the variables given. */
    public static ProductProcess start(Path data, Map<String, String> variables, String... arguments) {
        return start("org.fairreview.Application", classPath(), data, variables, arguments);
    }

    /** Starts a main class of the tests. */
    public static ProductProcess start(Class<?> main, Path data, String... arguments) {
        String classPath = classPath() + File.pathSeparator + entries(ProductProcess::isOfTheTests);
        return start(main.getName(), classPath, data, Map.of(), arguments);
    }

    private static ProductProcess start(
            String main, String classPath, Path data, Map<String, String> variables, String... arguments) {
        try {
            int port = freePort();
            Path log = Files.createTempFile("product", ".log");
            List<String> command = new ArrayList<>(List.of(
                    ProcessHandle.current().info().command().orElseThrow(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:ReservedCodeCacheSize=240m",
                    "-XX:MetaspaceSize=256m",
                    "-XX:+UseSerialGC",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-BytecodeVerificationRemote",
                    "-Xmn200m",
                    "-Dfile.encoding=UTF-8",
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    classPath,
                    main));
            command.addAll(List.of(arguments));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().keySet().removeIf(name -> name.startsWith("FAIRREVIEW"));
            builder.environment().putAll(variables);
            builder.environment().put("FAIRREVIEW_DATA", data.toString());
            builder.environment().put("SERVER_PORT", String.valueOf(port));
            return new ProductProcess(
                    builder.redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    port,
                    log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Somebody before this product who is not logged in. */
    public Visitor visitor() {
        return new Visitor(HttpClient.newHttpClient(), "http://127.0.0.1:" + port);
    }

    public ProductProcess awaitHealthy() {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            if (!process.isAlive()) {
                throw new AssertionError("The product ended: " + output());
            }
            try {
                if (http.send(health, BodyHandlers.ofString()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // not yet
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pause();
        }
        throw new AssertionError("The product did not start: " + output());
    }

    /** Waits until the product has ended by itself, and gives its exit code. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The product did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All that it printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it with signal 9, in the midst of whatever it does. */
    public void kill() {
        process.destroyForcibly();
        exitCode();
    }

    /** Asks it to end, as the system does at a shutdown. */
    public void stop() {
        process.destroy();
        exitCode();
    }

    @Override
    public void close() {
        kill();
    }

    public static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The product as it is packaged, and its libraries: without the classes of the tests. */
    public static String classPath() {
        return Packed.CLASS_PATH;
    }

    private static boolean isOfTheTests(String entry) {
        return entry.endsWith("test-classes");
    }

    private static String entries(Predicate<String> wanted) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Packed once in each process that tests. */
    private static final class Packed {

        private static final String CLASS_PATH = Stream.of(
                        ProductArchive.of(Path.of(entries(Packed::isOfTheProduct)))
                                .toString(),
                        entries(entry -> !isOfTheProduct(entry) && !isOfTheTests(entry)))
                .collect(Collectors.joining(File.pathSeparator));

        private static boolean isOfTheProduct(String entry) {
            return entry.endsWith(File.separator + "classes");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
