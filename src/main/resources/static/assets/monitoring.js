'use strict';

// bars of the table that a plot names: the first column is the place of a group, each other one marked `data-bar` a bar
document.querySelectorAll('[data-bars]').forEach((plot) => {
  const table = document.getElementById(plot.dataset.bars);
  if (!table || !window.echarts) return;
  const heads = [...table.tHead.rows[0].cells];
  const columns = heads.map((cell, place) => place).filter((place) => 'bar' in heads[place].dataset);
  const rows = [...table.tBodies[0].rows];
  plot.hidden = false;
  const chart = window.echarts.init(plot, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    color: ['#5b8fc7', '#d9a32b', '#3f8a5f'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 24, right: 24, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: { type: 'category', data: rows.map((row) => row.cells[0].textContent.trim()), axisLabel: { hideOverlap: true } },
    yAxis: { type: 'value', minInterval: 1 },
    series: columns.map((place) => ({
      name: heads[place].textContent.trim(),
      type: 'bar',
      barMaxWidth: 36,
      data: rows.map((row) => Number(row.cells[place].textContent)),
    })),
  });
  window.addEventListener('resize', () => chart.resize());
});

document.querySelectorAll('[data-tick-all]').forEach((all) => {
  all.addEventListener('change', () => {
    all.closest('form').querySelectorAll('input[name="points"]').forEach((one) => {
      if (!one.closest('tr').hidden) one.checked = all.checked;
    });
  });
});

document.querySelectorAll('[data-narrow]').forEach((field) => {
  field.addEventListener('input', () => {
    const words = field.value.trim();
    document.querySelectorAll('#' + field.dataset.narrow + ' tbody tr').forEach((row) => {
      row.hidden = !row.textContent.includes(words);
    });
  });
});
