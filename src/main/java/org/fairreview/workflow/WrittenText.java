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
class WrittenText extends StringDeserializer {

    private static final Pattern UNSEEN = Pattern.compile("[[\\p{Cc}&&[^\\t\\n\\r]]\\p{Cs}\\uFFFE\\uFFFF]");

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        return text == null ? null : UNSEEN.matcher(text).replaceAll("");
    }
}
