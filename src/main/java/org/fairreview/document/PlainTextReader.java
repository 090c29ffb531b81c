package org.fairreview.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fairreview.document.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/** Reads a .txt file: UTF-16 where its first two bytes say so, else UTF-8 or GB 18030, as its bytes tell. */
final class PlainTextReader {

    private static final String VERSION = "fairreview-txt 1";
    private static final Charset GB18030 = Charset.forName("GB18030");

    Reading read(byte[] bytes) {
        var text = decode(bytes);
        return text == null
                ? Unreadable.because("charset")
                : SoundText.check("text/plain", VERSION, text, List.of(), List.of());
    }

    /**
     * Takes the character set in which all bytes are sound. Else UTF-8 with a few lost characters, for it finds its way
     * back after each; GB 18030 does not, one lost byte there may turn a whole line into other words.
     */
    private static @Nullable String decode(byte[] bytes) {
        if (bytes.length > 2 && (beginsWith(bytes, 0xFE, 0xFF) || beginsWith(bytes, 0xFF, 0xFE))) {
            return strictly(bytes, StandardCharsets.UTF_16);
        }
        var utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return utf8;
        }
        var gb18030 = strictly(bytes, GB18030);
        if (gb18030 != null && Damage.in(gb18030).isTolerable()) {
            return gb18030;
        }
        var damaged = new String(bytes, StandardCharsets.UTF_8);
        return Damage.in(damaged).isTolerable() ? damaged : null;
    }

    private static boolean beginsWith(byte[] bytes, int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
