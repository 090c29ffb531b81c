package org.fairreview.cleanup.work;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;

/** One of the things that a job is about, and what became of it. */
@Entity
@Table(name = "clean_up_job_item")
public class JobItem {

    private static final int LONGEST = 1_000;

    /** What became of it. */
    public enum State {
        WAITING,
        DONE,
        REFUSED
    }

    /** The job and the place in it, from 0. */
    @Embeddable
    public record Id(String jobId, int place) implements Serializable {}

    @EmbeddedId
    private Id id;

    private String subject;

    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;

    private String message = "";

    @SuppressWarnings("NullAway.Init")
    protected JobItem() {}

    JobItem(String jobId, int place, String subject) {
        this.id = new Id(jobId, place);
        this.subject = subject;
    }

    void done() {
        state = State.DONE;
    }

    void refuse(String why) {
        state = State.REFUSED;
        message = why.length() > LONGEST ? why.substring(0, LONGEST) : why;
    }

    public String subject() {
        return subject;
    }

    public State state() {
        return state;
    }

    /** Why it was refused; empty otherwise. */
    public String message() {
        return message;
    }
}
