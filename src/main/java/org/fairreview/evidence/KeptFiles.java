package org.fairreview.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Optional;
import org.fairreview.audit.Digest;

/** The bytes of documents in the data folder, {@code blobs/ab/<sha256>}. */
record KeptFiles(Path data) {

    boolean areThere() {
        return Files.isDirectory(data.resolve("blobs"));
    }

    Path file(String sha256) {
        return data.resolve("blobs").resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** The digest that the bytes have now; none where they are gone. */
    Optional<String> digestOf(String sha256) throws IOException {
        if (!sha256.matches("[0-9a-f]{64}") || !Files.isRegularFile(file(sha256))) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file(sha256));
                DigestInputStream digesting = new DigestInputStream(in, Digest.sha256())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return Optional.of(
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        }
    }
}
