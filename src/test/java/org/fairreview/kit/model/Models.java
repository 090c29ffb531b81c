package org.fairreview.kit.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.fairreview.workflow.FormParts;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Everything under {@code bpmn/}: processes, decisions, forms, pictures and the table in the README. */
public final class Models {

    /** A process with the file that holds it. */
    record ProcessModel(String path, BpmnModelInstance bpmn, Process process) {

        String key() {
            return process.getId();
        }
    }

    /** A decision with the file that holds it. */
    record DecisionModel(String path, DmnModelInstance dmn, Decision decision) {

        String key() {
            return decision.getId();
        }
    }

    private final Map<String, String> files;
    private final List<ProcessModel> processes;
    private final List<DecisionModel> decisions;
    private final List<TaskForm> forms;

    private Models(Map<String, String> files) {
        this.files = new TreeMap<>(files);
        processes = paths(".bpmn").stream()
                .flatMap(path -> processesIn(path).stream())
                .toList();
        decisions = paths(".dmn").stream()
                .flatMap(path -> decisionsIn(path).stream())
                .toList();
        forms = this.files.keySet().stream()
                .filter(path -> path.endsWith(".form") || path.endsWith(".html"))
                .map(path -> TaskForm.read(path, text(path)))
                .toList();
    }

    /** The files of a folder. */
    public static Models under(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (var found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                files.put(path, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Models(whole(files));
    }

    /** The files without the parts of forms, which stand in the forms that share them. */
    private static Map<String, String> whole(Map<String, String> files) {
        Map<String, String> whole = new TreeMap<>();
        files.forEach((path, text) -> {
            if (!path.startsWith(FormParts.FOLDER)) {
                whole.put(path, FormParts.whole(text, name -> files.get(FormParts.FOLDER + name)));
            }
        });
        return whole;
    }

    /** Files given as texts by their paths. */
    static Models of(Map<String, String> files) {
        return new Models(files);
    }

    public boolean isEmpty() {
        return processes.isEmpty() || decisions.isEmpty() || forms.isEmpty();
    }

    List<String> paths(String ending) {
        return files.keySet().stream().filter(path -> path.endsWith(ending)).toList();
    }

    Optional<String> find(String path) {
        return Optional.ofNullable(files.get(path));
    }

    String text(String path) {
        return find(path).orElseThrow(() -> new IllegalArgumentException("There is no " + path));
    }

    List<ProcessModel> processes() {
        return processes;
    }

    Optional<ProcessModel> process(String key) {
        return processes.stream().filter(model -> model.key().equals(key)).findFirst();
    }

    List<DecisionModel> decisions() {
        return decisions;
    }

    Optional<DecisionModel> decision(String key) {
        return decisions.stream().filter(model -> model.key().equals(key)).findFirst();
    }

    List<TaskForm> forms() {
        return forms;
    }

    /** The form that a task's form key names. */
    Optional<TaskForm> form(String key) {
        return forms.stream().filter(form -> form.key().equals(key)).findFirst();
    }

    /** The elements of an XML file, in its order. */
    List<Element> elements(String path) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            var all = factory.newDocumentBuilder().parse(stream(path)).getElementsByTagNameNS("*", "*");
            return IntStream.range(0, all.getLength())
                    .mapToObj(place -> (Element) all.item(place))
                    .toList();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalArgumentException(path + " is no XML", e);
        }
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private List<ProcessModel> processesIn(String path) {
        var bpmn = Bpmn.readModelFromStream(stream(path));
        return bpmn.getModelElementsByType(Process.class).stream()
                .map(process -> new ProcessModel(path, bpmn, process))
                .toList();
    }

    private List<DecisionModel> decisionsIn(String path) {
        var dmn = Dmn.readModelFromStream(stream(path));
        return dmn.getModelElementsByType(Decision.class).stream()
                .map(decision -> new DecisionModel(path, dmn, decision))
                .toList();
    }

    private ByteArrayInputStream stream(String path) {
        return new ByteArrayInputStream(text(path).getBytes(StandardCharsets.UTF_8));
    }
}
