package org.fairreview.calendar.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fairreview.calendar.HolidayCalendar;
import org.fairreview.calendar.HolidayNotice;
import org.fairreview.calendar.HolidayNoticeText;
import org.fairreview.calendar.WorkingDays;
import org.fairreview.document.Intake;
import org.fairreview.document.Reading;
import org.fairreview.identity.CurrentActor;
import org.fairreview.identity.Objection;
import org.fairreview.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** The working-day calendar (工作日历), which everybody reads and system administrators keep by the yearly notice. */
@Controller
class HolidaysController {

    private static final long MOST_BYTES = 4 << 20;

    private final CurrentActor currentActor;
    private final HolidayCalendar calendar;
    private final WorkingDays workingDays;
    private final Intake intake;
    private final CalendarTexts texts;
    private final Clock clock;

    HolidaysController(
            CurrentActor currentActor,
            HolidayCalendar calendar,
            WorkingDays workingDays,
            Intake intake,
            CalendarTexts texts,
            Clock clock) {
        this.currentActor = currentActor;
        this.calendar = calendar;
        this.workingDays = workingDays;
        this.intake = intake;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    String year(@RequestParam(defaultValue = "") String year, Model model) {
        Year shown = new HolidayForm(year, null, null, null, null, null)
                .ofYear(new ArrayList<>())
                .orElseGet(() -> Year.now(clock));
        return page(shown, HolidayForm.of(shown, calendar.notice(shown), calendar.state(shown)), Map.of(), model);
    }

    /** Reads the days out of the text of a notice, typed or uploaded, into the form; nothing is recorded. */
    @PostMapping("/calendar/read")
    String read(
            @ModelAttribute("form") HolidayForm typed,
            HttpServletRequest request,
            Model model,
            HttpServletResponse response)
            throws IOException {
        administrator();
        List<Objection> objections = new ArrayList<>();
        Optional<Year> year = typed.ofYear(objections);
        HolidayForm form = typed;
        MultipartFile file = file(request);
        if (file != null) {
            String unreadable = null;
            if (file.getSize() > MOST_BYTES) {
                unreadable = texts.of("holidays.file.large");
            } else {
                Reading reading =
                        intake.read(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
                if (reading instanceof Reading.Readable readable) {
                    form = typed.withText(readable.text().text());
                } else if (reading instanceof Reading.Unreadable refused) {
                    unreadable = texts.of(refused);
                }
            }
            if (unreadable != null) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
                return page(year.orElseGet(() -> Year.now(clock)), form, Map.of("file", unreadable), model);
            }
        }
        if (year.isPresent()) {
            form = form.withSeen(calendar.state(year.get()));
            HolidayNoticeText notice = HolidayNoticeText.read(Objects.requireNonNullElse(form.text(), ""), year.get());
            objections.addAll(notice.objections());
            if (objections.isEmpty()) {
                form = form.withDays(notice.holidays(), notice.makeupDays());
                model.addAttribute(
                        "read",
                        texts.of(
                                "holidays.read",
                                notice.holidays().size(),
                                notice.makeupDays().size()));
            }
        }
        if (!objections.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return page(year.orElseGet(() -> Year.now(clock)), form, texts.of(objections), model);
    }

    @PostMapping("/calendar")
    String record(
            @ModelAttribute("form") HolidayForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        administrator();
        List<Objection> objections = new ArrayList<>();
        Optional<HolidayNotice> notice = form.notice(objections);
        if (notice.isPresent()) {
            objections.addAll(calendar.record(notice.get(), String.valueOf(form.seen())));
        }
        if (objections.isEmpty()) {
            redirect.addFlashAttribute("done", texts.of("holidays.recorded", String.valueOf(form.year())));
            redirect.addAttribute("year", form.year());
            return "redirect:/calendar";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        boolean meanwhile =
                objections.stream().anyMatch(objection -> objection.key().equals(HolidayCalendar.CHANGED_MEANWHILE));
        Year year = form.ofYear(new ArrayList<>()).orElseGet(() -> Year.now(clock));
        return page(year, meanwhile ? form.withSeen(calendar.state(year)) : form, texts.of(objections), model);
    }

    private String page(Year year, HolidayForm form, Map<String, String> errors, Model model) {
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("year", YearView.of(year, calendar.notice(year), workingDays, today));
        model.addAttribute(
                "years",
                workingDays.notices().keySet().stream().map(Year::getValue).toList());
        model.addAttribute("nextMissing", nextMissing(today));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("mayRecord", currentActor.get().holds(Role.SYSADMIN));
        return "calendar/holidays";
    }

    /** This year or the next, where its notice is not known yet. */
    private @Nullable Integer nextMissing(LocalDate today) {
        Year thisYear = Year.from(today);
        return List.of(thisYear, thisYear.plusYears(1)).stream()
                .filter(year -> !workingDays.isPublished(year))
                .map(Year::getValue)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable MultipartFile file(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        MultipartFile file = multipart == null ? null : multipart.getFile("file");
        return file == null || file.isEmpty() ? null : file;
    }

    private void administrator() {
        if (!currentActor.get().holds(Role.SYSADMIN)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
