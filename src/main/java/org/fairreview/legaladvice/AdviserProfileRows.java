package org.fairreview.legaladvice;

import org.springframework.data.jpa.repository.JpaRepository;

interface AdviserProfileRows extends JpaRepository<AdviserProfile, String> {}
