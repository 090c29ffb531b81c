package org.fairreview.workflow;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.jspecify.annotations.Nullable;

/**
 * The engine's full history, without what people wrote: only declared variables leave a trace.
 *
 * <p>The id is stored in the database at the first start and must never change.
 */
class EvidenceHistoryLevel extends AbstractHistoryLevel {

    static final String NAME = "evidence";

    private final Set<String> declared;

    EvidenceHistoryLevel(Set<String> declared) {
        this.declared = declared;
    }

    @Override
    public int getId() {
        return 90;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        if (type == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
            return false;
        }
        if (entity instanceof VariableInstanceEntity variable && !declared.contains(variable.getName())) {
            return false;
        }
        return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
    }
}
