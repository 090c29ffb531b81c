package org.fairreview.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.junit.jupiter.api.Test;

/**
 * Draws the pictures of the models.
 *
 * <p>{@code ./mvnw -q test -Dtest=ModelPicturesTests -Dmodels.draw=true} puts a new picture beside each model.
 */
class ModelPicturesTests {

    private static final Path MODELS = Path.of("bpmn");

    @Test
    void a_picture_shows_every_element_of_its_model() throws IOException {
        if (Boolean.getBoolean("models.draw")) {
            ModelPictures.drawAll(MODELS);
        }
        Path file = MODELS.resolve("legaladvice/legal-advice.bpmn");
        String model = Files.readString(file);

        String drawing = draw(model);

        assertThat(Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(FlowElement.class))
                .isNotEmpty()
                .allSatisfy(
                        element -> assertThat(drawing).contains("data-element-id=\"%s\"".formatted(element.getId())));
        assertThat(drawing).contains("出具法律意见");
    }

    @Test
    void the_same_model_gives_the_same_picture() throws IOException {
        String model = Files.readString(MODELS.resolve("legaladvice/legal-advice.bpmn"));

        assertThat(draw(model)).isEqualTo(draw(model));
    }

    @Test
    void a_picture_is_out_of_date_once_its_model_or_its_drawing_changes() {
        String picture = ModelPictures.stamp("<model/>", "<svg>drawing</svg>\n");

        assertThat(ModelPictures.faults("<model/>", picture)).isEmpty();
        assertThat(ModelPictures.faults("<model/>", picture.replace("\n", "\r\n")))
                .isEmpty();
        assertThat(ModelPictures.faults("<model2/>", picture)).containsExactly("shows another state of the model");
        assertThat(ModelPictures.faults("<model/>", picture.replace("drawing<", "doodle<")))
                .containsExactly("was changed by hand");
        assertThat(ModelPictures.faults("<model/>", "<svg>drawing</svg>\n"))
                .containsExactly("was not drawn by ModelPictures");
    }

    private static String draw(String model) {
        try (var playwright = Browser.playwright();
                var browser = Browser.launch(playwright)) {
            return ModelPictures.draw(browser.newPage(), model);
        }
    }
}
