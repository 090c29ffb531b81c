package org.fairreview.supervision.complaint;

import java.util.Collection;
import java.util.Set;
import org.fairreview.identity.Actor;
import org.fairreview.supervision.lead.GuardedMatters;
import org.fairreview.supervision.lead.SourceKind;
import org.springframework.stereotype.Component;

/** Keeps complaints from those who read leads, but not complaints: the office of the joint conference. */
@Component
class ComplaintsInLeads implements GuardedMatters {

    private final ComplaintFile complaints;

    ComplaintsInLeads(ComplaintFile complaints) {
        this.complaints = complaints;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.COMPLAINT;
    }

    @Override
    public Set<String> openAmong(Collection<String> matters, Actor actor) {
        return complaints.openAmong(matters, actor);
    }
}
