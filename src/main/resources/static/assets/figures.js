'use strict';

// bars of the table that a plot names: a column of the table is a colour, a line of it a group
document.querySelectorAll('[data-bars]').forEach((plot) => {
  const table = document.getElementById(plot.dataset.bars);
  if (!table || !window.echarts) return;
  const lying = plot.dataset.lying === 'true';
  const columns = Number(plot.dataset.columns) || table.tHead.rows[0].cells.length - 1;
  const names = [...table.tHead.rows[0].cells].slice(1, 1 + columns).map((cell) => cell.textContent.trim());
  let rows = [...table.tBodies[0].rows];
  const most = names.length > 1 ? 15 : 40;
  if (lying) {
    const cut = plot.nextElementSibling;
    if (cut && cut.matches('[data-cut]') && rows.length > most) {
      cut.textContent = cut.dataset.cut.replace('#', most);
      cut.hidden = false;
    }
    rows = rows.slice(0, most).reverse();
  }
  const labels = rows.map((row) => row.cells[0].textContent.trim());
  const values = { type: 'value', minInterval: 1 };
  const groups = {
    type: 'category',
    data: labels,
    axisLabel: lying ? { width: 180, overflow: 'truncate' } : { hideOverlap: true },
  };
  plot.hidden = false;
  if (lying) plot.style.height = `${Math.max(160, 60 + rows.length * (8 + names.length * 10))}px`;
  const chart = window.echarts.init(plot, null, { renderer: 'svg' });
  chart.setOption({
    animation: false,
    color: ['#5b8fc7', '#3f8a5f', '#d9a32b', '#c9713f', '#7d6aa8'],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
    grid: { left: 16, right: 32, top: 40, bottom: 8, containLabel: true },
    legend: { top: 0, data: names },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    xAxis: lying ? values : groups,
    yAxis: lying ? groups : values,
    series: names.map((name, place) => ({
      name,
      type: 'bar',
      barMaxWidth: 18,
      data: rows.map((row) => Number(row.cells[place + 1].textContent)),
    })),
  });
  window.addEventListener('resize', () => chart.resize());
});
