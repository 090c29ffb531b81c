package org.fairreview.cleanup.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.fairreview.cleanup.intake.Imports;
import org.fairreview.identity.CurrentActor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;

/** Says on each page of a clean-up whether the person brings measures into it, for the link to the import. */
@ControllerAdvice(basePackageClasses = ImportLink.class)
class ImportLink {

    private final ObjectProvider<Imports> imports;
    private final ObjectProvider<CurrentActor> currentActor;

    ImportLink(ObjectProvider<Imports> imports, ObjectProvider<CurrentActor> currentActor) {
        this.imports = imports;
        this.currentActor = currentActor;
    }

    @ModelAttribute("importable")
    boolean importable(HttpServletRequest request) {
        boolean page =
                request.getMethod().equals("GET") && !request.getRequestURI().endsWith("/progress");
        return page
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("campaign") instanceof String campaign
                && imports.stream().anyMatch(each -> each.importable(
                                campaign, currentActor.getObject().get())
                        .isPresent());
    }
}
