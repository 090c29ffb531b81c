package org.fairreview.workflow;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote, without the characters that come along unseen when text is pasted: control characters other than
 * tab and line ends, and halves of characters. PostgreSQL takes no NUL, and a Word document none of them.
 */
public class WrittenText extends StringDeserializer {

    private static final Pattern UNSEEN = Pattern.compile("[[\\p{Cc}&&[^\\t\\n\\r]]\\p{Cs}\\uFFFE\\uFFFF]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{C}\\p{Z}]*");

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        return text == null ? null : seen(text);
    }

    /** The text without them; empty where nothing of it can be seen, such as a space without width. */
    public static String seen(String text) {
        return INVISIBLE.matcher(text).matches() ? "" : UNSEEN.matcher(text).replaceAll("");
    }
}
