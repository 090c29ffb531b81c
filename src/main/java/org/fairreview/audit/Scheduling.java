package org.fairreview.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches on what is done by the hour. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Scheduling {}
