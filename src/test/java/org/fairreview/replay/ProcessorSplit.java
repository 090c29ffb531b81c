package org.fairreview.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where processor time goes: samples of the flight recorder, each counted for the innermost of its frames that belongs to one of
 * the parts.
 */
final class ProcessorSplit implements AutoCloseable {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String REST = "anything else";
    private static final Map<String, List<String>> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("engine", List.of("org.camunda."));
        PARTS.put("our code", List.of("org.fairreview."));
        PARTS.put(
                "Word files",
                List.of("org.apache.poi.", "org.apache.xmlbeans.", "org.openxmlformats.", "com.deepoove."));
        PARTS.put("database (H2)", List.of("org.h2."));
        PARTS.put("Hibernate", List.of("org.hibernate."));
        PARTS.put(REST, List.of());
    }

    private final Recording recording = new Recording();

    ProcessorSplit() {
        recording.enable(SAMPLE).withPeriod(Duration.ofMillis(20));
        recording.start();
    }

    /** How many samples each part has; the recording ends, and stays in the file. */
    Map<String, Integer> split(Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        Map<String, Integer> samples = new LinkedHashMap<>();
        PARTS.keySet().forEach(part -> samples.put(part, 0));
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
                    samples.merge(part(event.getStackTrace().getFrames()), 1, Integer::sum);
                }
            }
        }
        return samples;
    }

    private static String part(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String type = frame.getMethod().getType().getName();
            for (Map.Entry<String, List<String>> part : PARTS.entrySet()) {
                if (part.getValue().stream().anyMatch(type::startsWith)) {
                    return part.getKey();
                }
            }
        }
        return REST;
    }

    @Override
    public void close() {
        recording.close();
    }
}
