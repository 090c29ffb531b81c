package org.fairreview.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files and texts in the tables, on the schema that Flyway makes. */
@DataJpaTest(
        properties = {
            "spring.flyway.locations=classpath:db/migration/document",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.datasource.url=jdbc:h2:mem:storing",
            "fairreview.data=target/test-data/storing"
        })
@ContextConfiguration(classes = StoringTests.Storage.class)
class StoringTests {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    private static final Uploader DRAFTER = new Uploader("zhang", "u17", "r1");

    @TempDir
    static Path data;

    @Autowired
    FileStore store;

    @Autowired
    Texts texts;

    @Autowired
    EntityManager entities;

    @Autowired
    MovingClock clock;

    @BeforeEach
    void in_the_morning() {
        clock.now = MORNING;
    }

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry properties) {
        properties.add("fairreview.data", data::toString);
    }

    @Test
    void an_upload_is_staged_until_it_is_bound() {
        var id = store.store("C:\\fakepath\\办法.docx", bytes("甲"), DRAFTER).id();
        forget();
        assertThat(store.staged("zhang")).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("办法.docx");
            assertThat(file.size()).isEqualTo(3);
            assertThat(file.mediaType()).endsWith("wordprocessingml.document");
            assertThat(file.uploadedBy()).contains("zhang");
            assertThat(file.unitId()).contains("u17");
            assertThat(file.region()).contains("r1");
            assertThat(file.uploadedAt()).isEqualTo(MORNING);
        });
        store.bind(id, "m1-v1", "BODY");
        forget();
        assertThat(store.staged("zhang")).isEmpty();
        assertThat(store.boundTo("m1-v1")).singleElement().satisfies(file -> assertThat(file.kind())
                .contains("BODY"));
        assertThat(store.bytes(store.find(id).orElseThrow().sha256())).isEqualTo(bytes("甲"));
        assertThatIllegalStateException().isThrownBy(() -> store.bind(id, "m2-v1", "BODY"));
    }

    @Test
    void what_belongs_to_something_is_not_discarded() {
        var staged = store.store("甲.txt", bytes("甲"), DRAFTER).id();
        var bound = store.store("乙.txt", bytes("乙"), DRAFTER).id();
        store.bind(bound, "m1-v1", null);
        store.discard(staged);
        store.discard(bound);
        forget();
        assertThat(store.find(staged)).isEmpty();
        assertThat(store.find(bound)).isPresent();
    }

    @Test
    void a_text_is_kept_with_its_passages_and_never_computed_anew() {
        var file = store.store("办法.txt", bytes("第一条 甲。\n乙。"), DRAFTER).sha256();
        var text = ExtractedText.of("reader 1", "第一条 甲。\n乙。");
        texts.keep(file, text);
        forget();
        texts.keep(file, ExtractedText.of("reader 2", "第一条 丙。"));
        forget();
        assertThat(texts.passages(file)).isEqualTo(text.passages());
        assertThat(texts.fullText(file)).contains("第一条 甲。\n乙。");
        assertThat(texts.extraction(file)).get().satisfies(extraction -> {
            assertThat(extraction.extractor()).isEqualTo("reader 1");
            assertThat(extraction.segmenter()).isEqualTo("fairreview " + Passages.VERSION);
            assertThat(extraction.textSha256()).isEqualTo(text.sha256());
            assertThat(extraction.extractedAt()).isEqualTo(MORNING);
        });
    }

    @Test
    void a_passage_of_two_hundred_thousand_characters_fits() {
        var file = store.store("办法.txt", bytes("长"), DRAFTER).sha256();
        texts.keep(file, ExtractedText.of("reader 1", "长".repeat(200_000)));
        forget();
        assertThat(texts.passages(file)).singleElement().satisfies(passage -> assertThat(passage.text())
                .hasSize(200_000));
    }

    @Test
    void a_forgotten_upload_goes_with_its_text_and_its_bytes() {
        var stale = store.store("甲.txt", bytes("甲甲"), DRAFTER);
        texts.keep(stale.sha256(), ExtractedText.of("reader 1", "甲甲，"));
        var bound = store.store("乙.txt", bytes("乙乙"), DRAFTER);
        texts.keep(bound.sha256(), ExtractedText.of("reader 1", "乙乙，"));
        store.bind(bound.id(), "m1-v1", null);
        var letter = store.store("意见.docx", bytes("丙丙"));
        forget();

        clock.now = MORNING.plus(Duration.ofDays(2));
        var yesterday = MORNING.plus(Duration.ofDays(1));
        assertThat(store.discardStagedBefore(yesterday)).isEqualTo(1);
        assertThat(store.sweep(Set.of(), yesterday)).isPositive();
        forget();

        assertThat(texts.extraction(stale.sha256())).isEmpty();
        assertThat(texts.passages(stale.sha256())).isEmpty();
        assertThat(texts.fullText(bound.sha256())).contains("乙乙，");
        assertThat(store.bytes(letter.sha256())).isEqualTo(bytes("丙丙"));
        assertThatIllegalStateException().isThrownBy(() -> store.open(stale.sha256()));
    }

    @Test
    void bytes_changed_on_disk_are_noticed() throws Exception {
        var file = store.store("甲.txt", bytes("丁丁"), DRAFTER);
        var path = data.resolve("blobs").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        Files.writeString(path, "戊戊");
        assertThatIllegalStateException().isThrownBy(() -> store.bytes(file.sha256()));
        Files.delete(path);
    }

    private void forget() {
        entities.flush();
        entities.clear();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Only what storing needs, so that these tests stand apart from the rest of the product. */
    @Configuration
    @EntityScan(basePackageClasses = StoredFile.class)
    @EnableJpaRepositories(basePackageClasses = StoredFile.class)
    @Import({FileStore.class, Texts.class, FolderBlobStore.class, DoomedBlobs.class})
    static class Storage {

        @Bean
        MovingClock clock() {
            return new MovingClock();
        }
    }

    static final class MovingClock extends Clock implements InstantSource {

        private Instant now = MORNING;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
