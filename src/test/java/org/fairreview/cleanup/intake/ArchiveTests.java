package org.fairreview.cleanup.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.fairreview.document.NotTaken;
import org.fairreview.kit.LegacyFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void chinese_names_are_read_whoever_has_packed_them(String charset) throws Exception {
        byte[] zip = LegacyFiles.zip(
                Charset.forName(charset), Map.of("2021年/关于促进〔一〕的若干措施.txt", "正文".getBytes(StandardCharsets.UTF_8)));
        try (Archive archive = open(zip)) {
            assertThat(archive.find("关于促进〔一〕的若干措施.txt")).hasSize(1);
            assertThat(archive.find("关于促进〔一〕的若干措施")).hasSize(1);
            assertThat(archive.find("２０２１年\\关于促进〔一〕的若干措施.TXT")).hasSize(1);
            assertThat(archive.find("关于促进")).isEmpty();
            assertThat(archive.read(archive.find("关于促进〔一〕的若干措施.txt").get(0), 100))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("正文");
        }
    }

    @Test
    void what_two_folders_have_is_found_with_its_folder_only_and_rubbish_is_not_there() throws Exception {
        try (Archive archive = open(LegacyFiles.zip(
                Map.of("甲/办法.txt", "一", "乙/办法.txt", "二", "__MACOSX/甲/._办法.txt", "", "甲/.DS_Store", "")))) {
            assertThat(archive.find("办法.txt")).hasSize(2);
            assertThat(archive.find("乙/办法.txt")).hasSize(1);
            assertThat(archive.all()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../办法.txt", "甲/../../办法.txt", "/etc/办法.txt", "C:/办法.txt", "甲\\办法.txt", "..\\办法.txt"})
    void a_name_that_leads_out_is_refused(String name) {
        assertRefused(LegacyFiles.zip(Map.of(name, "正文")), "intake.texts.path");
    }

    @Test
    void links_passwords_and_what_is_no_archive_are_refused() throws Exception {
        assertRefused(archive(entry -> entry.setUnixMode(0120777)), "intake.texts.link");
        byte[] locked = LegacyFiles.zip(Map.of("办法.txt", "正文"));
        locked[6] |= 1;
        locked[central(locked) + 8] |= 1;
        assertRefused(locked, "intake.texts.encrypted");
        assertRefused("正文".getBytes(StandardCharsets.UTF_8), "intake.texts.broken");
        byte[] zip = LegacyFiles.zip(Map.of("办法.txt", "正文"));
        assertRefused(java.util.Arrays.copyOf(zip, zip.length - 10), "intake.texts.broken");
    }

    @Test
    void what_swells_is_refused_and_what_lies_about_its_size_is_not_read() throws Exception {
        assertRefused(
                LegacyFiles.zip(StandardCharsets.UTF_8, Map.of("零.txt", new byte[8 << 20])), "intake.texts.swells");
        byte[] zip = LegacyFiles.zip(StandardCharsets.UTF_8, Map.of("零.txt", new byte[900_000]));
        int size = central(zip) + 24;
        zip[size] = 10;
        zip[size + 1] = 0;
        zip[size + 2] = 0;
        try (Archive archive = open(zip)) {
            assertThatThrownBy(() -> archive.read(archive.find("零.txt").get(0), 1 << 20))
                    .isInstanceOf(Archive.TooLarge.class);
        }
    }

    @Test
    void an_archive_within_is_seen_and_not_opened() throws Exception {
        try (Archive archive = open(LegacyFiles.zip(Map.of("里面.ZIP", "PK", "办法.docx", "x")))) {
            assertThat(archive.find("里面.zip").get(0).isArchive()).isTrue();
            assertThat(archive.find("办法.docx").get(0).isArchive()).isFalse();
        }
    }

    private static int central(byte[] zip) {
        for (int place = zip.length - 4; place > 0; place--) {
            if (zip[place] == 'P' && zip[place + 1] == 'K' && zip[place + 2] == 1 && zip[place + 3] == 2) {
                return place;
            }
        }
        throw new AssertionError("No directory");
    }

    private interface Change {
        void make(ZipArchiveEntry entry);
    }

    private static byte[] archive(Change change) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("办法.txt");
            change.make(entry);
            zip.putArchiveEntry(entry);
            zip.write("x".getBytes(StandardCharsets.UTF_8));
            zip.closeArchiveEntry();
        }
        return out.toByteArray();
    }

    private Archive open(byte[] zip) throws IOException, NotTaken {
        Path file = Files.createTempFile(folder, "texts", "");
        Files.write(file, zip);
        return Archive.open(file);
    }

    private void assertRefused(byte[] zip, String key) {
        assertThatThrownBy(() -> open(zip).close())
                .as(key)
                .isInstanceOfSatisfying(
                        NotTaken.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
