package org.fairreview.kit.model;

import org.jspecify.annotations.Nullable;

/** How long the engine keeps what happened is stated in every model: without it 7.24 does not deploy. */
final class HistoryRules {

    private HistoryRules() {}

    static void check(Models models, CodeNames code, Complaints complaints) {
        models.processes()
                .forEach(model -> kept(
                        model.path(), model.key(), model.process().getCamundaHistoryTimeToLiveString(), complaints));
        models.decisions()
                .forEach(model -> kept(
                        model.path(), model.key(), model.decision().getCamundaHistoryTimeToLiveString(), complaints));
    }

    private static void kept(String path, String key, @Nullable String time, Complaints complaints) {
        if (time == null || !time.matches("P\\d+D")) {
            complaints.about(path, key, "'%s' is no history time to live in days", time);
        }
    }
}
