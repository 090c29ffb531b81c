package org.fairreview.calendar;

import org.springframework.data.jpa.repository.JpaRepository;

interface CaseClockRows extends JpaRepository<CaseClock, String> {}
