package org.fairreview.audit;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The Chinese sentences about the record; also where no product runs. */
public final class AuditTexts {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages/audit", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private AuditTexts() {}

    public static String of(String key, Object... values) {
        return MessageFormat.format(
                TEXTS.getString(key), Stream.of(values).map(String::valueOf).toArray());
    }

    /** A moment as officers read it. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
