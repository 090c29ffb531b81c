package org.fairreview.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a scenario: one that is built in, by its name, or a file. */
final class ScenarioFile {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** The scenario cannot be used; the message says where and why. */
    static final class Unusable extends Exception {

        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    private ScenarioFile() {}

    static Scenario read(String name) throws Unusable {
        try (InputStream in = open(name)) {
            Scenario scenario = MAPPER.readValue(in, Scenario.class);
            if (scenario == null) {
                throw new Unusable("场景 %s 是空的。 The scenario is empty.".formatted(name));
            }
            return scenario;
        } catch (JsonProcessingException e) {
            throw new Unusable("场景 %s%s%s：%s".formatted(name, line(e), place(e), reason(e)));
        } catch (IOException e) {
            throw new Unusable("场景 %s 无法读取。 The scenario cannot be read.".formatted(name));
        }
    }

    private static String line(JsonProcessingException refused) {
        return refused.getLocation() == null
                ? ""
                : " 第 %d 行".formatted(refused.getLocation().getLineNr());
    }

    /** The keys that lead there, such as {@code measures[2].end}. */
    private static String place(JsonProcessingException refused) {
        if (!(refused instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        String path = mapping.getPath().stream()
                .map(each ->
                        each.getFieldName() == null ? "[%d]".formatted(each.getIndex() + 1) : "." + each.getFieldName())
                .collect(Collectors.joining());
        return "（%s）".formatted(path.startsWith(".") ? path.substring(1) : path);
    }

    private static String reason(JsonProcessingException refused) {
        if (refused.getCause() instanceof Scenario.Contradiction contradiction) {
            return contradiction.getMessage();
        }
        if (refused instanceof UnrecognizedPropertyException) {
            return "没有这个键。 There is no such key.";
        }
        if (refused instanceof InvalidFormatException format) {
            Class<?> wanted = format.getTargetType();
            return wanted.isEnum()
                    ? "“%s”不能用，只能是 %s。 Not one of these."
                            .formatted(
                                    format.getValue(),
                                    Arrays.stream(wanted.getEnumConstants())
                                            .map(String::valueOf)
                                            .collect(Collectors.joining("、")))
                    : "“%s”不能用：%s。 Not of this kind."
                            .formatted(
                                    format.getValue(),
                                    Number.class.isAssignableFrom(boxed(wanted)) ? "应为整数" : "应为日期或者是非");
        }
        return refused instanceof JsonMappingException
                ? "这里写的不是所要的内容。 Not what is wanted here."
                : "不是正确的 YAML。 Not YAML.";
    }

    private static Class<?> boxed(Class<?> type) {
        return type == int.class || type == long.class ? Integer.class : type;
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
