package org.fairreview.document;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;

/** What came of reading a submitted file: its text, or the reason why it is not taken. */
public sealed interface Reading {

    /**
     * A file whose text could be read.
     *
     * @param warnings what the reader should know about the text: lost characters, pages without text
     */
    record Readable(String mediaType, ExtractedText text, List<Notice> warnings) implements Reading {

        public Readable {
            warnings = List.copyOf(warnings);
        }
    }

    /** A file that is not taken; the message says what is wrong and what to do. Nothing was stored. */
    record Unreadable(String messageKey, List<Object> arguments) implements Reading, MessageSourceResolvable {

        public Unreadable {
            arguments = List.copyOf(arguments);
        }

        static Unreadable because(String reason, Object... arguments) {
            return new Unreadable("document.unreadable." + reason, List.of(arguments));
        }

        /** Whether the file bears the mark of a secret. */
        public boolean isClassified() {
            return messageKey.equals("document.unreadable.classified");
        }

        @Override
        public String[] getCodes() {
            return new String[] {messageKey};
        }

        @Override
        public Object[] getArguments() {
            return arguments.toArray();
        }
    }

    /** One sentence for the person who submitted the file. */
    record Notice(String messageKey, List<Object> arguments) implements MessageSourceResolvable {

        public Notice {
            arguments = List.copyOf(arguments);
        }

        static Notice of(String notice, Object... arguments) {
            return new Notice("document.warning." + notice, List.of(arguments));
        }

        @Override
        public String[] getCodes() {
            return new String[] {messageKey};
        }

        @Override
        public Object[] getArguments() {
            return arguments.toArray();
        }
    }
}
