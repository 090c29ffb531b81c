package org.fairreview.reminder;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fairreview.document.Templates;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The kinds of letters, read from reminder/letter-kinds.yaml. Refuses to start where a template is not there. */
@Component
public class LetterKinds {

    private static final String FILE = "reminder/letter-kinds.yaml";

    private final Map<String, LetterKind> byKey = new LinkedHashMap<>();

    LetterKinds(ObjectMapper json, Templates templates) {
        for (LetterKind kind : read(json)) {
            if (byKey.put(kind.key(), kind) != null) {
                throw new IllegalStateException("%s holds the kind '%s' twice".formatted(FILE, kind.key()));
            }
            if (!templates.has(kind.template())) {
                throw new IllegalStateException(
                        "%s names the template '%s', which is neither shipped nor in the templates of the data folder"
                                .formatted(FILE, kind.template()));
            }
        }
        all().stream().flatMap(kind -> kind.next().stream()).forEach(this::get);
    }

    static List<LetterKind> read(ObjectMapper json) {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Object data = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(data, new TypeReference<List<LetterKind>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All kinds, in the order of the file. */
    public List<LetterKind> all() {
        return List.copyOf(byKey.values());
    }

    public Optional<LetterKind> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public LetterKind get(String key) {
        return find(key).orElseThrow(() -> new IllegalStateException("There is no kind of letter '%s'".formatted(key)));
    }
}
