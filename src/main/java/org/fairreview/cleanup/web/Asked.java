package org.fairreview.cleanup.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fairreview.cleanup.LegacyStage;
import org.fairreview.cleanup.MeasureInForce;
import org.fairreview.cleanup.Outcome;
import org.fairreview.cleanup.overview.CaseQuery;
import org.fairreview.cleanup.overview.RegisterQuery;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody asks for in an address: filters and the page; what makes no sense narrows nothing. */
final class Asked {

    private static final int LONGEST = 200;
    private static final int PAGES_ON_EACH_SIDE = 2;

    /** A link to another page; null where pages are left out. */
    record PageLink(int number, String url, boolean gap) {}

    private Asked() {}

    static CaseQuery cases(Map<String, String> asked) {
        return new CaseQuery(
                text(asked, "q").orElse(null),
                text(asked, "unit").orElse(null),
                Typed.oneOf(LegacyStage.values(), asked.get("stage")).orElse(null),
                Typed.oneOf(Outcome.values(), asked.get("outcome")).orElse(null),
                Typed.oneOf(Outcome.values(), asked.get("proposal")).orElse(null),
                flag(asked, "undecided"),
                flag(asked, "sampled"),
                flag(asked, "late"),
                flag(asked, "hits"),
                flag(asked, "open"),
                text(asked, "item").orElse(null));
    }

    static RegisterQuery register(Map<String, String> asked) {
        return new RegisterQuery(
                text(asked, "q").orElse(null),
                text(asked, "unit").orElse(null),
                Typed.oneOf(MeasureInForce.State.values(), asked.get("state")).orElse(null),
                Typed.oneOf(RegisterQuery.Concern.values(), asked.get("concern"))
                        .orElse(null));
    }

    static int page(Map<String, String> asked) {
        try {
            return Integer.parseInt(asked.getOrDefault("page", "1"));
        } catch (NumberFormatException noPage) {
            return 1;
        }
    }

    static String url(String path, List<Map.Entry<String, String>> parameters) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        parameters.forEach(each -> url.queryParam(each.getKey(), "{" + each.getKey() + "}"));
        return url.encode()
                .buildAndExpand(parameters.stream().map(Map.Entry::getValue).toArray())
                .toUriString();
    }

    /** Links to the first, the last and the neighbouring pages. */
    static List<PageLink> pages(String path, List<Map.Entry<String, String>> parameters, int page, int pages) {
        return IntStream.rangeClosed(1, pages)
                .filter(number -> number == 1 || number == pages || Math.abs(number - page) <= PAGES_ON_EACH_SIDE + 1)
                .mapToObj(number -> {
                    boolean gap = number != 1 && number != pages && Math.abs(number - page) > PAGES_ON_EACH_SIDE;
                    return new PageLink(
                            number,
                            url(
                                    path,
                                    Stream.concat(
                                                    parameters.stream(),
                                                    Stream.of(Map.entry("page", String.valueOf(number))))
                                            .toList()),
                            gap);
                })
                .toList();
    }

    private static Optional<String> text(Map<String, String> asked, String name) {
        String text = Typed.text(asked.get(name));
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private static boolean flag(Map<String, String> asked, String name) {
        return "true".equals(asked.get(name));
    }
}
