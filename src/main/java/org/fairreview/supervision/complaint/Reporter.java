package org.fairreview.supervision.complaint;

/**
 * Who reported (举报人): never in a task, a process variable, a log or a letter; sealed in the tables.
 *
 * @param contact how to reach the person besides phone and e-mail: a postal address
 */
public record Reporter(String name, String phone, String email, String contact) {}
