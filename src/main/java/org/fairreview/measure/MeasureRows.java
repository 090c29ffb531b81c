package org.fairreview.measure;

import org.springframework.data.jpa.repository.JpaRepository;

interface MeasureRows extends JpaRepository<Measure, String> {}
