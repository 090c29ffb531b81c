package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes in the data folder: kept once, named by their digest, swept when nothing refers to them. */
class FolderBlobStoreTests {

    private static final Instant MONDAY = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T01:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-04T01:00:00Z");

    @TempDir
    Path data;

    private BlobStore blobs;

    @BeforeEach
    void on_monday() {
        blobs = at(MONDAY);
    }

    @Test
    void bytes_are_found_under_their_digest() throws Exception {
        var blob = put("甲");
        assertThat(blob.sha256()).isEqualTo(Sha256.of("甲".getBytes(StandardCharsets.UTF_8)));
        assertThat(blob.size()).isEqualTo(3);
        assertThat(data.resolve("blobs/%s/%s".formatted(blob.sha256().substring(0, 2), blob.sha256())))
                .hasContent("甲");
        try (var in = blobs.open(blob.sha256())) {
            assertThat(in).hasContent("甲");
        }
    }

    @Test
    void the_same_bytes_are_kept_once() throws Exception {
        assertThat(put("甲")).isEqualTo(put("甲"));
        put("乙");
        assertThat(files()).hasSize(2);
    }

    @Test
    void many_are_kept_like_each_of_them_and_nothing_else_is_left() throws Exception {
        put("甲");
        List<BlobStore.Blob> all = blobs.putAll(List.of("甲", "乙", "丙", "乙").stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList());

        assertThat(all).containsExactly(put("甲"), put("乙"), put("丙"), put("乙"));
        assertThat(files()).hasSize(3);
        try (var in = blobs.open(all.get(2).sha256())) {
            assertThat(in).hasContent("丙");
        }
        assertThat(blobs.putAll(List.of())).isEmpty();
    }

    @Test
    void bytes_that_break_off_leave_nothing_behind() throws Exception {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("connection lost");
                }
                return 'x';
            }
        };
        assertThatThrownBy(() -> blobs.put(broken)).isInstanceOf(UncheckedIOException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_was_cut_short_on_disk_is_written_again() throws Exception {
        var blob = put("甲乙丙");
        Files.writeString(files().get(0), "甲");
        put("甲乙丙");
        assertThat(blobs.open(blob.sha256())).hasContent("甲乙丙");
    }

    @Test
    void many_people_may_store_the_same_bytes_at_once() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<BlobStore.Blob>> uploads = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<BlobStore.Blob>) () -> put("甲".repeat(50_000)))
                    .toList();
            var blobs = pool.invokeAll(uploads);
            assertThat(blobs).allSatisfy(blob -> assertThat(blob.get())
                    .isEqualTo(blobs.get(0).get()));
        } finally {
            pool.shutdown();
        }
        assertThat(files()).singleElement().satisfies(file -> assertThat(file).hasSize(150_000));
    }

    @Test
    void only_old_bytes_that_nothing_refers_to_are_swept() {
        var referenced = put("甲");
        var orphan = put("乙");
        at(WEDNESDAY).put(stream("丙"));
        assertThat(blobs.sweep(Set.of(referenced.sha256()), TUESDAY)).isEqualTo(1);
        assertThat(blobs.holds(referenced.sha256())).isTrue();
        assertThat(blobs.holds(orphan.sha256())).isFalse();
        assertThat(blobs.holds(Sha256.of("丙".getBytes(StandardCharsets.UTF_8)))).isTrue();
    }

    @Test
    void an_orphan_that_is_stored_again_is_no_orphan() {
        var blob = put("甲");
        at(WEDNESDAY).put(stream("甲"));
        assertThat(blobs.sweep(Set.of(), TUESDAY)).isZero();
        assertThat(blobs.holds(blob.sha256())).isTrue();
    }

    @Test
    void what_a_crash_left_unfinished_is_swept() throws Exception {
        put("甲");
        var unfinished = Files.writeString(data.resolve("blobs/1234.part"), "half");
        Files.setLastModifiedTime(unfinished, java.nio.file.attribute.FileTime.from(MONDAY));
        blobs.sweep(Set.of(), TUESDAY);
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void nothing_but_a_digest_names_bytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> blobs.open("../../etc/passwd"));
        assertThatIllegalArgumentException().isThrownBy(() -> blobs.holds("AB"));
        assertThatIllegalStateException().isThrownBy(() -> blobs.open("0".repeat(64)));
    }

    private BlobStore at(Instant now) {
        return new FolderBlobStore(data, Clock.fixed(now, ZoneOffset.UTC));
    }

    private BlobStore.Blob put(String content) {
        return blobs.put(stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
