package org.fairreview.review.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fairreview.review.ledger.LedgerPage;
import org.fairreview.review.ledger.LedgerQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The links around a table of the ledger: they keep what was asked for. */
final class LedgerLinks {

    private static final int PAGES_AROUND = 3;

    /** A page to go to; a gap where its address is absent. */
    record PageLink(int number, @Nullable String url) {}

    /** A column to sort by. */
    record SortLink(String url, @Nullable String direction) {}

    private LedgerLinks() {}

    static String address(String path, Map<String, String> parameters, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    /** The first page, the last, and those around this one. */
    static List<PageLink> pages(LedgerPage page, IntFunction<String> address) {
        List<Integer> shown = IntStream.rangeClosed(1, page.pages())
                .filter(number ->
                        number == 1 || number == page.pages() || Math.abs(number - page.number()) <= PAGES_AROUND)
                .boxed()
                .toList();
        return IntStream.range(0, shown.size())
                .boxed()
                .<PageLink>mapMulti((place, links) -> {
                    int number = shown.get(place);
                    if (place > 0 && shown.get(place - 1) < number - 1) {
                        links.accept(new PageLink(0, null));
                    }
                    links.accept(new PageLink(number, address.apply(number)));
                })
                .toList();
    }

    /** The columns by which a click sorts. */
    static Map<String, SortLink> sorts(LedgerQuery query, Function<LedgerQuery, String> address) {
        return Map.of(
                "received",
                sort(query, LedgerQuery.Order.RECEIVED_ASC, LedgerQuery.Order.RECEIVED, address),
                "due",
                sort(query, LedgerQuery.Order.DUE, LedgerQuery.Order.DUE_DESC, address),
                "title",
                sort(query, LedgerQuery.Order.TITLE, LedgerQuery.Order.TITLE_DESC, address));
    }

    /** A click sorts upwards, a second one downwards; the date of receipt the other way round. */
    private static SortLink sort(
            LedgerQuery query, LedgerQuery.Order up, LedgerQuery.Order down, Function<LedgerQuery, String> address) {
        LedgerQuery.Order now = query.order();
        LedgerQuery.Order first = up == LedgerQuery.Order.RECEIVED_ASC ? down : up;
        LedgerQuery.Order next = now == up ? down : now == down ? up : first;
        return new SortLink(
                address.apply(query.sortedBy(next)), now == up ? "ascending" : now == down ? "descending" : null);
    }
}
