package org.fairreview.supervision.spotcheck.process;

import java.util.ArrayList;
import java.util.List;
import org.fairreview.supervision.spotcheck.Inspections;
import org.fairreview.supervision.spotcheck.SpotChecks;
import org.fairreview.supervision.spotcheck.SpotItem;
import org.springframework.stereotype.Component;

/** What the models ask: which measures are inspected, by whom, and under which title. */
@Component("spotInspectors")
public class SpotInspectors {

    private final SpotChecks checks;
    private final Inspections inspections;

    SpotInspectors(SpotChecks checks, Inspections inspections) {
        this.checks = checks;
        this.inspections = inspections;
    }

    /** The numbers of what a spot check inspects. */
    public List<String> items(String checkNumber) {
        return new ArrayList<>(
                checks.itemsOf(checkNumber).stream().map(SpotItem::number).toList());
    }

    /** The two who inspect it. */
    public List<String> of(String itemNumber) {
        return new ArrayList<>(
                checks.get(inspections.get(itemNumber).checkNumber()).plan().inspectors());
    }

    /** The title for the cards of tasks, at most 200 characters. */
    public String title(String itemNumber) {
        String title = inspections.get(itemNumber).title();
        return title.length() > 200 ? title.substring(0, 200) : title;
    }
}
