package org.fairreview.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches on what is done by the hour; not where a year is replayed, in which an hour is none of the machine's. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Profile("!replay")
class Scheduling {}
