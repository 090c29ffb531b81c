package org.fairreview.notification;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.fairreview.identity.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What may be said of cases, asked of every feature that keeps some. */
@Component
public class CaseTitles {

    private final ObjectProvider<NoticedCases> features;

    CaseTitles(ObjectProvider<NoticedCases> features) {
        this.features = features;
    }

    /** The titles of the cases that may be named, by case number. */
    public Map<String, String> of(Collection<String> caseNumbers) {
        Map<String, String> titles = new HashMap<>();
        features.forEach(feature -> titles.putAll(feature.titles(caseNumbers)));
        return titles;
    }

    /** Where the portal leads on to the page of what bears the number, whichever feature keeps it. */
    public static String address(String number) {
        return "/cases/" + number;
    }

    public boolean isClosedTo(String caseNumber, Actor actor) {
        return features.stream().anyMatch(feature -> feature.isClosedTo(caseNumber, actor));
    }
}
