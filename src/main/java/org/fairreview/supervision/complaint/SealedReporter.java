package org.fairreview.supervision.complaint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Seals and opens who reported and in which words, and finds the reporter named where nobody may name one. */
@Component
class SealedReporter {

    private static final int SHORTEST_NAME = 2;
    private static final int SHORTEST_CONTACT = 5;

    private final ReporterKey key;
    private final ObjectMapper json;

    SealedReporter(ReporterKey key, ObjectMapper json) {
        this.key = key;
        this.json = json;
    }

    String seal(Object what, String number) {
        try {
            return key.seal(json.writeValueAsString(what), number);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is sealed cannot be written", e);
        }
    }

    Optional<Reporter> reporter(Complaint complaint) {
        return complaint.reporterSealed().map(text -> open(text, complaint.number(), Reporter.class));
    }

    Words words(String text, String number) {
        return open(text, number, Words.class);
    }

    private <T> T open(String text, String number, Class<T> type) {
        try {
            return json.readValue(key.open(text, number), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was sealed cannot be read", e);
        }
    }

    /** Whether one of the texts names the reporter of the complaint, or tells how to reach the person. */
    boolean isNamedIn(Complaint complaint, Stream<String> texts) {
        return reporter(complaint)
                .filter(reporter -> isNamedIn(reporter, texts))
                .isPresent();
    }

    static boolean isNamedIn(Reporter reporter, Stream<String> texts) {
        String name = plain(reporter.name());
        String phone = plain(reporter.phone());
        String email = plain(reporter.email());
        String contact = plain(reporter.contact());
        return texts.map(SealedReporter::plain)
                .anyMatch(text -> holds(text, name, SHORTEST_NAME)
                        || holds(text, phone, SHORTEST_CONTACT)
                        || holds(text, email, SHORTEST_CONTACT)
                        || holds(text, contact, SHORTEST_CONTACT));
    }

    private static boolean holds(String text, String wanted, int shortest) {
        return wanted.length() >= shortest && text.contains(wanted);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Cf}-]", "");
    }
}
