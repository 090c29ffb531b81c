package org.fairreview.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The font of the machine with which Chinese is set into a PDF, where it has one. */
@Component
class PdfFonts {

    /** Where systems keep a font with all Chinese characters; after the comma the place in a collection. */
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc,0",
            "C:/Windows/Fonts/simsun.ttc,0",
            "C:/Windows/Fonts/msyh.ttc,0",
            "/System/Library/Fonts/Supplemental/Songti.ttc,3",
            "/System/Library/Fonts/STHeiti Light.ttc,0");

    private final String named;

    /** @param named the file of a font, in a collection with comma and place; empty where the known places are searched */
    PdfFonts(@Value("${fairreview.pdf.font:}") String named) {
        this.named = named;
    }

    Optional<BaseFont> chinese() {
        Stream<String> places = named.isBlank() ? KNOWN.stream() : Stream.of(named);
        return places.filter(place -> Files.isReadable(Path.of(place.replaceAll(",\\d+$", ""))))
                .findFirst()
                .map(PdfFonts::font);
    }

    private static BaseFont font(String place) {
        try {
            return BaseFont.createFont(place, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("The font cannot be read: " + place, e);
        }
    }
}
