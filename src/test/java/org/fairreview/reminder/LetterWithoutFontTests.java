package org.fairreview.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import org.fairreview.calendar.DueDates;
import org.fairreview.document.FileStore;
import org.fairreview.document.Templates;
import org.fairreview.document.WordPdf;
import org.fairreview.identity.Directory;
import org.fairreview.kit.Correspondence;
import org.fairreview.kit.ProductTest;
import org.fairreview.kit.Web;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** On a machine without a font for Chinese a letter is issued all the same. */
@ProductTest
class LetterWithoutFontTests {

    @Autowired
    Correspondence letters;

    @Autowired
    LetterKinds kinds;

    @Autowired
    Templates templates;

    @Autowired
    FileStore files;

    @Autowired
    Directory directory;

    @Autowired
    DueDates dueDates;

    @Autowired
    MessageSource messages;

    @Autowired
    ObjectMapper json;

    @Autowired
    Clock clock;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Web web;

    @Test
    void the_word_file_is_made_alone_and_the_page_says_why() {
        String number = letters.begin("reminder", "DRAFTER");
        letters.draft(number, "reminder", "DRAFTER");
        letters.signOff(number);
        WordPdf fontless = mock(WordPdf.class);
        when(fontless.of(any())).thenReturn(Optional.empty());
        LetterDocuments documents =
                new LetterDocuments(kinds, templates, fontless, files, directory, messages, json, clock);

        LetterFiles made = transaction.execute(
                status -> documents.freeze(letters.get(number), dueDates.limit("letterReply", "r420600")));

        assertThat(files.bytes(made.wordSha256())).isNotEmpty();
        assertThat(made.pdfFileId()).isNull();
        jdbc.sql("update letter set pdf_file_id = null, pdf_sha256 = null where number = :number")
                .param("number", number)
                .update();
        assertThat(web.session("zhaolei").get("/letters/" + number).body()).contains("未能生成 PDF 文件：本机没有中文字体", "安装中文字体");
    }
}
