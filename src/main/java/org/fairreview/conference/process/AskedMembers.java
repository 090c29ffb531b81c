package org.fairreview.conference.process;

import java.util.List;
import org.fairreview.conference.Canvasses;
import org.fairreview.conference.Consultations;
import org.fairreview.identity.Directory;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.springframework.stereotype.Component;

/** What the model asks the tables: which opinions to wait for, and of which unit each is. */
@Component("askedMembers")
public class AskedMembers {

    private final Canvasses canvasses;
    private final Consultations consultations;
    private final Directory directory;
    private final Units units;

    AskedMembers(Canvasses canvasses, Consultations consultations, Directory directory, Units units) {
        this.canvasses = canvasses;
        this.consultations = consultations;
        this.directory = directory;
        this.units = units;
    }

    /** The ids of the opinions that nobody has given yet. */
    public List<String> waiting(String canvassId) {
        return canvasses.waiting(canvassId);
    }

    /** The role that enters what a member without accounts says on paper: the office, or the section head. */
    public String registrar(String regulatorUnit) {
        Role role = directory.hasHolders(Role.OFFICE, units.inCharge(regulatorUnit)) ? Role.OFFICE : Role.SECTIONHEAD;
        return role.word();
    }

    public String unitOf(String consultationId) {
        return consultations.get(consultationId).askedUnitId();
    }
}
