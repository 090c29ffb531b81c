package org.fairreview.reminder;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.SubjectPages;
import org.springframework.stereotype.Component;

/**
 * What notices may say of letters, and to whom: a restricted one has no title, and is for who works on it. Where their pages
 * stand.
 */
@Component
class LetterNotices implements NoticedCases, SubjectPages {

    private final LetterFile letters;

    LetterNotices(LetterFile letters) {
        this.letters = letters;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        return letters.titles(caseNumbers);
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return letters.isClosedTo(caseNumber, actor);
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return letters.find(number, actor).map(letter -> "/letters/" + number);
    }
}
