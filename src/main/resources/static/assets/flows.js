/* Paints on the diagram of a process how often its flows were taken, and how long its tasks took. */
(function () {
  'use strict';

  var box = document.getElementById('flows-diagram');
  if (!box) { return; }
  var painted = JSON.parse(document.getElementById('flows-painted').textContent);
  var viewer = new BpmnJS({ container: box });

  function badge(id, position, className, text, show) {
    if (!viewer.get('elementRegistry').get(id)) { return; }
    var note = document.createElement('div');
    note.className = className;
    note.textContent = text;
    viewer.get('overlays').add(id, { position: position, html: note, show: show, scale: { min: 0.75, max: 1.5 } });
  }

  /** The middle of the longest straight piece of a flow, relative to the flow's upper left corner. */
  function middle(flow) {
    var best = null;
    flow.waypoints.slice(1).forEach(function (to, place) {
      var from = flow.waypoints[place];
      var length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
      if (best === null || length > best.length) { best = { length: length, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }; }
    });
    var left = Math.min.apply(null, flow.waypoints.map(function (point) { return point.x; }));
    var top = Math.min.apply(null, flow.waypoints.map(function (point) { return point.y; }));
    return { left: best.x - left - 10, top: best.y - top - 10 };
  }

  function paint() {
    var canvas = viewer.get('canvas');
    var registry = viewer.get('elementRegistry');
    var most = Math.max.apply(null, [1].concat(Object.keys(painted.flows).map(function (id) { return painted.flows[id]; })));
    Object.keys(painted.flows).forEach(function (id) {
      var flow = registry.get(id);
      if (!flow) { return; }
      var share = painted.flows[id] / most;
      canvas.addMarker(id, 'flow-weight-' + (share > 0.66 ? 3 : share > 0.25 ? 2 : 1));
      badge(id, middle(flow), 'flow-count', String(painted.flows[id]), { minZoom: 0.5 });
    });
    painted.elements.forEach(function (element) {
      if (!registry.get(element.id)) { return; }
      if (element.slow) { canvas.addMarker(element.id, 'is-slow'); }
      if (element.median !== null) {
        badge(element.id, { top: -11, right: 13 }, 'replay-count', box.dataset.again.replace('{0}', element.passed), undefined);
        if (element.median) { badge(element.id, { bottom: -3, left: 0 }, 'replay-note', box.dataset.median.replace('{0}', element.median), undefined); }
      }
    });
  }

  function fit() {
    var canvas = viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }

  function zoom(factor) {
    var canvas = viewer.get('canvas');
    canvas.zoom(canvas.zoom() * factor, 'auto');
  }

  fetch(painted.url, { credentials: 'same-origin' })
    .then(function (response) {
      if (!response.ok) { throw new Error(String(response.status)); }
      return response.text();
    })
    .then(function (xml) { return viewer.importXML(xml); })
    .then(function () {
      fit();
      paint();
      document.getElementById('flows-in').addEventListener('click', function () { zoom(1.25); });
      document.getElementById('flows-out').addEventListener('click', function () { zoom(0.8); });
      document.getElementById('flows-fit').addEventListener('click', fit);
      window.addEventListener('resize', fit);
    })
    .catch(function () { box.textContent = box.dataset.failed; });
})();
