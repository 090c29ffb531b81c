package org.fairreview.calendar;

import org.springframework.data.jpa.repository.JpaRepository;

interface RecordedHolidayNotices extends JpaRepository<RecordedHolidayNotice, Integer> {}
