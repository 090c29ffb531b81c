package org.fairreview.review.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes our own REST API (OpenAPI at {@code /v3/api-docs}) in the words of the pages. */
@Configuration
class ApiDescription {

    private static final String LOGIN = "basic";

    /** Where the labels of an enum stand, by the parameter that takes it. */
    private static final Map<String, String> LABELS_OF = Map.of(
            "stage", "review.stage",
            "route", "review.route",
            "end", "review.end",
            "conclusion", "review.conclusion",
            "kind", "measure.kind",
            "issuance", "measure.issuance");

    private final Labels labels;

    ApiDescription(Labels labels) {
        this.labels = labels;
    }

    @Bean
    OpenApiCustomizer apiInWords() {
        return api -> describe(api);
    }

    private void describe(OpenAPI api) {
        api.info(new Info()
                .title(labels.text("api.title"))
                .description(labels.text("api.description"))
                .version("1"));
        api.servers(List.of());
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(Components::new);
        components.addSecuritySchemes(
                LOGIN,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("basic")
                        .description(labels.text("api.login")));
        api.components(components);
        api.security(List.of(new SecurityRequirement().addList(LOGIN)));
    }

    @Bean
    OperationCustomizer operationsInWords() {
        return (operation, handler) -> {
            labels.find("api." + handler.getMethod().getName()).ifPresent(operation::summary);
            parameters(operation).forEach(this::describe);
            return operation;
        };
    }

    private static List<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).orElse(List.of());
    }

    private void describe(Parameter parameter) {
        labels.find("api.parameter.of." + parameter.getName())
                .ifPresent(text -> parameter.description(text + choices(parameter)));
    }

    /** The names of an enum with their labels. */
    private String choices(Parameter parameter) {
        String prefix = LABELS_OF.get(parameter.getName());
        List<?> names = names(parameter.getSchema());
        return prefix == null || names.isEmpty()
                ? ""
                : names.stream()
                        .map(name -> name + " " + labels.text(prefix + "." + name))
                        .collect(Collectors.joining("；", "：", ""));
    }

    private static List<?> names(@Nullable Schema<?> schema) {
        return schema == null || schema.getEnum() == null
                ? List.of()
                : schema.getEnum().stream().filter(Objects::nonNull).toList();
    }
}
