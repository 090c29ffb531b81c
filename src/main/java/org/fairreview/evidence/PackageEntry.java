package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.audit.CanonicalJson;
import org.fairreview.audit.ChainEntry;
import org.fairreview.audit.ContentErasure;
import org.jspecify.annotations.Nullable;

/**
 * An entry as a line of a package: its fields, its details as they were recorded, and its hash.
 *
 * @param details absent where they were destroyed
 */
record PackageEntry(ChainEntry link, @Nullable String details, String hash) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PackageEntry of(ChainEntry link, @Nullable String details) {
        return new PackageEntry(link, details, link.hash());
    }

    String line() throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.set("entry", JSON.readTree(link.canonical()));
        line.put("details", details);
        line.put("hash", hash);
        return CanonicalJson.of(line);
    }

    /**
     * Reads a line.
     *
     * @throws IOException where it is none
     */
    static PackageEntry read(String line) throws IOException {
        JsonNode read = JSON.readTree(line);
        try {
            JsonNode entry = read.required("entry");
            Map<String, String> personal = new TreeMap<>();
            entry.required("personal")
                    .properties()
                    .forEach(value ->
                            personal.put(value.getKey(), value.getValue().textValue()));
            return new PackageEntry(
                    new ChainEntry(
                            entry.required("chain").textValue(),
                            entry.required("seq").longValue(),
                            entry.required("subject").textValue(),
                            Instant.parse(entry.required("at").textValue()),
                            entry.required("act").textValue(),
                            entry.required("actor").textValue(),
                            entry.required("session").textValue(),
                            entry.required("automatic").booleanValue(),
                            entry.required("adopted").booleanValue(),
                            entry.required("payload").textValue(),
                            personal,
                            entry.required("previous").textValue()),
                    read.required("details").textValue(),
                    read.required("hash").textValue());
        } catch (RuntimeException e) {
            throw new IOException("Not an entry", e);
        }
    }

    /** Whether it says that details before it were destroyed. */
    boolean saysDestroyed() {
        return details != null
                && (link.act().equals(ContentErasure.CASE_DESTROYED)
                        || link.act().equals(ContentErasure.READS_DESTROYED));
    }

    boolean isEmptied() {
        return details == null;
    }

    JsonNode said() {
        if (details == null) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(details);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
