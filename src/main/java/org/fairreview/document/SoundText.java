package org.fairreview.document;

import java.util.ArrayList;
import java.util.List;
import org.fairreview.document.Reading.Notice;
import org.fairreview.document.Reading.Readable;
import org.fairreview.document.Reading.Unreadable;

/** The last check, the same for every kind of file: is this a text that may be kept and that a reviewer can rely on? */
final class SoundText {

    private static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_CHARACTERS_IN_A_PASSAGE = 200_000;
    private static final int PLACES_NAMED = 20;
    private static final int CONTEXT = 8;

    private SoundText() {}

    /**
     * @param margins what stands outside the text itself: headers, footers, text boxes
     */
    static Reading check(String mediaType, String extractor, String raw, List<String> margins, List<Notice> warnings) {
        if (raw.length() > MOST_CHARACTERS) {
            return Unreadable.because("too-long");
        }
        var text = ExtractedText.of(extractor, raw);
        if (ClassificationMark.isIn(text.text()) || ClassificationMark.isAmong(margins)) {
            return Unreadable.because("classified");
        }
        if (text.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Unreadable.because("no-text");
        }
        if (text.passages().stream().anyMatch(passage -> passage.text().length() > MOST_CHARACTERS_IN_A_PASSAGE)) {
            return Unreadable.because("too-long");
        }
        var damage = Damage.in(text.text());
        if (!damage.isTolerable()) {
            return Unreadable.because("rubbish");
        }
        var all = new ArrayList<>(warnings);
        all.addAll(places(text, damage));
        return new Readable(mediaType, text, all);
    }

    private static List<Notice> places(ExtractedText text, Damage damage) {
        var notices = new ArrayList<Notice>();
        int end = -1;
        int unnamed = 0;
        for (int offset : damage.offsets()) {
            if (offset < end) {
                continue;
            }
            end = offset + CONTEXT;
            if (notices.size() < PLACES_NAMED) {
                notices.add(Notice.of("damaged", address(text, offset), around(text.text(), offset, damage)));
            } else {
                unnamed++;
            }
        }
        if (unnamed > 0) {
            notices.add(Notice.of("damaged-more", String.valueOf(unnamed)));
        }
        return notices;
    }

    private static String address(ExtractedText text, int offset) {
        return text.passages().stream()
                .filter(passage -> passage.start() <= offset && offset < passage.end())
                .map(Passage::address)
                .findFirst()
                .orElse("");
    }

    private static String around(String text, int offset, Damage damage) {
        var around = new StringBuilder();
        for (int i = Math.max(0, offset - CONTEXT); i < Math.min(text.length(), offset + CONTEXT); i++) {
            char c = text.charAt(i);
            around.append(damage.offsets().contains(i) ? '□' : Character.isWhitespace(c) ? ' ' : c);
        }
        return around.toString();
    }
}
