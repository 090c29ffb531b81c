package org.fairreview.cleanup.web;

import java.util.Map;
import org.fairreview.cleanup.Campaign;
import org.fairreview.cleanup.Campaigns;
import org.fairreview.cleanup.work.Job;
import org.fairreview.cleanup.work.JobItem;
import org.fairreview.cleanup.work.Jobs;
import org.fairreview.identity.Actor;
import org.fairreview.identity.CurrentActor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Long work of a clean-up as it goes: how far it is, what was refused; for who asked for it and who arranges. */
@Controller
class JobController {

    private static final int MOST_REFUSALS = 500;

    record Refused(String number, String why) {}

    private final CurrentActor currentActor;
    private final Campaigns campaigns;
    private final Jobs jobs;
    private final JobViews views;
    private final CleanupTexts texts;

    JobController(CurrentActor currentActor, Campaigns campaigns, Jobs jobs, JobViews views, CleanupTexts texts) {
        this.currentActor = currentActor;
        this.campaigns = campaigns;
        this.jobs = jobs;
        this.views = views;
        this.texts = texts;
    }

    @GetMapping("/cleanup/{campaign}/jobs/{job}")
    String page(@PathVariable String campaign, @PathVariable String job, Model model) {
        Job found = find(campaign, job);
        Campaign of = campaigns.get(campaign);
        model.addAttribute("number", campaign);
        model.addAttribute("campaignTitle", of.title());
        model.addAttribute("job", found);
        model.addAttribute("stoppable", found.askedBy().isPresent());
        model.addAttribute("what", views.what(found));
        model.addAttribute("progress", views.progress(found));
        model.addAttribute(
                "refusals",
                jobs.items(job, JobItem.State.REFUSED, MOST_REFUSALS).stream()
                        .map(item -> new Refused(item.subject(), item.message()))
                        .toList());
        return "cleanup/job";
    }

    /** What the page asks for while the work goes on. */
    @GetMapping("/cleanup/{campaign}/jobs/{job}/progress")
    @ResponseBody
    Map<String, Object> progressOf(@PathVariable String campaign, @PathVariable String job) {
        return views.progress(find(campaign, job));
    }

    @PostMapping("/cleanup/{campaign}/jobs/{job}/stop")
    String stop(@PathVariable String campaign, @PathVariable String job, RedirectAttributes redirect) {
        if (find(campaign, job).askedBy().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        jobs.stop(job);
        redirect.addFlashAttribute("done", texts.of("job.stopWanted"));
        return "redirect:/cleanup/%s/jobs/%s".formatted(campaign, job);
    }

    private Job find(String campaign, String id) {
        Actor actor = currentActor.get();
        Campaign of =
                campaigns.find(campaign, actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return jobs.find(id)
                .filter(job -> job.campaignNumber().equals(campaign))
                .filter(job -> views.isShown(job, of, actor))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
