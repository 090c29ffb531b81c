package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.fairreview.audit.CanonicalJson;
import org.fairreview.audit.Digest;

/** A value that can be erased, as a line of a package. */
record PersonalValue(String chain, long seq, String name, String salt, String value) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What tells it from all others. */
    record Place(String chain, long seq, String name) {}

    Place place() {
        return new Place(chain, seq, name);
    }

    String digest() {
        return Digest.of(HexFormat.of().parseHex(salt), value.getBytes(StandardCharsets.UTF_8));
    }

    String line() {
        ObjectNode line = JSON.createObjectNode();
        line.put("chain", chain);
        line.put("seq", seq);
        line.put("name", name);
        line.put("salt", salt);
        line.put("value", value);
        return CanonicalJson.of(line);
    }

    static PersonalValue read(String line) throws IOException {
        JsonNode read = JSON.readTree(line);
        try {
            return new PersonalValue(
                    read.required("chain").textValue(),
                    read.required("seq").longValue(),
                    read.required("name").textValue(),
                    read.required("salt").textValue(),
                    read.required("value").textValue());
        } catch (RuntimeException e) {
            throw new IOException("Not a personal value", e);
        }
    }
}
