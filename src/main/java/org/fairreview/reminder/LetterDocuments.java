package org.fairreview.reminder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.fairreview.calendar.TimeLimit;
import org.fairreview.document.FileStore;
import org.fairreview.document.RenderedDocument;
import org.fairreview.document.StoredFile;
import org.fairreview.document.Templates;
import org.fairreview.document.WordPdf;
import org.fairreview.identity.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The document of a letter: what the template of its kind is filled with, as Word file and as PDF. */
@Component
class LetterDocuments {

    static final String WORD = "LETTER_WORD";
    static final String PDF = "LETTER_PDF";
    static final String DATA = "LETTER_DATA";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    private final LetterKinds kinds;
    private final Templates templates;
    private final WordPdf pdf;
    private final FileStore files;
    private final Directory directory;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final Clock clock;

    LetterDocuments(
            LetterKinds kinds,
            Templates templates,
            WordPdf pdf,
            FileStore files,
            Directory directory,
            MessageSource messages,
            ObjectMapper json,
            Clock clock) {
        this.kinds = kinds;
        this.templates = templates;
        this.pdf = pdf;
        this.files = files;
        this.directory = directory;
        this.messages = messages;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
        this.clock = clock;
    }

    /**
     * Makes the document, stores it with its data, and says what was stored.
     *
     * @param limit for the reply; null where the letter asks for none
     */
    LetterFiles freeze(Letter letter, @Nullable TimeLimit limit) {
        LetterKind kind = kinds.get(letter.kind());
        Map<String, @Nullable Object> data = data(letter, limit);
        RenderedDocument rendered = templates.render(kind.template(), data);
        String name =
                text("letter.fileName", kind.label(), letter.documentNumber().orElseThrow());
        StoredFile word = keep(letter, name + ".docx", rendered.bytes(), WORD);
        Optional<StoredFile> pages = pdf.of(rendered.bytes()).map(bytes -> keep(letter, name + ".pdf", bytes, PDF));
        StoredFile values = keep(letter, name + ".json", written(data), DATA);
        return new LetterFiles(
                word.id(),
                word.sha256(),
                pages.map(StoredFile::id).orElse(null),
                pages.map(StoredFile::sha256).orElse(null),
                values.id(),
                values.sha256(),
                rendered.templateVersion());
    }

    private StoredFile keep(Letter letter, String name, byte[] bytes, String kind) {
        StoredFile file = files.store(name, bytes);
        return files.bind(file.id(), letter.number(), kind);
    }

    private byte[] written(Map<String, @Nullable Object> data) {
        try {
            return json.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(data)
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, @Nullable Object> data(Letter letter, @Nullable TimeLimit limit) {
        LetterText text = letter.text();
        Map<String, @Nullable Object> data = new TreeMap<>();
        data.put("office", letter.issuedAs().orElseThrow());
        data.put("documentNumber", letter.documentNumber().orElse(""));
        data.put("signer", signer(letter));
        data.put("title", text.title());
        data.put("addressee", letter.addresseeName());
        data.put("facts", text.facts());
        data.put("statement", orNull(text.statement()));
        data.put(
                "disciplineCase",
                text.disciplineCase() == null ? null : text("letter.disciplineCase." + text.disciplineCase()));
        data.put("appointment", orNull(text.appointment()));
        data.put("measures", letter.measures().stream().map(this::measure).toList());
        data.put(
                "findings",
                letter.findings().stream().map(LetterDocuments::finding).toList());
        data.put("request", text.request());
        data.put("replyLimit", limit == null ? null : words(limit));
        data.put("contact", orNull(text.contact()));
        List<String> attachments = text.attachments()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        data.put("attachment", attachments.isEmpty() ? null : attachments.get(0));
        data.put("oneAttachment", attachments.size() == 1);
        data.put("severalAttachments", attachments.size() > 1);
        data.put(
                "moreAttachments",
                IntStream.range(1, attachments.size())
                        .mapToObj(place -> Map.of("number", place + 1, "name", attachments.get(place)))
                        .toList());
        data.put("copyTo", orNull(text.copyTo()));
        data.put("issuedOn", DAY.format(LocalDate.ofInstant(letter.signedOffAt().orElseThrow(), clock.getZone())));
        return data;
    }

    private String signer(Letter letter) {
        List<LetterSignature> standing =
                letter.signatures().stream().filter(LetterSignature::stands).toList();
        return standing.isEmpty()
                ? ""
                : directory.nameOf(standing.get(standing.size() - 1).userId());
    }

    private Map<String, Object> measure(LetterMeasure measure) {
        return Map.of(
                "measure",
                measure.issuedNumber().isBlank()
                        ? text("letter.measure", measure.title())
                        : text("letter.measure.issued", measure.title(), measure.issuedNumber()),
                "drafter",
                measure.drafter());
    }

    private static Map<String, @Nullable Object> finding(LetterFinding finding) {
        Map<String, @Nullable Object> data = new TreeMap<>();
        data.put("place", "《%s》%s".formatted(finding.measureTitle(), finding.address()));
        data.put("quotation", finding.quotation());
        data.put("standard", finding.standard());
        data.put("reason", finding.reason());
        data.put("asked", orNull(finding.asked()));
        return data;
    }

    /** The limit in words, such as 30个工作日. */
    private String words(TimeLimit limit) {
        return text("letter.limit." + limit.counting(), String.valueOf(limit.days()));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
