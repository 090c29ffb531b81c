package org.fairreview.audit;

/** Says who is acting in the current thread; {@code identity} answers. */
public interface ActingPersons {

    ActingPerson current();
}
