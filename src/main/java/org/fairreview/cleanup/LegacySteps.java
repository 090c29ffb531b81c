package org.fairreview.cleanup;

import org.springframework.data.jpa.repository.JpaRepository;

interface LegacySteps extends JpaRepository<LegacyStep, Long> {}
