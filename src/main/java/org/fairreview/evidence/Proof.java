package org.fairreview.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.fairreview.audit.CanonicalJson;
import org.fairreview.audit.Checkpoint;
import org.fairreview.audit.CheckpointFold;
import org.fairreview.audit.CheckpointFolder;
import org.fairreview.audit.Leaf;
import org.fairreview.audit.MerkleTree;

/** The signed checkpoint of a package, and for each of its chains the way from its head to the signed root. */
record Proof(Checkpoint checkpoint, List<Inclusion> inclusions) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HexFormat HEX = HexFormat.of();

    /** A chain's place in the tree, and the hashes beside its way up. */
    record Inclusion(Leaf leaf, long place, List<String> path) {

        /** Whether the way leads to the root of the checkpoint. */
        boolean leadsTo(Checkpoint checkpoint) {
            return MerkleTree.rootOf(
                            leaf.hash(),
                            place,
                            checkpoint.treeSize(),
                            path.stream().map(HEX::parseHex).toList())
                    .map(HEX::formatHex)
                    .filter(checkpoint.root()::equals)
                    .isPresent();
        }
    }

    static Proof of(CheckpointFold signed, List<String> chains) {
        List<String> all = signed.chains();
        List<byte[]> hashes = signed.hashes();
        List<Inclusion> inclusions = new ArrayList<>();
        for (String chain : chains) {
            int place = all.indexOf(chain);
            if (place >= 0) {
                inclusions.add(new Inclusion(
                        signed.headOf(chain).orElseThrow(),
                        place,
                        MerkleTree.proof(hashes, place).stream()
                                .map(HEX::formatHex)
                                .toList()));
            }
        }
        return new Proof(signed.newest().orElseThrow(), inclusions);
    }

    String text() throws IOException {
        ObjectNode text = JSON.createObjectNode();
        text.set("checkpoint", JSON.readTree(checkpoint.canonical()));
        text.put("signature", checkpoint.signature());
        ArrayNode proofs = text.putArray("proofs");
        for (Inclusion inclusion : inclusions) {
            ObjectNode proof = proofs.addObject();
            proof.set("leaf", JSON.readTree(inclusion.leaf().canonical()));
            proof.put("place", inclusion.place());
            inclusion.path().forEach(proof.putArray("path")::add);
        }
        return CanonicalJson.of(text);
    }

    static Proof read(String text) throws IOException {
        JsonNode read = JSON.readTree(text);
        try {
            List<Inclusion> inclusions = new ArrayList<>();
            for (JsonNode proof : read.required("proofs")) {
                JsonNode leaf = proof.required("leaf");
                List<String> path = new ArrayList<>();
                proof.required("path").forEach(hash -> path.add(hash.textValue()));
                inclusions.add(new Inclusion(
                        new Leaf(
                                leaf.required("chain").textValue(),
                                leaf.required("length").longValue(),
                                leaf.required("head").textValue()),
                        proof.required("place").longValue(),
                        path));
            }
            return new Proof(
                    CheckpointFolder.checkpoint(
                            read.required("checkpoint"),
                            read.required("signature").textValue()),
                    inclusions);
        } catch (RuntimeException e) {
            throw new IOException("Not a proof", e);
        }
    }
}
