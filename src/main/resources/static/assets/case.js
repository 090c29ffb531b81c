(function () {
  'use strict';

  if (document.querySelector('[data-submitted]')) {
    sessionStorage.removeItem('submit:' + document.body.dataset.user);
  }
  document.getElementById('print').addEventListener('click', function () { window.print(); });

  // findings: from the list to the passage, and back by the number in the text
  var pane = document.querySelector('.reading-text');
  function marks(number) {
    return Array.prototype.filter.call(document.querySelectorAll('.reading-text [data-findings]'), function (mark) {
      return mark.dataset.findings.split(' ').indexOf(number) >= 0;
    });
  }
  function light(number) {
    document.querySelectorAll('.is-lit').forEach(function (lit) { lit.classList.remove('is-lit'); });
    marks(number).forEach(function (mark) { mark.classList.add('is-lit'); });
    document.querySelectorAll('[data-jump="' + number + '"]').forEach(function (jump) { jump.classList.add('is-lit'); });
  }
  document.querySelectorAll('[data-jump]').forEach(function (jump) {
    jump.addEventListener('click', function () {
      light(jump.dataset.jump);
      var first = marks(jump.dataset.jump)[0];
      if (first) {
        pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
      }
    });
  });

  // hits of the screening: from the list to the words; the numbers in the text lead back by themselves
  document.querySelectorAll('[data-jump-hit]').forEach(function (jump) {
    jump.addEventListener('click', function (event) {
      var first = Array.prototype.find.call(document.querySelectorAll('.reading-text [data-hits]'), function (mark) {
        return mark.closest('.passage').querySelector('.hit-number[href="#hit-' + leader(jump) + '"]');
      });
      document.querySelectorAll('.is-lit').forEach(function (lit) { lit.classList.remove('is-lit'); });
      if (!first) { return; }
      event.preventDefault();
      first.closest('.passage').querySelectorAll('[data-hits]').forEach(function (mark) { mark.classList.add('is-lit'); });
      document.getElementById('text').scrollIntoView();
      pane.scrollTop += first.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
    });
  });
  /** The best hit of a passage stands for all of them in the text. */
  function leader(jump) {
    return jump.closest('.hit-list > li').querySelector('[data-jump-hit]').dataset.jumpHit;
  }
  function openHit() {
    var hit = /^#hit-\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    var folded = hit && hit.closest('details');
    if (folded) { folded.open = true; hit.scrollIntoView(); }
  }
  window.addEventListener('hashchange', openHit);
  openHit();

  // a screening that is not over yet
  var waiting = document.querySelector('[data-screening]');
  function look() {
    fetch(waiting.dataset.screening, { headers: { 'Accept': 'application/json' }, credentials: 'same-origin' })
      .then(function (response) { return response.ok ? response.json() : null; })
      .then(function (standing) {
        if (!standing) { return; }
        waiting.firstElementChild.textContent = standing.said;
        if (standing.over) { waiting.querySelector('a').hidden = false; } else { setTimeout(look, 3000); }
      })
      .catch(function () { setTimeout(look, 15000); });
  }
  if (waiting) { setTimeout(look, 1500); }

  // where the case stands
  var box = document.getElementById('diagram');
  var viewer;
  function fit() {
    var canvas = viewer.get('canvas');
    var inner = canvas.viewbox().inner;
    var width = box.clientWidth;
    if (!(inner.width > 0) || !(width > 0)) { return; }
    var height = Math.round(Math.min(Math.max((width / inner.width) * inner.height + 24, 220), 720));
    box.style.height = height + 'px';
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }
  function zoom(factor) {
    var canvas = viewer.get('canvas');
    canvas.zoom(canvas.zoom() * factor, 'auto');
  }
  function show(diagram) {
    box.textContent = '';
    viewer = new BpmnJS({ container: box });
    return viewer.importXML(diagram.xml).then(function () {
      var canvas = viewer.get('canvas');
      var registry = viewer.get('elementRegistry');
      diagram.passed.forEach(function (id) { if (registry.get(id)) { canvas.addMarker(id, 'passed'); } });
      diagram.current.forEach(function (id) { if (registry.get(id)) { canvas.addMarker(id, 'current'); } });
      fit();
      return viewer.saveSVG();
    }).then(function (saved) {
      var drawing = new DOMParser().parseFromString(saved.svg, 'image/svg+xml').documentElement;
      drawing.removeAttribute('width');
      drawing.removeAttribute('height');
      document.getElementById('diagram-print').appendChild(document.importNode(drawing, true));
      document.getElementById('zoom-in').addEventListener('click', function () { zoom(1.25); });
      document.getElementById('zoom-out').addEventListener('click', function () { zoom(0.8); });
      document.getElementById('zoom-fit').addEventListener('click', fit);
      window.addEventListener('resize', fit);
    });
  }
  fetch(box.dataset.url, { headers: { 'Accept': 'application/json' }, credentials: 'same-origin' })
    .then(function (response) {
      if (!response.ok) { throw new Error(String(response.status)); }
      return response.json();
    })
    .then(show)
    .catch(function () {
      box.style.height = '';
      box.textContent = box.dataset.failed;
    });
})();
