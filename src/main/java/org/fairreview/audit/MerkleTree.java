package org.fairreview.audit;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The hash tree of RFC 6962: a leaf is SHA-256(0x00, bytes), a node SHA-256(0x01, left, right). */
public final class MerkleTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private MerkleTree() {}

    static byte[] leaf(byte[] bytes) {
        MessageDigest digest = Digest.sha256();
        digest.update(LEAF);
        return digest.digest(bytes);
    }

    /** The root over the hashes of leaves in their order; that of no leaf is SHA-256 of nothing. */
    public static byte[] root(Iterable<byte[]> leaves) {
        Deque<Subtree> full = new ArrayDeque<>();
        for (byte[] leaf : leaves) {
            Subtree grown = new Subtree(1, leaf);
            while (!full.isEmpty() && full.peek().size() == grown.size()) {
                grown = full.pop().with(grown);
            }
            full.push(grown);
        }
        return full.stream()
                .reduce((right, left) -> left.with(right))
                .map(Subtree::hash)
                .orElseGet(() -> Digest.sha256().digest());
    }

    /** A full subtree on the way to the root. */
    private record Subtree(long size, byte[] hash) {

        Subtree with(Subtree right) {
            return new Subtree(size + right.size, node(hash, right.hash));
        }
    }

    /** The hashes with which the root can be computed from the leaf at that place, the nearest first. */
    public static List<byte[]> proof(List<byte[]> leaves, int place) {
        if (leaves.size() == 1) {
            return new ArrayList<>();
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        List<byte[]> left = leaves.subList(0, split);
        List<byte[]> right = leaves.subList(split, leaves.size());
        List<byte[]> proof = place < split ? proof(left, place) : proof(right, place - split);
        proof.add(root(place < split ? right : left));
        return proof;
    }

    /** The root that a proof gives for a leaf; none where the proof does not fit the place in a tree of that size. */
    public static Optional<byte[]> rootOf(byte[] leaf, long place, long size, List<byte[]> proof) {
        long at = place;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] sibling : proof) {
            if (last == 0) {
                return Optional.empty();
            }
            if ((at & 1) == 1 || at == last) {
                root = node(sibling, root);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                root = node(root, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && place >= 0 && place < size ? Optional.of(root) : Optional.empty();
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Digest.sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }
}
