package org.fairreview.review;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface InstructionRows extends JpaRepository<Instruction, Long> {

    List<Instruction> findByCaseNumberOrderById(String caseNumber);

    void deleteByCaseNumber(String caseNumber);

    List<Instruction> findByCaseNumberAndAnswerIsNullAndWithdrawnAtIsNull(String caseNumber);

    List<Instruction> findByResponsibleIdAndAnswerIsNullAndWithdrawnAtIsNullOrderByDueOnAscIdAsc(String responsibleId);

    Optional<Instruction> findByIdAndCaseNumber(long id, String caseNumber);
}
