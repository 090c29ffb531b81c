package org.fairreview.identity;

import org.springframework.data.jpa.repository.JpaRepository;

interface RegionRows extends JpaRepository<Region, String> {}
