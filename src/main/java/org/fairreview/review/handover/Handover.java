package org.fairreview.review.handover;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fairreview.identity.Person;
import org.jspecify.annotations.Nullable;

/** A handover list (移交清单): what somebody who leaves handed to a successor, with the names of that day. */
@Entity
@Table(name = "handover")
public class Handover {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String unitId;

    private String fromId;

    private String fromName;

    private String toId;

    private String toName;

    private String byId;

    private String byName;

    @Column(length = 2000)
    private String reason;

    private Instant handedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "handover_line", joinColumns = @JoinColumn(name = "handover_id"))
    @OrderColumn(name = "place")
    private List<HandoverLine> lines = new ArrayList<>();

    protected Handover() {}

    /**
     * @param unitId the unit in which the person held the posts
     * @param by who arranged it
     */
    Handover(
            String unitId,
            Person from,
            Person to,
            Person by,
            String reason,
            Instant handedAt,
            List<HandoverLine> lines) {
        this.unitId = unitId;
        this.fromId = from.userId();
        this.fromName = from.name();
        this.toId = to.userId();
        this.toName = to.name();
        this.byId = by.userId();
        this.byName = by.name();
        this.reason = reason;
        this.handedAt = handedAt;
        this.lines = new ArrayList<>(lines);
    }

    public Long id() {
        return id;
    }

    public String unitId() {
        return unitId;
    }

    public String fromName() {
        return fromName;
    }

    public String toName() {
        return toName;
    }

    public String byName() {
        return byName;
    }

    public String reason() {
        return reason;
    }

    public Instant handedAt() {
        return handedAt;
    }

    /** The tasks that went to the successor. */
    public List<HandoverLine> moved() {
        return lines.stream().filter(HandoverLine::moved).toList();
    }

    /** The tasks that stayed where they were. */
    public List<HandoverLine> stayed() {
        return lines.stream().filter(line -> !line.moved()).toList();
    }
}
