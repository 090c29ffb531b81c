package org.fairreview.audit;

import java.nio.charset.StandardCharsets;

/**
 * How far a chain was at a checkpoint: a leaf of the checkpoint's tree.
 *
 * @param length the number of its entries
 * @param head the hash of the last of them
 */
public record Leaf(String chain, long length, String head) {

    /** The form of RFC 8785. */
    public String canonical() {
        return "{\"chain\":%s,\"head\":%s,\"length\":%d}"
                .formatted(CanonicalJson.quote(chain), CanonicalJson.quote(head), length);
    }

    /** The hash of the leaf as RFC 6962 has it. */
    public byte[] hash() {
        return MerkleTree.leaf(canonical().getBytes(StandardCharsets.UTF_8));
    }
}
