package org.fairreview.review.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the replay of a case shows.
 *
 * @param items what happened, in order
 * @param course the same for the diagram
 */
record Replay(
        String number,
        String title,
        String stage,
        List<Version> versions,
        List<Item> items,
        Course course,
        List<Sum> sums) {

    /** A version of the measure; {@code compare} leads to what it changed. */
    record Version(String label, String at, @Nullable String compare) {}

    /**
     * One line of the timeline.
     *
     * @param kind {@code done} an answer, {@code act} another entry of the record, {@code task} a person's task that came
     *     up, {@code auto} a step of the machine
     * @param process the called process in which it happened; absent in the first one
     * @param said what was said; of an answer, the form says it
     * @param answerUrl where the form is, as it was submitted
     */
    record Item(
            int number,
            String kind,
            String what,
            String at,
            @Nullable String process,
            @Nullable String who,
            @Nullable String unit,
            List<Timeline.Line> said,
            @Nullable String answerUrl,
            @Nullable Times times) {}

    /** How long a task lay and was worked on, and when it was due; not worked on while nobody took it. */
    record Times(String waited, @Nullable String worked, @Nullable String due, boolean late) {}

    /** All tasks of one kind together. */
    record Sum(String name, int count, String people, String waited, String worked, boolean late) {}

    /** The course of the case for the diagram; the first run is the main one. */
    record Course(List<RunPart> runs, Map<String, ModelPart> models, List<VisitPart> visits, List<ItemPart> items) {}

    record RunPart(String label, @Nullable Integer caller) {}

    record ModelPart(String url, String label) {}

    /**
     * A pass through an element.
     *
     * @param until the first item at which the pass is over
     * @param note what stands at the element: who, and how long
     */
    record VisitPart(
            int run,
            String model,
            @JsonProperty("el") String element,
            @Nullable String via,
            int from,
            int until,
            @Nullable Integer called,
            @Nullable String note) {}

    /** Which run and pass an item is about; -1 for none. */
    record ItemPart(int run, int visit) {}
}
