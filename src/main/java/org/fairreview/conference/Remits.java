package org.fairreview.conference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The remits of member units, from which their forms are made; read from conference/remits.yaml. */
@Component
public class Remits {

    private static final String FILE = "conference/remits.yaml";

    private final Map<String, Remit> byKey = new LinkedHashMap<>();

    @Autowired
    Remits(ObjectMapper json) {
        this(read(json));
    }

    /**
     * @throws IllegalStateException where two remits, or two questions, have the same name, or none is the common
     *     one
     */
    Remits(List<Remit> remits) {
        Set<String> ids = new HashSet<>();
        for (Remit remit : remits) {
            if (byKey.put(remit.key(), remit) != null) {
                throw new IllegalStateException("%s holds remit '%s' twice".formatted(FILE, remit.key()));
            }
            for (Remit.Question question : remit.questions()) {
                if (!ids.add(question.id())) {
                    throw new IllegalStateException("%s holds question '%s' twice".formatted(FILE, question.id()));
                }
            }
        }
        if (!byKey.containsKey(Remit.COMMON)) {
            throw new IllegalStateException("%s holds no remit '%s'".formatted(FILE, Remit.COMMON));
        }
    }

    private static List<Remit> read(ObjectMapper json) {
        try (InputStream in = new ClassPathResource(FILE).getInputStream()) {
            Object data = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return json.convertValue(data, new TypeReference<List<Remit>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All remits, in the order of the file. */
    public List<Remit> all() {
        return List.copyOf(byKey.values());
    }

    public boolean knows(String key) {
        return byKey.containsKey(key);
    }

    /** What a question asks. */
    public Optional<String> ask(String question) {
        return byKey.values().stream()
                .flatMap(remit -> remit.questions().stream())
                .filter(known -> known.id().equals(question))
                .map(Remit.Question::ask)
                .findFirst();
    }

    /** The remit of that name; the common one for a unit without. */
    public Remit of(@Nullable String key) {
        Remit common = byKey.get(Remit.COMMON);
        return key == null ? common : byKey.getOrDefault(key, common);
    }
}
