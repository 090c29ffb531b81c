package org.fairreview.identity.web;

import org.jspecify.annotations.Nullable;

/** What an administrator types about a new account. */
record PersonForm(@Nullable String userId, @Nullable String name, @Nullable String unit, @Nullable String password) {

    static final PersonForm BLANK = new PersonForm("", "", "", "");
}
