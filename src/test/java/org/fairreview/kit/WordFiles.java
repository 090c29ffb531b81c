package org.fairreview.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Word files of texts. */
public final class WordFiles {

    private WordFiles() {}

    /** Writes the text as a .docx, a paragraph per line that is not blank. */
    public static Path write(Path file, String text) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(out);
        }
        return file;
    }
}
