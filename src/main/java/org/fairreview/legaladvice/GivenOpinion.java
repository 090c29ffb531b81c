package org.fairreview.legaladvice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser says.
 *
 * @param opinions one per question, in their order
 * @param assessment null only from the form of a release that did not ask for it
 * @param files files that the adviser staged
 */
public record GivenOpinion(List<String> opinions, @Nullable Assessment assessment, List<String> files) {

    public GivenOpinion {
        opinions = List.copyOf(opinions);
        files = files.stream().distinct().toList();
    }
}
