package org.fairreview.document;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line of Chinese may end: between any two Han characters, but never before 。 or after 《. */
class ChineseLines implements SplitCharacter {

    private static final String NEVER_FIRST = "，。、；：？！）》〉」』】〕”’％…—,.;:?!)]}%";
    private static final String NEVER_LAST = "（《〈「『【〔“‘([{";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char last = text[current];
        char next = current + 1 < end ? text[current + 1] : ' ';
        if (NEVER_LAST.indexOf(last) >= 0 || NEVER_FIRST.indexOf(next) >= 0) {
            return false;
        }
        return last <= ' ' || last == '-' || isWide(last) || isWide(next);
    }

    private static boolean isWide(char character) {
        return character >= '\u2E80';
    }
}
