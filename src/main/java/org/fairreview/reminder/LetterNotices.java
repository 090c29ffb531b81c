package org.fairreview.reminder;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.springframework.stereotype.Component;

/** What notices may say of letters, and to whom: a restricted one has no title, and is for who works on it. */
@Component
class LetterNotices implements NoticedCases {

    private final LetterFile letters;

    LetterNotices(LetterFile letters) {
        this.letters = letters;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        return letters.titles(caseNumbers);
    }

    @Override
    public Optional<String> address(String number) {
        return letters.exists(number) ? Optional.of("/letters/" + number) : Optional.empty();
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return letters.isClosedTo(caseNumber, actor);
    }
}
