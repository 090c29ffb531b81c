package org.fairreview.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The review standards: those in force today, and by {@link #regimeOn} those in force on another day. */
@Component
public class Standards {

    private final List<Regime> regimes;
    private final Clock clock;

    /** Reads the regimes that the product ships; refuses to start on a broken file. */
    @Autowired
    public Standards(Clock clock) {
        this(RegimeFile.readShipped(), clock);
    }

    Standards(List<Regime> regimes, Clock clock) {
        this.regimes = regimes.stream()
                .sorted(Comparator.comparing(Regime::inForceFrom))
                .toList();
        this.clock = clock;
        refuseOverlaps();
        refuseUnknownSuccessors();
    }

    /** All regimes known, the earliest first. */
    public List<Regime> all() {
        return regimes;
    }

    /**
     * The items of a later regime that took the place of an item, in the order of the later regime; the item itself where
     * the regimes are the same, none where the later one is not later. Our own reading, not the law's.
     *
     * @throws IllegalArgumentException where a regime or the item is not known
     */
    public List<StandardItem> successors(String fromRegime, String code, String toRegime) {
        int from = placeOf(fromRegime);
        int to = placeOf(toRegime);
        Set<String> codes = Set.of(regimes.get(from)
                .itemOf(code)
                .orElseThrow(() -> new IllegalArgumentException("Regime %s has no item %s".formatted(fromRegime, code)))
                .code());
        for (int place = from; place < to; place++) {
            Regime earlier = regimes.get(place);
            Regime later = regimes.get(place + 1);
            codes = codes.stream()
                    .flatMap(each -> successors(earlier.item(each).orElseThrow(), later).stream())
                    .collect(Collectors.toSet());
        }
        Set<String> found = to < from ? Set.of() : codes;
        return regimes.get(to).items().stream()
                .filter(item -> found.contains(item.code()))
                .toList();
    }

    /** The first item of a regime whose place an item of the regime in force took; the item itself in the regime in force. */
    public Optional<StandardItem> predecessor(Regime earlier, String code) {
        String today = regime();
        return earlier.items().stream()
                .filter(item -> successors(earlier.id(), item.code(), today).stream()
                        .anyMatch(later -> later.code().equals(code)))
                .findFirst();
    }

    private static List<String> successors(StandardItem item, Regime later) {
        if (!item.becomes().isEmpty()) {
            return item.becomes();
        }
        return later.item(item.code()).map(StandardItem::code).stream().toList();
    }

    private int placeOf(String regime) {
        for (int place = 0; place < regimes.size(); place++) {
            if (regimes.get(place).id().equals(regime)) {
                return place;
            }
        }
        throw new IllegalArgumentException("No regime " + regime);
    }

    private void refuseUnknownSuccessors() {
        for (int next = 1; next < regimes.size(); next++) {
            for (StandardItem item : regimes.get(next - 1).items()) {
                List<String> codes = successors(item, regimes.get(next));
                Regime later = regimes.get(next);
                if (codes.isEmpty()
                        || codes.stream().anyMatch(code -> later.item(code).isEmpty())) {
                    throw new IllegalStateException("Item %s of regime %s becomes %s, which regime %s does not have"
                            .formatted(item.code(), regimes.get(next - 1).id(), codes, later.id()));
                }
            }
        }
    }

    /** The id of the regime in force today. */
    public String regime() {
        return today().id();
    }

    public List<StandardGroup> groups() {
        return today().groups();
    }

    public Optional<StandardItem> item(String code) {
        return today().item(code);
    }

    public Optional<SubItem> subItem(String code) {
        return today().subItem(code);
    }

    /** The regime in force on a day; empty on days before the earliest regime known. */
    public Optional<Regime> regimeOn(LocalDate date) {
        return regimes.stream().filter(regime -> regime.inForceOn(date)).findFirst();
    }

    /** The regime that a record names, whether or not it is still in force. */
    public Optional<Regime> regime(String id) {
        return regimes.stream().filter(regime -> regime.id().equals(id)).findFirst();
    }

    private Regime today() {
        LocalDate today = LocalDate.now(clock);
        return regimeOn(today)
                .orElseThrow(() -> new IllegalStateException("No regime of standards is in force on " + today));
    }

    private void refuseOverlaps() {
        for (int next = 1; next < regimes.size(); next++) {
            Regime earlier = regimes.get(next - 1);
            Regime later = regimes.get(next);
            if (earlier.inForceOn(later.inForceFrom())) {
                throw new IllegalStateException("Regimes %s and %s are both in force on %s"
                        .formatted(earlier.id(), later.id(), later.inForceFrom()));
            }
        }
    }
}
