package org.fairreview.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file through which a command finds the running product: its port on this machine, and the token of this start. */
record ControlFile(int port, String token) {

    static Path in(Path data) {
        return data.resolve("control.token");
    }

    static Optional<ControlFile> read(Path data) throws IOException {
        if (!Files.exists(in(data))) {
            return Optional.empty();
        }
        String[] parts = Files.readString(in(data)).strip().split(" ");
        return parts.length == 2 && parts[0].matches("\\d{1,5}")
                ? Optional.of(new ControlFile(Integer.parseInt(parts[0]), parts[1]))
                : Optional.empty();
    }

    void write(Path data) throws IOException {
        Path unfinished = data.resolve("control.part");
        Files.deleteIfExists(unfinished);
        Durable.create(unfinished);
        Files.writeString(unfinished, port + " " + token + "\n");
        Files.move(unfinished, in(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
