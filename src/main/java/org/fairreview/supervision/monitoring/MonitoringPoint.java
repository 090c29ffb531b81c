package org.fairreview.supervision.monitoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.cleanup.LedgerKeys;
import org.fairreview.identity.Objection;
import org.jspecify.annotations.Nullable;

/** Whom the regulator visits and asks (监测点): told from others of its region by its name. */
@Entity
@Table(name = "monitoring_point")
public class MonitoringPoint {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_ADDRESS = 500;
    static final int LONGEST_CONTACT = 100;
    static final int LONGEST_REMARK = 2_000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int revision;

    private String regionId;

    private String name;

    private String nameKey;

    @Enumerated(EnumType.STRING)
    private PointKind kind;

    private String address;

    private String contact;

    private String phone;

    private @Nullable LocalDate openedOn;

    private @Nullable LocalDate closedOn;

    @Column(length = LONGEST_REMARK)
    private String remark;

    private String registeredBy;

    private Instant registeredAt;

    @SuppressWarnings("NullAway.Init")
    protected MonitoringPoint() {}

    MonitoringPoint(PointDraft draft, String registeredBy, Instant registeredAt) {
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
        change(draft);
    }

    /** By what it is told from others of its region. */
    static String key(String name) {
        return LedgerKeys.title(name);
    }

    /** What is wrong with a draft by itself. */
    static List<Objection> objectionsTo(PointDraft draft) {
        List<Objection> objections = new ArrayList<>();
        if (draft.name().isBlank() || key(draft.name()).isEmpty()) {
            objections.add(Objection.at("name", "monitoring.nameMissing"));
        }
        tooLong(objections, "name", draft.name(), LONGEST_NAME);
        tooLong(objections, "name", key(draft.name()), LONGEST_NAME);
        tooLong(objections, "address", draft.address(), LONGEST_ADDRESS);
        tooLong(objections, "contact", draft.contact(), LONGEST_CONTACT);
        tooLong(objections, "phone", draft.phone(), LONGEST_CONTACT);
        tooLong(objections, "remark", draft.remark(), LONGEST_REMARK);
        if (draft.kind() == null) {
            objections.add(Objection.at("kind", "monitoring.kindMissing"));
        }
        if (draft.openedOn() != null
                && draft.closedOn() != null
                && draft.closedOn().isBefore(draft.openedOn())) {
            objections.add(Objection.at("closedOn", "monitoring.closedBeforeOpened"));
        }
        return objections;
    }

    private static void tooLong(List<Objection> objections, String field, String text, int longest) {
        if (text.length() > longest && objections.stream().noneMatch(each -> field.equals(each.field()))) {
            objections.add(Objection.at(field, "monitoring.tooLong", longest));
        }
    }

    final void change(PointDraft draft) {
        regionId = draft.regionId();
        name = draft.name();
        nameKey = key(draft.name());
        kind = Objects.requireNonNull(draft.kind());
        address = draft.address();
        contact = draft.contact();
        phone = draft.phone();
        openedOn = draft.openedOn();
        closedOn = draft.closedOn();
        remark = draft.remark();
    }

    public long id() {
        return Objects.requireNonNull(id);
    }

    public String regionId() {
        return regionId;
    }

    public String name() {
        return name;
    }

    String nameKey() {
        return nameKey;
    }

    public PointKind kind() {
        return kind;
    }

    public String address() {
        return address;
    }

    public String contact() {
        return contact;
    }

    public String phone() {
        return phone;
    }

    public Optional<LocalDate> openedOn() {
        return Optional.ofNullable(openedOn);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public boolean isOpenOn(LocalDate day) {
        return closedOn == null || day.isBefore(closedOn);
    }

    public String remark() {
        return remark;
    }
}
