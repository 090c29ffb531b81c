package org.fairreview.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, decisions and forms of {@code bpmn/}. */
@Component
class ModelFiles {

    private static final PathMatchingResourcePatternResolver CLASSPATH = new PathMatchingResourcePatternResolver();

    private final List<ModelFile> files;

    ModelFiles(@Value("${fairreview.models:classpath*:bpmn/**/*.*}") String pattern) throws IOException {
        List<ModelFile> found = new ArrayList<>();
        for (Resource resource : CLASSPATH.getResources(pattern)) {
            if (!resource.getURL().getPath().contains("/" + FormParts.FOLDER)) {
                String name = Objects.requireNonNull(resource.getFilename());
                found.add(new ModelFile(name, name.endsWith(".html") ? whole(resource) : resource));
            }
        }
        found.sort(Comparator.comparing(ModelFile::name));
        files = List.copyOf(found);
    }

    private static Resource whole(Resource form) throws IOException {
        String text = form.getContentAsString(StandardCharsets.UTF_8);
        return new ByteArrayResource(FormParts.whole(text, ModelFiles::part).getBytes(StandardCharsets.UTF_8));
    }

    private static String part(String name) {
        try {
            return CLASSPATH
                    .getResource("classpath:bpmn/" + FormParts.FOLDER + name)
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no part '%s' under bpmn/".formatted(name), e);
        }
    }

    List<ModelFile> all() {
        return files;
    }

    ModelFile named(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no '%s' under bpmn/".formatted(name)));
    }
}
