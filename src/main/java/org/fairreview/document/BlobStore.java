package org.fairreview.document;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Where bytes are kept, named by their SHA-256: a folder, or one day a bucket. */
interface BlobStore {

    /** Keeps the bytes for good before it returns, so that a row which names them may commit. */
    Blob put(InputStream bytes);

    /** Keeps all of them for good before it returns, which costs less than one after the other. */
    List<Blob> putAll(List<byte[]> all);

    InputStream open(String sha256);

    boolean holds(String sha256);

    /** Removes bytes that nothing refers to and that nobody asked to keep since the given time. */
    int sweep(Set<String> referenced, Instant olderThan);

    /** Deletes bytes that nobody asked to keep since the given time; says whether they are gone. */
    boolean delete(String sha256, Instant olderThan);

    record Blob(String sha256, long size) {}
}
