package org.fairreview.review.web;

import java.beans.PropertyEditorSupport;
import java.util.List;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Post;
import org.fairreview.identity.Role;
import org.fairreview.identity.Units;
import org.fairreview.workflow.WrittenText;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame around every page shows: who is logged in, from which unit, and whether that person submits or registers. */
@ControllerAdvice(
        assignableTypes = {
            HomeController.class,
            SubmitController.class,
            CaseController.class,
            CirculationController.class,
            CompareController.class,
            LedgerController.class,
            ReplayController.class,
            ActivityController.class,
            SearchController.class,
            FlowsController.class,
            UnusualController.class,
            FourEyesController.class,
            OfflineController.class,
            PastReviewController.class,
            SigningController.class,
            PaperController.class,
            ExceptionsController.class,
            InstructionController.class,
            HandoverController.class,
            StandardsController.class,
            RulesController.class
        })
class PageFrame {

    /** The person as the frame names it. */
    record Frame(String userId, String name, List<String> units, List<String> posts, boolean drafter, boolean clerk) {}

    private final CurrentActor currentActor;
    private final Units units;
    private final Labels labels;

    PageFrame(CurrentActor currentActor, Units units, Labels labels) {
        this.currentActor = currentActor;
        this.units = units;
        this.labels = labels;
    }

    /** Text that is typed on a page loses what cannot be seen, as an answer in Tasklist does. */
    @InitBinder
    void readText(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(WrittenText.seen(text));
            }
        });
    }

    @ModelAttribute("frame")
    Frame frame() {
        Actor actor = currentActor.get();
        return new Frame(
                actor.userId(),
                actor.name(),
                actor.posts().stream()
                        .map(Post::unitId)
                        .distinct()
                        .map(units::name)
                        .toList(),
                actor.posts().stream()
                        .map(Post::role)
                        .distinct()
                        .map(role -> labels.of("role", role))
                        .toList(),
                actor.holds(Role.DRAFTER),
                actor.holds(Role.CLERK));
    }
}
