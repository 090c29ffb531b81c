package org.fairreview.conference;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A meeting of the joint conference: its agenda, who came, what was decided; unchangeable once its minutes are made. */
@Entity
@Table(name = "conference_meeting")
public class Meeting {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private long version;

    private String regionId;

    private LocalDate heldOn;

    private String place;

    private String chair;

    private String createdBy;

    private Instant createdAt;

    private @Nullable String closedBy;

    private @Nullable Instant closedAt;

    private @Nullable String minutesFileId;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "conference_meeting_item", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    private List<MeetingItem> items = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "conference_attendance", joinColumns = @JoinColumn(name = "meeting_id"))
    @OrderColumn(name = "place")
    private List<Attendance> attendance = new ArrayList<>();

    protected Meeting() {}

    Meeting(
            String regionId,
            LocalDate heldOn,
            String place,
            String chair,
            List<MeetingItem> agenda,
            String createdBy,
            Instant createdAt) {
        this.regionId = regionId;
        this.heldOn = heldOn;
        this.place = place;
        this.chair = chair;
        this.items.addAll(agenda);
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Puts down who came and what was decided, in the order of the agenda. */
    void close(List<Attendance> came, List<String> decisions, String userId, Instant now) {
        attendance.clear();
        attendance.addAll(came);
        for (int place = 0; place < items.size(); place++) {
            MeetingItem item = items.get(place);
            items.set(place, new MeetingItem(item.caseNumber(), item.matter(), decisions.get(place)));
        }
        closedBy = userId;
        closedAt = now;
    }

    void file(String minutes) {
        minutesFileId = minutes;
    }

    public long id() {
        return id == null ? 0 : id;
    }

    public String regionId() {
        return regionId;
    }

    public LocalDate heldOn() {
        return heldOn;
    }

    public String place() {
        return place;
    }

    public String chair() {
        return chair;
    }

    public List<MeetingItem> items() {
        return List.copyOf(items);
    }

    public List<Attendance> attendance() {
        return List.copyOf(attendance);
    }

    /** When its minutes were made. */
    public Optional<Instant> closedAt() {
        return Optional.ofNullable(closedAt);
    }

    public Optional<String> closedBy() {
        return Optional.ofNullable(closedBy);
    }

    /** The minutes (会议纪要) as a stored file. */
    public Optional<String> minutesFileId() {
        return Optional.ofNullable(minutesFileId);
    }
}
