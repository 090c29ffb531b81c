package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.fairreview.audit.CanonicalJson;

/**
 * The digests of all other files of a package, signed by the key that was in use when it was made.
 *
 * @param files the SHA-256 of each file by its name in the package
 */
record Manifest(String caseNumber, Map<String, String> files, String signature) {

    private static final ObjectMapper JSON = new ObjectMapper();

    Manifest {
        files = new TreeMap<>(files);
    }

    /** What is signed: the form of RFC 8785. */
    String canonical() {
        ObjectNode form = JSON.createObjectNode();
        form.put("case", caseNumber);
        files.forEach(form.putObject("files")::put);
        return CanonicalJson.of(form);
    }

    String text() throws IOException {
        ObjectNode text = JSON.createObjectNode();
        text.set("manifest", JSON.readTree(canonical()));
        text.put("signature", signature);
        return CanonicalJson.of(text) + "\n";
    }

    static Manifest read(String text) throws IOException {
        JsonNode read = JSON.readTree(text);
        try {
            Map<String, String> files = new TreeMap<>();
            read.required("manifest")
                    .required("files")
                    .properties()
                    .forEach(file -> files.put(file.getKey(), file.getValue().textValue()));
            return new Manifest(
                    read.required("manifest").required("case").textValue(),
                    files,
                    read.required("signature").textValue());
        } catch (RuntimeException e) {
            throw new IOException("Not a manifest", e);
        }
    }
}
