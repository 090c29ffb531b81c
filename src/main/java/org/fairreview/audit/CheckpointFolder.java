package org.fairreview.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checkpoints as files, to be copied where nobody who can write the database can write: {@code checkpoint-00000001.json} and
 * so on, each with the heads of the chains that had grown, and the public keys. A file is written once and read-only.
 */
public final class CheckpointFolder {

    /** A checkpoint as its file has it. */
    public record Filed(Checkpoint checkpoint, List<Leaf> grown) {}

    private static final Pattern NAME = Pattern.compile("checkpoint-(\\d{8})\\.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** The numbers of the checkpoints that are there, in order. */
    public TreeSet<Long> numbers() throws IOException {
        TreeSet<Long> numbers = new TreeSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> {
                    Matcher name = NAME.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        numbers.add(Long.valueOf(name.group(1)));
                    }
                });
            }
        }
        return numbers;
    }

    /** The public keys that lie with the checkpoints. */
    public Map<String, PublicKey> keys() {
        return PublicKeys.in(folder);
    }

    /**
     * Reads a checkpoint.
     *
     * @throws IOException where it is not there or is no checkpoint
     */
    public Filed read(long number) throws IOException {
        JsonNode file = JSON.readTree(Files.readString(file(number)));
        try {
            List<Leaf> grown = new ArrayList<>();
            for (JsonNode leaf : file.required("leaves")) {
                grown.add(new Leaf(
                        leaf.required("chain").textValue(),
                        leaf.required("length").longValue(),
                        leaf.required("head").textValue()));
            }
            return new Filed(
                    checkpoint(
                            file.required("checkpoint"),
                            file.required("signature").textValue()),
                    grown);
        } catch (RuntimeException e) {
            throw new IOException("Not a checkpoint: " + file(number), e);
        }
    }

    /** A checkpoint from its canonical form. */
    public static Checkpoint checkpoint(JsonNode form, String signature) {
        return new Checkpoint(
                form.required("number").longValue(),
                Instant.parse(form.required("time").textValue()),
                form.required("treeSize").longValue(),
                form.required("root").textValue(),
                form.required("previous").textValue(),
                form.required("key").textValue(),
                form.required("nextKey").textValue(),
                signature);
    }

    /** Writes a checkpoint that is not there yet, and the public key that signed it. */
    void write(Checkpoint made, List<Leaf> grown, @Nullable PublicKey key) throws IOException {
        Files.createDirectories(folder);
        if (key != null) {
            writeOnce(folder.resolve("audit-" + PublicKeys.idOf(key) + PublicKeys.ENDING), PublicKeys.pem(key));
        }
        writeOnce(file(made.number()), text(made, grown));
    }

    /** What stands in the file of a checkpoint. */
    static String text(Checkpoint made, List<Leaf> grown) throws IOException {
        ObjectNode file = JSON.createObjectNode();
        file.set("checkpoint", JSON.readTree(made.canonical()));
        file.put("signature", made.signature());
        ArrayNode leaves = file.putArray("leaves");
        for (Leaf leaf : grown) {
            leaves.add(JSON.readTree(leaf.canonical()));
        }
        return CanonicalJson.of(file) + "\n";
    }

    /** The name of the file of a checkpoint. */
    static String nameOf(long number) {
        return "checkpoint-%08d.json".formatted(number);
    }

    private static void writeOnce(Path file, String text) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path unfinished = Files.createTempFile(file.getParent(), "checkpoint", ".part");
        try {
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            boolean readOnly = unfinished.toFile().setReadOnly();
            assert readOnly;
            try {
                Files.createLink(file, unfinished);
            } catch (UnsupportedOperationException e) {
                Files.copy(unfinished, file);
            }
        } catch (FileAlreadyExistsException e) {
            // another node has written the same
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Path file(long number) {
        return folder.resolve(nameOf(number));
    }
}
