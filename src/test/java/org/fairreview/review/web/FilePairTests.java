package org.fairreview.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fairreview.measure.FileRole;
import org.fairreview.measure.ManifestEntry;
import org.junit.jupiter.api.Test;

/** The files of one version meet those of the next. */
class FilePairTests {

    @Test
    void the_body_meets_the_body_whatever_its_name() {
        assertThat(pairs(List.of(body("草案.docx", "a")), List.of(body("草案（修改稿）.docx", "b"))))
                .containsExactly("草案.docx > 草案（修改稿）.docx");
    }

    @Test
    void attachments_of_the_same_name_meet_though_another_was_put_before_them() {
        assertThat(pairs(
                        List.of(attachment(1, "目录.docx", "a"), attachment(2, "申报表.docx", "b")),
                        List.of(
                                attachment(1, "指南.docx", "c"),
                                attachment(2, "目录.docx", "d"),
                                attachment(3, "申报表.docx", "e"))))
                .containsExactly("- > 指南.docx", "目录.docx > 目录.docx", "申报表.docx > 申报表.docx");
    }

    @Test
    void attachments_with_new_names_meet_by_place() {
        assertThat(pairs(
                        List.of(attachment(1, "附件1.docx", "a"), attachment(2, "附件2.docx", "b")),
                        List.of(attachment(1, "附件1修改.docx", "c"), attachment(2, "附件2修改.docx", "d"))))
                .containsExactly("附件1.docx > 附件1修改.docx", "附件2.docx > 附件2修改.docx");
    }

    @Test
    void the_same_bytes_are_the_same_file_under_any_name_and_place() {
        List<FilePair> pairs = FilePair.of(
                List.of(attachment(1, "目录.docx", "a"), attachment(2, "申报表.docx", "b")),
                List.of(attachment(1, "申报表（终稿）.docx", "b")));

        assertThat(lines(pairs)).containsExactly("申报表.docx > 申报表（终稿）.docx", "目录.docx > -");
        assertThat(pairs).extracting(FilePair::isSameFile).containsExactly(true, false);
    }

    @Test
    void files_of_different_roles_never_meet() {
        assertThat(pairs(
                        List.of(body("草案.docx", "a"), attachment(1, "说明.docx", "b")),
                        List.of(
                                body("草案.docx", "a"),
                                new ManifestEntry(FileRole.EXPLANATION, 1, "f", "说明.docx", 1, "b"))))
                .containsExactly("草案.docx > 草案.docx", "说明.docx > -", "- > 说明.docx");
    }

    private static ManifestEntry body(String name, String sha256) {
        return new ManifestEntry(FileRole.BODY, 1, "f" + sha256, name, 1, sha256);
    }

    private static ManifestEntry attachment(int place, String name, String sha256) {
        return new ManifestEntry(FileRole.ATTACHMENT, place, "f" + sha256, name, 1, sha256);
    }

    private static List<String> pairs(List<ManifestEntry> before, List<ManifestEntry> after) {
        return lines(FilePair.of(before, after));
    }

    private static List<String> lines(List<FilePair> pairs) {
        return pairs.stream()
                .map(pair -> name(pair.before()) + " > " + name(pair.after()))
                .toList();
    }

    private static String name(ManifestEntry entry) {
        return entry == null ? "-" : entry.fileName();
    }
}
