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

// a plot of the table that it names: the first column is the day, each other one a band
document.querySelectorAll('[data-plot]').forEach((plot) => {
  const table = document.getElementById(plot.dataset.plot);
  if (!table || !window.echarts) return;
  const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
  const rows = [...table.tBodies[0].rows];
  const colours = ['#d9a32b', '#5b8fc7', '#8a6fb0', '#c9713f', '#3f8a5f'];
  plot.hidden = false;
  const chart = window.echarts.init(plot, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 40, right: 48, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, data: names },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'time', minInterval: 86400000, axisLabel: { formatter: '{yyyy}-{MM}-{dd}', hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1 },
    series: names.map((name, place) => ({
      name,
      type: 'line',
      stack: 'all',
      areaStyle: { opacity: 0.75 },
      lineStyle: { width: 1 },
      showSymbol: rows.length < 40,
      symbolSize: 4,
      data: rows.map((row) => [row.dataset.day, Number(row.cells[place + 1].textContent)]),
    })),
  });
  window.addEventListener('resize', () => chart.resize());
});
