package org.fairreview.document;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.exception.ResolverException;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ChartTemplate;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.PictImageTemplate;
import com.deepoove.poi.template.PictureTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.fairreview.document.TemplateRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Renders official documents from Word templates: the office's own from its data folder where there is one, else the
 * one shipped. The same template and data give the same bytes. What a template may contain is in
 * {@code docs/templates.md}.
 */
@Component
public class Templates {

    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final String SHIPPED = "/templates-office/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[^{}]*}}");

    private final Path officeTemplates;

    Templates(@Value("${fairreview.data}") Path data) {
        this.officeTemplates = data.resolve("templates");
    }

    /**
     * Renders a template. A value is a text, a whole number, a flag, a map, a list of maps, a {@link WordChart}, or null for
     * what is legitimately absent; the lines of a text become paragraphs.
     *
     * @throws TemplateRefused where the template cannot be used, or has a placeholder without a value
     */
    public RenderedDocument render(String templateName, Map<String, ? extends @Nullable Object> data) {
        var template = read(templateName);
        var values = new TemplateData(templateName, data);
        try {
            var templateParts = TemplatePackage.parts(template);
            new TemplateGuard(templateName).check(templateParts);
            TemplateRuns.separate(templateParts);
            var parts = TemplatePackage.parts(fillIn(templateName, TemplatePackage.file(templateParts), values));
            TemplateText.finish(templateName, parts);
            TemplatePackage.settle(parts);
            var document = TemplatePackage.file(parts);
            return new RenderedDocument(document, sha256(document), sha256(template), MEDIA_TYPE);
        } catch (IOException e) {
            throw new TemplateRefused(templateName, Reason.BROKEN, String.valueOf(e.getMessage()), e);
        }
    }

    /** Whether there is a template of the name, the office's own or a shipped one. */
    public boolean has(String templateName) {
        var file = templateName + ".docx";
        return NAME.matcher(templateName).matches()
                && (Files.exists(officeTemplates.resolve(file)) || Templates.class.getResource(SHIPPED + file) != null);
    }

    private byte[] read(String templateName) {
        if (!NAME.matcher(templateName).matches()) throw missing(templateName);
        var file = templateName + ".docx";
        var ofTheOffice = officeTemplates.resolve(file);
        try {
            if (Files.exists(ofTheOffice)) return Files.readAllBytes(ofTheOffice);
            try (var shipped = Templates.class.getResourceAsStream(SHIPPED + file)) {
                if (shipped == null) throw missing(templateName);
                return shipped.readAllBytes();
            }
        } catch (IOException e) {
            throw new TemplateRefused(templateName, Reason.BROKEN, ofTheOffice.toString(), e);
        }
    }

    private byte[] fillIn(String templateName, byte[] template, TemplateData values) throws IOException {
        try (var compiled =
                XWPFTemplate.compile(new ByteArrayInputStream(template), textAndLoopsOnly(templateName, values))) {
            compiled.render(values.root());
            forgetPeopleAndDates(compiled.getXWPFDocument());
            var rendered = new ByteArrayOutputStream();
            compiled.write(rendered);
            return rendered.toByteArray();
        } catch (ResolverException e) {
            throw broken(templateName, e);
        } catch (NotOfficeXmlFileException | POIXMLException | OpenXML4JRuntimeException e) {
            throw broken(templateName, e);
        } catch (RuntimeException e) {
            throw refusalIn(e).orElseThrow(() -> e);
        }
    }

    private static Configure textAndLoopsOnly(String templateName, TemplateData values) {
        var configuration = Configure.builder()
                .setRenderDataComputeFactory(values::compute)
                .addPlugin(PictureTemplate.class, refuse(templateName))
                .addPlugin(PictImageTemplate.class, refuse(templateName))
                .addPlugin(ChartTemplate.class, refuse(templateName))
                .build();
        configuration.getChartPolicys().clear();
        configuration.getDefaultPolicys().replaceAll((sign, policy) -> refuse(templateName));
        RenderPolicy text = (placeholder, value, document) -> write(templateName, placeholder, value, document);
        configuration.plugin('\0', text).plugin('=', text);
        return configuration;
    }

    private static RenderPolicy refuse(String templateName) {
        return (placeholder, value, document) -> {
            throw new TemplateRefused(templateName, Reason.FORBIDDEN, placeholder.getSource());
        };
    }

    private static void write(
            String templateName, ElementTemplate placeholder, @Nullable Object value, XWPFTemplate document) {
        if (value instanceof TemplateData.Text text && placeholder instanceof RunTemplate run) {
            run.getRun().setText(text.value(), 0);
        } else if (value instanceof TemplateData.Drawing drawing && placeholder instanceof RunTemplate run) {
            run.getRun().setText("", 0);
            ChartWriter.write(drawing.chart(), run.getRun());
        } else if (value instanceof Iterable<?>) {
            new LoopRowTableRenderPolicy().render(placeholder, value, document);
        } else {
            throw new TemplateRefused(templateName, Reason.NO_VALUE, placeholder.getSource());
        }
    }

    private static void forgetPeopleAndDates(XWPFDocument document) {
        var properties = (PackagePropertiesPart)
                document.getProperties().getCoreProperties().getUnderlyingProperties();
        properties.setCreatorProperty(Optional.empty());
        properties.setLastModifiedByProperty(Optional.empty());
        properties.setCreatedProperty(Optional.empty());
        properties.setModifiedProperty(Optional.empty());
        properties.setLastPrintedProperty(Optional.empty());
        properties.setRevisionProperty(Optional.empty());
    }

    private static TemplateRefused missing(String templateName) {
        return new TemplateRefused(templateName, Reason.MISSING, templateName);
    }

    private static TemplateRefused broken(String templateName, RuntimeException cause) {
        var message = String.valueOf(cause.getMessage());
        var placeholder = PLACEHOLDER.matcher(message);
        return new TemplateRefused(
                templateName, Reason.BROKEN, placeholder.find() ? placeholder.group() : message, cause);
    }

    private static Optional<TemplateRefused> refusalIn(Throwable thrown) {
        for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemplateRefused refusal) return Optional.of(refusal);
        }
        return Optional.empty();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
