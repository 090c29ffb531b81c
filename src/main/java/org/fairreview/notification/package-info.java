/** What people are told: the inbox, reminders before a limit and after it, and what leaves the system by e-mail and webhook. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "identity", "calendar", "office", "workflow"})
package org.fairreview.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
