package org.fairreview.identity;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface AccountRows extends JpaRepository<Account, String> {

    List<Account> findByDisabledTrue();

    List<Account> findByUnitId(String unitId);
}
