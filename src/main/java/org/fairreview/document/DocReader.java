package org.fairreview.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.tika.Tika;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.sax.BodyContentHandler;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Unreadable;
import org.xml.sax.SAXException;

/**
 * Reads a file of Word before 2007 (.doc), which WPS writes as .wps too.
 *
 * <p>Tika reads it, headers and footers included; what numbers itself may come without its number, so a notice asks to
 * compare with the original.
 */
final class DocReader {

    static final List<String> MEDIA_TYPES =
            List.of("application/msword", "application/x-tika-msoffice", "application/vnd.ms-works");

    private final int fewestHan;

    DocReader(int fewestHan) {
        this.fewestHan = fewestHan;
    }

    Reading read(byte[] bytes) {
        var handler = new BodyContentHandler(-1);
        try (var stream = TikaInputStream.get(new ByteArrayInputStream(bytes))) {
            new OfficeParser().parse(stream, handler, new Metadata(), new ParseContext());
        } catch (EncryptedDocumentException e) {
            return Unreadable.because("encrypted-docx");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            return Unreadable.because("damaged-docx");
        }
        var text = handler.toString();
        if (text.codePoints().filter(Character::isIdeographic).count() < fewestHan) {
            return Unreadable.because("scanned-docx");
        }
        return SoundText.check(
                "application/msword", "tika-doc " + Tika.getString(), text, List.of(), List.of(Notice.of("old-word")));
    }
}
