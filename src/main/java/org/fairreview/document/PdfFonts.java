package org.fairreview.document;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** Where systems keep the fonts that official documents name, and what comes near; the last is free. */
    private static final Map<String, List<String>> OFFICIAL = Map.of(
            "仿宋",
                    List.of(
                            "C:/Windows/Fonts/simfang.ttf",
                            "/usr/share/fonts/truetype/fangsong/simfang.ttf",
                            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
                            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Regular.ttc,2"),
            "楷体",
                    List.of(
                            "C:/Windows/Fonts/simkai.ttf",
                            "/usr/share/fonts/truetype/kaiti/simkai.ttf",
                            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
                            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Regular.ttc,2"),
            "黑体",
                    List.of(
                            "C:/Windows/Fonts/simhei.ttf",
                            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
                            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2"),
            "小标宋",
                    List.of(
                            "C:/Windows/Fonts/FZXBSJW.TTF",
                            "C:/Windows/Fonts/方正小标宋简体.TTF",
                            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc,2",
                            "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Bold.ttc,2"));

    private final String named;

    /** @param named the file of a font, in a collection with comma and place; empty where the known places are searched */
    PdfFonts(@Value("${fairreview.pdf.font:}") String named) {
        this.named = named;
    }

    Optional<BaseFont> chinese() {
        Stream<String> places = named.isBlank() ? KNOWN.stream() : Stream.of(named);
        return places.filter(PdfFonts::isThere).findFirst().map(PdfFonts::font);
    }

    /** The font that an official document names, or one that comes near; empty where the machine has neither. */
    Optional<BaseFont> named(String official) {
        if (!named.isBlank()) {
            return Optional.empty();
        }
        return OFFICIAL.entrySet().stream()
                .filter(known -> official.contains(known.getKey()))
                .flatMap(known -> known.getValue().stream())
                .filter(PdfFonts::isThere)
                .findFirst()
                .map(PdfFonts::font);
    }

    private static boolean isThere(String place) {
        return Files.isReadable(Path.of(place.replaceAll(",\\d+$", "")));
    }

    private static BaseFont font(String place) {
        try {
            return BaseFont.createFont(place, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException | DocumentException e) {
            throw new IllegalStateException("The font cannot be read: " + place, e);
        }
    }
}
