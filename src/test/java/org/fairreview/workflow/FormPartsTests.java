package org.fairreview.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FormPartsTests {

    private static final String ALL = "classpath*:bpmn/**/*.*";

    @Test
    void a_part_stands_where_the_form_names_it() {
        String form = "<form>\n  <!-- part: some-row.html -->\n</form>";

        assertThat(FormParts.whole(form, name -> "<p>%s costs $1</p>".formatted(name)))
                .isEqualTo("<form>\n  <p>some-row.html costs $1</p>\n</form>");
    }

    @Test
    void what_is_deployed_is_whole() throws IOException {
        ModelFiles files = new ModelFiles(ALL);

        assertThat(files.all()).hasSizeGreaterThan(30);
        for (ModelFile file : files.all()) {
            if (file.name().endsWith(".html")) {
                assertThat(text(file)).as(file.name()).contains("data-form").doesNotContain("<!-- part:");
            }
        }
        assertThat(text(files.named("review-measure.html"))).contains("data-part=\"passages\"", "name=\"quotation\"");
    }

    @Test
    void a_part_is_no_form_of_its_own() throws IOException {
        ModelFiles files = new ModelFiles(ALL);

        assertThatThrownBy(() -> files.named("finding-row.html")).isInstanceOf(IllegalStateException.class);
    }

    private static String text(ModelFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
