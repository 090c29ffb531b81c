'use strict';

// long work: asks how far it is, and shows the whole page anew when it is over
document.querySelectorAll('[data-job]').forEach((job) => {
  if (job.dataset.over === 'true') return;
  const bar = job.querySelector('progress');
  const said = job.querySelector('[role="status"]');
  const look = async () => {
    try {
      const answer = await fetch(job.dataset.progress, { headers: { Accept: 'application/json' } });
      if (answer.ok && !answer.redirected) {
        const progress = await answer.json();
        bar.max = progress.total || 1;
        bar.value = progress.done;
        said.textContent = progress.said;
        if (progress.over) {
          location.reload();
          return;
        }
      }
    } catch (away) {
      // the server is away for a moment: the next look may reach it
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 500);
});

document.querySelectorAll('[data-choose-all]').forEach((all) => {
  const form = all.closest('form');
  all.addEventListener('change', () => {
    form.querySelectorAll('input[name="chosen"]').forEach((one) => {
      one.checked = all.checked;
    });
  });
});
