package org.fairreview.audit;

import java.security.PublicKey;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Checkpoints in their order, each with the chains that had grown: proves every one of them, and knows how far all chains were. */
public final class CheckpointFold {

    /** A head with its hash in the tree, and the checkpoint that signed it first. */
    private record Signed(Leaf leaf, byte[] hash, Checkpoint by) {}

    private final Map<String, PublicKey> keys;
    private final TreeMap<String, Signed> heads = new TreeMap<>();
    private @Nullable Checkpoint newest;

    /**
     * A fold that begins with the first checkpoint.
     *
     * @param trusted public keys that are known to be the product's, by their id
     */
    public CheckpointFold(Map<String, PublicKey> trusted) {
        this.keys = new HashMap<>(trusted);
    }

    /** Takes the next checkpoint; gives back why it does not fit. */
    public Optional<Fault> accept(Checkpoint next, List<Leaf> grown) {
        Checkpoint before = newest;
        long expected = before == null ? 1 : before.number() + 1;
        if (next.number() > expected) {
            return fault(expected, Fault.Kind.CHECKPOINT_MISSING);
        }
        String previous = before == null ? Digest.NOTHING : before.digest();
        if (next.number() != expected || !next.previous().equals(previous)) {
            return fault(next.number(), Fault.Kind.CHECKPOINT_ORDER);
        }
        PublicKey key = keys.get(next.key());
        if (key == null || !next.key().equals(expectedKey(before, next))) {
            return fault(next.number(), Fault.Kind.CHECKPOINT_KEY, next.key());
        }
        if (!next.isSignedBy(key)) {
            return fault(next.number(), Fault.Kind.CHECKPOINT_SIGNATURE);
        }
        for (Leaf leaf : grown) {
            Signed known = heads.get(leaf.chain());
            if (known != null && known.leaf().length() >= leaf.length()) {
                return fault(next.number(), Fault.Kind.CHECKPOINT_TREE);
            }
            heads.put(leaf.chain(), new Signed(leaf, leaf.hash(), next));
        }
        String root = HexFormat.of().formatHex(MerkleTree.root(hashes()));
        if (next.treeSize() != heads.size() || !next.root().equals(root)) {
            return fault(next.number(), Fault.Kind.CHECKPOINT_TREE);
        }
        announce(next);
        newest = next;
        return Optional.empty();
    }

    private static String expectedKey(@Nullable Checkpoint before, Checkpoint next) {
        if (before == null) {
            return next.key();
        }
        return before.nextKey() == null ? before.key() : PublicKeys.idOf(PublicKeys.ofBase64(before.nextKey()));
    }

    private void announce(Checkpoint signed) {
        if (signed.nextKey() != null) {
            PublicKey key = PublicKeys.ofBase64(signed.nextKey());
            keys.put(PublicKeys.idOf(key), key);
        }
    }

    private static Optional<Fault> fault(long number, Fault.Kind kind, String... values) {
        return Optional.of(Fault.ofCheckpoint(number, kind, values));
    }

    /** The newest checkpoint that fits. */
    public Optional<Checkpoint> newest() {
        return Optional.ofNullable(newest);
    }

    /** How far the chain was at the newest checkpoint. */
    public Optional<Leaf> headOf(String chain) {
        return Optional.ofNullable(heads.get(chain)).map(Signed::leaf);
    }

    /** The checkpoint that signed that head first. */
    Optional<Checkpoint> signerOf(String chain) {
        return Optional.ofNullable(heads.get(chain)).map(Signed::by);
    }

    /** The names of the chains that were signed, in the order of the tree. */
    public List<String> chains() {
        return List.copyOf(heads.keySet());
    }

    /** The hashes of the leaves, in the order of the tree. */
    public List<byte[]> hashes() {
        return heads.values().stream().map(Signed::hash).toList();
    }
}
