package org.fairreview.document;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The passages of all files. */
interface PassageRows extends Repository<PassageRow, PassageRow.Key> {

    List<PassageRow> findByFileSha256OrderByOrdinal(String fileSha256);

    @Modifying
    @Query("delete from PassageRow p where p.fileSha256 = :fileSha256")
    void deleteAllOf(String fileSha256);
}
