package org.fairreview.calendar;

import org.springframework.data.jpa.repository.JpaRepository;

interface RecordedNotices extends JpaRepository<RecordedNotice, Integer> {}
