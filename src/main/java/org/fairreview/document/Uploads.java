package org.fairreview.document;

import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Readable;
import org.fairreview.document.Reading.Unreadable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Takes what people upload: texts, which are read before they are kept, and scans of sealed or signed paper. */
@Service
public class Uploads {

    /** What came of an upload: the staged file with notices, or the reason why it is not taken. */
    public sealed interface Upload {

        record Taken(StoredFile file, List<Notice> notices) implements Upload {}

        record Refused(Unreadable reason) implements Upload {}
    }

    /** What is no fault in a scan. */
    private static final Set<String> NO_FAULT_IN_A_SCAN =
            Set.of("document.unreadable.scanned-pdf", "document.unreadable.extension");

    private final Intake intake;
    private final FileStore files;
    private final Texts texts;

    Uploads(Intake intake, FileStore files, Texts texts) {
        this.intake = intake;
        this.files = files;
        this.texts = texts;
    }

    /** Reads a text and stages it; nothing is stored of a file that cannot be read or bears a classification mark. */
    public Upload takeText(String fileName, byte[] bytes, Uploader uploader) {
        Reading reading = intake.read(fileName, bytes);
        if (reading instanceof Unreadable unreadable) {
            return new Upload.Refused(unreadable);
        }
        Readable readable = (Readable) reading;
        keep(Sha256.of(bytes), readable.text());
        return new Upload.Taken(files.store(fileName, bytes, uploader), readable.warnings());
    }

    /** Reads a text and stages it, or stages a scan where it holds no text that can be read: a file that is filed, not reviewed. */
    public Upload takeEither(String fileName, byte[] bytes, Uploader uploader) {
        Upload upload = takeText(fileName, bytes, uploader);
        return upload instanceof Upload.Refused refused
                        && NO_FAULT_IN_A_SCAN.contains(refused.reason().messageKey())
                ? takeScan(fileName, bytes, uploader)
                : upload;
    }

    private void keep(String sha256, ExtractedText text) {
        try {
            texts.keep(sha256, text);
        } catch (PersistenceException | DataIntegrityViolationException e) {
            // somebody uploaded the same file at the same moment and was first: now its text is there
            texts.keep(sha256, text);
        }
    }

    /** Why a text or a scan is not taken; it is checked like one that is staged, and nothing of it is kept. */
    public Optional<Unreadable> refuse(String fileName, byte[] bytes) {
        return intake.read(fileName, bytes) instanceof Unreadable unreadable
                ? NO_FAULT_IN_A_SCAN.contains(unreadable.messageKey())
                        ? intake.refuseScan(fileName, bytes)
                        : Optional.of(unreadable)
                : Optional.empty();
    }

    /** Stages a scan: a picture or a PDF, whose content is not read. */
    public Upload takeScan(String fileName, byte[] bytes, Uploader uploader) {
        return intake.refuseScan(fileName, bytes)
                .<Upload>map(Upload.Refused::new)
                .orElseGet(() -> new Upload.Taken(files.store(fileName, bytes, uploader), List.of()));
    }
}
