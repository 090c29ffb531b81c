package org.fairreview.standard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
