package org.fairreview.kit;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The pictures of the models: an {@code .svg} beside each {@code .bpmn}, drawn by bpmn-js and never by hand.
 *
 * <p>A picture ends with the digests of its model and of its drawing, and is up to date when both fit. Drawing again and
 * comparing would depend on the fonts of the machine.
 */
public final class ModelPictures {

    private static final String VIEWER = "META-INF/resources/webjars/bpmn-js/8.0.0/dist/bpmn-viewer.production.min.js";

    private static final String FONTS = "'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

    private static final String CANVAS = "<!doctype html><div id='canvas' style='width: 2400px; height: 1600px'></div>";

    /** Draws the model, takes out what only a mouse needs, and puts it on white: many readers have a dark page. */
    private static final String DRAW =
            """
            async ({ model, fonts }) => {
              const style = { fontFamily: fonts, fontSize: 12, lineHeight: 1.2 };
              const viewer = new BpmnJS({
                container: '#canvas',
                textRenderer: { defaultStyle: style, externalStyle: style }
              });
              const { warnings } = await viewer.importXML(model);
              if (warnings.length > 0) {
                throw new Error(warnings.map(warning => warning.message).join('; '));
              }
              const { svg } = await viewer.saveSVG();
              const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
              drawing.querySelectorAll('.djs-hit, .djs-outline').forEach(aid => aid.remove());
              const [x, y, width, height] = drawing.documentElement.getAttribute('viewBox').split(' ');
              const paper = drawing.createElementNS('http://www.w3.org/2000/svg', 'rect');
              Object.entries({ x, y, width, height, fill: 'white' }).forEach(([name, value]) =>
                paper.setAttribute(name, value));
              drawing.documentElement.prepend(paper);
              return new XMLSerializer().serializeToString(drawing.documentElement);
            }""";

    /** bpmn-js ends the ids of arrow heads with a word drawn by lot. */
    private static final Pattern ARROW_ID = Pattern.compile("([a-z]+(?:-[a-z]+)+-white-black)-[0-9a-z]+");

    private static final Pattern STAMP =
            Pattern.compile("<!-- Drawn by ModelPictures: model ([0-9a-f]{64}), drawing ([0-9a-f]{64}) -->\n$");

    private ModelPictures() {}

    /** Draws every model under {@code bpmn/}. */
    public static void main(String[] args) {
        drawAll(Path.of("bpmn"));
    }

    static void drawAll(Path folder) {
        try (var playwright = Browser.playwright();
                var browser = Browser.launch(playwright);
                var files = Files.walk(folder)) {
            Page page = browser.newPage();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".bpmn")) {
                    String model = Files.readString(file);
                    Files.writeString(Path.of(pictureOf(file.toString())), stamp(model, draw(page, model)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The drawing of a model. */
    static String draw(Page page, String model) {
        page.setContent(CANVAS);
        page.evaluate(viewer());
        String drawing = (String) page.evaluate(DRAW, Map.of("model", model, "fonts", FONTS));
        return ARROW_ID.matcher(drawing)
                        .replaceAll("$1")
                        .replace("<g class=\"djs-group\">", "\n<g class=\"djs-group\">")
                + "\n";
    }

    /** The path of the picture that belongs to a model. */
    public static String pictureOf(String model) {
        return model.replaceFirst("\\.bpmn$", ".svg");
    }

    /** The drawing with the digests of its model and of itself. */
    public static String stamp(String model, String drawing) {
        return drawing
                + "<!-- Drawn by ModelPictures: model %s, drawing %s -->\n".formatted(digest(model), digest(drawing));
    }

    /** What is wrong with a picture of this model; nothing where it is up to date. */
    public static List<String> faults(String model, String picture) {
        String text = withPlainLineEnds(picture);
        Matcher stamp = STAMP.matcher(text);
        if (!stamp.find()) {
            return List.of("was not drawn by ModelPictures");
        }
        if (!stamp.group(1).equals(digest(model))) {
            return List.of("shows another state of the model");
        }
        if (!stamp.group(2).equals(digest(text.substring(0, stamp.start())))) {
            return List.of("was changed by hand");
        }
        return List.of();
    }

    private static String digest(String text) {
        try {
            byte[] bytes = withPlainLineEnds(text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withPlainLineEnds(String text) {
        return text.replace("\r\n", "\n");
    }

    private static String viewer() {
        try (InputStream in = ModelPictures.class.getClassLoader().getResourceAsStream(VIEWER)) {
            if (in == null) {
                throw new IllegalStateException("bpmn-js is not on the classpath as " + VIEWER);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
