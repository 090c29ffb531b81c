package org.fairreview.supervision.complaint;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fairreview.identity.Actor;
import org.fairreview.notification.NoticedCases;
import org.fairreview.workflow.SubjectPages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What notices may say of complaints: no more than that it is one. Where their pages stand. */
@Component
class ComplaintNotices implements NoticedCases, SubjectPages {

    private final ComplaintFile complaints;
    private final MessageSource messages;

    ComplaintNotices(ComplaintFile complaints, MessageSource messages) {
        this.complaints = complaints;
        this.messages = messages;
    }

    @Override
    public Map<String, String> titles(Collection<String> caseNumbers) {
        Map<String, String> titles = new LinkedHashMap<>();
        caseNumbers.stream()
                .filter(complaints::exists)
                .forEach(number ->
                        titles.put(number, messages.getMessage(Complaints.CARD, null, Locale.SIMPLIFIED_CHINESE)));
        return titles;
    }

    @Override
    public boolean isClosedTo(String caseNumber, Actor actor) {
        return false;
    }

    @Override
    public Optional<String> pageOf(String number, Actor actor) {
        return complaints.find(number, actor).map(complaint -> page(number));
    }

    private static String page(String number) {
        return "/complaints/" + number;
    }
}
