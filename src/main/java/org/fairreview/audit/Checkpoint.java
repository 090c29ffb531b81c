package org.fairreview.audit;

import java.security.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed statement of how far every chain was at a moment.
 *
 * @param number from 1, without gap
 * @param treeSize how many chains there were
 * @param root the root of the tree over their heads, ordered by the chains' names
 * @param previous the digest of the checkpoint before
 * @param key the id of the key that signed it
 * @param nextKey the public key (Base64 of its DER form) that signs from the next checkpoint on; none mostly
 * @param signature Ed25519 over the canonical form, in Base64
 */
public record Checkpoint(
        long number,
        Instant at,
        long treeSize,
        String root,
        String previous,
        String key,
        @Nullable String nextKey,
        String signature) {

    /** The form of RFC 8785 of everything but the signature. */
    public String canonical() {
        return "{\"key\":%s,\"nextKey\":%s,\"number\":%d,\"previous\":%s,\"root\":%s,\"time\":\"%s\",\"treeSize\":%d}"
                .formatted(
                        CanonicalJson.quote(key),
                        nextKey == null ? "null" : CanonicalJson.quote(nextKey),
                        number,
                        CanonicalJson.quote(previous),
                        CanonicalJson.quote(root),
                        ChainEntry.moment(at),
                        treeSize);
    }

    public String digest() {
        return Digest.of(canonical());
    }

    Checkpoint signed(SigningKeys.Pair pair) {
        return new Checkpoint(number, at, treeSize, root, previous, key, nextKey, pair.sign(canonical()));
    }

    /** Whether the holder of the key has signed exactly this. */
    public boolean isSignedBy(PublicKey publicKey) {
        return PublicKeys.hasSigned(publicKey, canonical(), signature);
    }
}
