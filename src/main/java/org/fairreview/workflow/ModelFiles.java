package org.fairreview.workflow;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models, decisions and forms of {@code bpmn/}. */
@Component
class ModelFiles {

    private final List<ModelFile> files;

    ModelFiles(@Value("${fairreview.models:classpath*:bpmn/**/*.*}") String pattern) throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
        files = Arrays.stream(found)
                .map(resource -> new ModelFile(Objects.requireNonNull(resource.getFilename()), resource))
                .sorted(Comparator.comparing(ModelFile::name))
                .toList();
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
