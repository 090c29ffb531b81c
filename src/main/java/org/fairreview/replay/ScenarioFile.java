package org.fairreview.replay;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a scenario: one that is built in, by its name, or a file. */
final class ScenarioFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultDateFormat(new SimpleDateFormat("yyyy-MM-dd"))
            .build();

    /** The scenario cannot be used; the message says why. */
    static final class Unusable extends Exception {

        Unusable(String message) {
            super(message);
        }
    }

    private ScenarioFile() {}

    static Scenario read(String name) throws Unusable {
        try (InputStream in = open(name)) {
            Scenario scenario =
                    MAPPER.convertValue(new Yaml(new SafeConstructor(new LoaderOptions())).load(in), Scenario.class);
            if (scenario == null) {
                throw new Unusable("场景 %s 是空的。 The scenario is empty.".formatted(name));
            }
            return scenario;
        } catch (IOException | RuntimeException e) {
            throw new Unusable("场景 %s 无法读取：%s The scenario cannot be read."
                    .formatted(
                            name,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static InputStream open(String name) throws IOException, Unusable {
        Optional<InputStream> shipped = name.matches("[a-z0-9-]+")
                ? Optional.ofNullable(ScenarioFile.class.getResourceAsStream("/replay/scenario-" + name + ".yaml"))
                : Optional.empty();
        if (shipped.isPresent()) {
            return shipped.get();
        }
        try {
            Path file = Path.of(name);
            if (Files.isRegularFile(file)) {
                return Files.newInputStream(file);
            }
        } catch (InvalidPathException e) {
            throw new Unusable("文件名不正确：%s。 Not a file name.".formatted(name));
        }
        throw new Unusable("没有场景 %s。 There is no such scenario.".formatted(name));
    }
}
