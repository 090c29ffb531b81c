package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.fairreview.document.Reading.Unreadable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/** Reads a submitted file before anything of it is stored, and says in one sentence why a file is not taken. */
@Service
public class Intake {

    /** A page, or a Word file, with fewer Chinese characters than this carries its text as a picture. */
    private static final int FEWEST_HAN = 20;

    private static final DataSize LARGEST = DataSize.ofMegabytes(50);

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry(DocxReader.MEDIA_TYPE, "docx"),
            Map.entry("application/msword", "doc"),
            Map.entry("application/x-tika-msoffice", "doc"),
            Map.entry("application/x-tika-ooxml-protected", "docx-protected"),
            Map.entry("application/vnd.ms-word.document.macroenabled.12", "docm"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/rtf", "rtf"),
            Map.entry("text/html", "html"),
            Map.entry("application/xhtml+xml", "html"),
            Map.entry("application/zip", "zip"),
            Map.entry("text/plain", "txt"));

    private static final Map<String, String> SCANS =
            Map.of(".pdf", "application/pdf", ".jpg", "image/jpeg", ".jpeg", "image/jpeg", ".png", "image/png");

    private final long maxSize;
    private final TikaConfig tika = TikaConfig.getDefaultConfig();

    Intake(@Value("${fairreview.document.max-size:50MB}") DataSize maxSize) {
        this.maxSize = maxSize.toBytes();
    }

    /** Reads files for a command beside the product, within the limits that the product ships with. */
    public static Intake standingAlone() {
        return new Intake(LARGEST);
    }

    public Reading read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            return Unreadable.because("empty");
        }
        if (bytes.length > maxSize) {
            return Unreadable.because("too-large", megabytes(bytes.length), megabytes(maxSize));
        }
        var extension = extension(fileName);
        return switch (extension) {
            case ".docx" -> readDocx(bytes, type(bytes));
            case ".doc", ".wps" -> readDoc(extension, bytes, type(bytes));
            case ".pdf" -> readPdf(bytes, type(bytes));
            case ".txt" -> readText(bytes, type(bytes));
            default -> Unreadable.because("extension", extension.isEmpty() ? "—" : extension);
        };
    }

    /** Why a scan is not taken: it is a picture or a PDF, of which nothing is read. */
    Optional<Unreadable> refuseScan(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            return Optional.of(Unreadable.because("empty"));
        }
        if (bytes.length > maxSize) {
            return Optional.of(Unreadable.because("too-large", megabytes(bytes.length), megabytes(maxSize)));
        }
        String extension = extension(fileName);
        String expected = SCANS.get(extension);
        if (expected == null) {
            return Optional.of(Unreadable.because("scan-extension", extension.isEmpty() ? "—" : extension));
        }
        return type(bytes).equals(expected)
                ? Optional.empty()
                : Optional.of(Unreadable.because("scan-mismatch", extension));
    }

    private static Reading readDocx(byte[] bytes, String type) {
        return switch (type) {
            case DocxReader.MEDIA_TYPE -> new DocxReader(FEWEST_HAN).read(bytes);
            case "application/x-tika-ooxml-protected" -> Unreadable.because("encrypted-docx");
            case "application/zip", "application/x-tika-ooxml", "application/octet-stream" ->
                brokenOrOther(bytes, type);
            default -> mismatch(".docx", type);
        };
    }

    private static Reading readDoc(String extension, byte[] bytes, String type) {
        if (DocReader.MEDIA_TYPES.contains(type)) {
            return new DocReader(FEWEST_HAN).read(bytes);
        }
        return type.equals("application/octet-stream") ? Unreadable.because("damaged-docx") : mismatch(extension, type);
    }

    /** A package that does not say what it is was cut off, swells, or is some other archive. */
    private static Reading brokenOrOther(byte[] bytes, String type) {
        try {
            DocxPackage.open(bytes);
            return mismatch(".docx", type);
        } catch (DocxPackage.ZipBomb e) {
            return Unreadable.because("zip-bomb");
        } catch (IOException | RuntimeException e) {
            return Unreadable.because("damaged-docx");
        }
    }

    private static Reading readPdf(byte[] bytes, String type) {
        return switch (type) {
            case "application/pdf" -> new PdfReader(FEWEST_HAN).read(bytes);
            case "application/octet-stream" -> Unreadable.because("damaged-pdf");
            default -> mismatch(".pdf", type);
        };
    }

    /** Text has no mark of its own: whatever is not known to be something else is tried as text. */
    private static Reading readText(byte[] bytes, String type) {
        boolean markup = type.equals("text/html") || type.equals("application/xhtml+xml");
        boolean text = type.startsWith("text/") || type.equals("application/octet-stream");
        return text && !markup ? new PlainTextReader().read(bytes) : mismatch(".txt", type);
    }

    private static Reading mismatch(String extension, String type) {
        var name = "document.type." + NAMES.getOrDefault(type, type.startsWith("image/") ? "image" : "other");
        return Unreadable.because("mismatch", extension, new DefaultMessageSourceResolvable(name));
    }

    private String type(byte[] bytes) {
        try (var stream = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            return tika.getDetector()
                    .detect(stream, new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            return "application/octet-stream";
        }
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot).strip().toLowerCase(Locale.ROOT);
    }

    private static String megabytes(long bytes) {
        return String.valueOf((bytes + (1L << 20) - 1) >> 20);
    }
}
