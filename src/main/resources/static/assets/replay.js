/* Plays a case on its diagrams: one moment after the other, with slider, buttons and keys. */
(function () {
  'use strict';

  var READABLE = 0.85;
  var PACE = 900;

  var course = JSON.parse(document.getElementById('replay-course').textContent);
  var box = document.getElementById('replay-diagram');
  var slider = document.getElementById('replay-at');
  var follow = document.getElementById('replay-follow');
  var auto = document.getElementById('replay-auto');
  var list = document.getElementById('replay-items');
  var lines = [].slice.call(list.querySelectorAll('[data-item]'));
  var viewer = new BpmnJS({ container: box });
  var sources = {};
  var at = Number(slider.value);
  var run = 0;
  var drawn = null;
  var painted = [];
  var busy = Promise.resolve();
  var playing = null;

  // ---- which diagram

  function visitAt(item) { return item.visit < 0 ? null : course.visits[item.visit]; }

  function runAt(place) {
    for (var each = place; each >= 0; each -= 1) {
      if (course.items[each].run >= 0) { return course.items[each].run; }
    }
    return 0;
  }

  /** The version on which the run stood at that moment. */
  function modelAt(place) {
    var found = null;
    course.visits.forEach(function (visit) {
      if (visit.run === run && (found === null || visit.from <= place)) { found = visit.model; }
    });
    return found;
  }

  function source(model) {
    if (!sources[model]) {
      sources[model] = fetch(course.models[model].url, { credentials: 'same-origin' }).then(function (response) {
        if (!response.ok) { throw new Error(String(response.status)); }
        return response.text();
      });
    }
    return sources[model];
  }

  function draw(model) {
    if (drawn === model) { return Promise.resolve(); }
    return source(model).then(function (xml) { return viewer.importXML(xml); }).then(function () {
      drawn = model;
      painted = [];
      document.getElementById('replay-model').textContent = course.models[model].label;
      viewer.get('eventBus').on('element.click', function (event) { enter(event.element.id); });
      fit();
    });
  }

  /** A click on an element that called a process leads into it. */
  function enter(id) {
    var called = course.visits.filter(function (visit) {
      return visit.run === run && visit.el === id && visit.called !== null && visit.from <= at;
    });
    if (called.length > 0) { choose(called[called.length - 1].called); }
  }

  // ---- what is painted on it

  function clear() {
    var canvas = viewer.get('canvas');
    painted.forEach(function (mark) { canvas.removeMarker(mark.id, mark.name); });
    painted = [];
    viewer.get('overlays').clear();
  }

  function mark(id, name) {
    if (id && viewer.get('elementRegistry').get(id)) {
      viewer.get('canvas').addMarker(id, name);
      painted.push({ id: id, name: name });
    }
  }

  /** What stands at an element; `least` is the zoom from which it can be read. */
  function badge(id, position, className, text, least) {
    if (!viewer.get('elementRegistry').get(id)) { return; }
    var note = document.createElement('div');
    note.className = className;
    note.textContent = text;
    viewer.get('overlays').add(id, { position: position, html: note, show: { minZoom: least || 0 } });
  }

  function paint() {
    clear();
    var counts = {};
    var flows = {};
    var notes = {};
    var current = {};
    course.visits.forEach(function (visit) {
      if (visit.run !== run || visit.from > at) { return; }
      counts[visit.el] = (counts[visit.el] || 0) + 1;
      if (visit.via) { flows[visit.via] = (flows[visit.via] || 0) + 1; }
      if (visit.note && visit.until <= at + 1) { notes[visit.el] = visit.note; }
      if (visit.until > at) { current[visit.el] = true; }
    });
    var focus = visitAt(course.items[at]);
    Object.keys(flows).forEach(function (id) {
      mark(id, 'replay-flow');
      if (flows[id] > 1) { badge(id, { top: -9, left: 0 }, 'replay-flow-count', String(flows[id]), 0.6); }
    });
    Object.keys(counts).forEach(function (id) {
      mark(id, current[id] ? 'current' : 'passed');
      if (counts[id] > 1) { badge(id, { top: -11, right: 13 }, 'replay-count', box.dataset.again.replace('{0}', counts[id])); }
      if (notes[id]) { badge(id, { bottom: -3, left: 0 }, 'replay-note', notes[id], 0.6); }
    });
    if (focus && focus.run === run) {
      mark(focus.el, 'replay-focus');
      if (follow.checked) { center(focus.el); }
    }
  }

  // ---- how much of it is seen

  function fit() {
    var canvas = viewer.get('canvas');
    canvas.resized();
    canvas.zoom('fit-viewport', 'auto');
  }

  function zoom(factor) {
    var canvas = viewer.get('canvas');
    follow.checked = false;
    canvas.zoom(canvas.zoom() * factor, 'auto');
  }

  function center(id) {
    var canvas = viewer.get('canvas');
    var shape = viewer.get('elementRegistry').get(id);
    if (!shape) { return; }
    var whole = canvas.viewbox();
    var fitting = Math.min(whole.outer.width / whole.inner.width, whole.outer.height / whole.inner.height);
    var scale = Math.max(READABLE, Math.min(fitting, 1));
    var width = whole.outer.width / scale;
    var height = whole.outer.height / scale;
    canvas.viewbox({
      x: place(shape.x + shape.width / 2 - width / 2, whole.inner.x, whole.inner.width, width),
      y: place(shape.y + shape.height / 2 - height / 2, whole.inner.y, whole.inner.height, height),
      width: width,
      height: height,
    });
  }

  /** No more empty ground than needed. */
  function place(wanted, start, length, shown) {
    var edge = 30;
    if (length + 2 * edge <= shown) { return start + length / 2 - shown / 2; }
    return Math.min(Math.max(wanted, start - edge), start + length + edge - shown);
  }

  // ---- where in time

  function show() {
    slider.value = String(at);
    var output = document.getElementById('replay-place');
    output.textContent = output.dataset.of.replace('{0}', at + 1).replace('{1}', course.items.length);
    lines.forEach(function (line, number) {
      line.classList.toggle('is-ahead', number > at);
      line.toggleAttribute('aria-current', number === at);
    });
    var line = lines[at];
    if (line && list.scrollHeight > list.clientHeight) {
      list.scrollTop += line.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
    }
    tabs();
    busy = busy.then(function () { return draw(modelAt(at)); }).then(paint).catch(function () {
      box.textContent = box.dataset.failed;
    });
  }

  function go(place) {
    at = Math.max(0, Math.min(course.items.length - 1, place));
    if (follow.checked) { run = runAt(at); }
    show();
  }

  /** The next moment that the list shows. */
  function step(by) {
    var next = at + by;
    while (next > 0 && next < course.items.length - 1 && !auto.checked && lines[next].classList.contains('is-auto')) { next += by; }
    go(next);
  }

  function choose(chosen) {
    run = chosen;
    follow.checked = false;
    show();
  }

  function tabs() {
    var bar = document.getElementById('replay-runs');
    if (bar.childElementCount === 0) {
      course.runs.forEach(function (part, number) {
        var tab = document.createElement('button');
        tab.type = 'button';
        tab.textContent = part.label;
        tab.className = part.caller === null ? 'replay-run' : 'replay-run is-called';
        tab.addEventListener('click', function () { choose(number); });
        bar.append(tab);
      });
    }
    [].slice.call(bar.children).forEach(function (tab, number) { tab.setAttribute('aria-pressed', String(number === run)); });
  }

  function play() {
    var button = document.getElementById('replay-play');
    if (playing) {
      clearInterval(playing);
      playing = null;
      button.textContent = button.dataset.play;
      return;
    }
    if (at >= course.items.length - 1) { go(0); }
    button.textContent = button.dataset.stop;
    playing = setInterval(function () {
      if (at >= course.items.length - 1) { play(); } else { step(1); }
    }, PACE);
  }

  function pressed(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector('dialog[open]')) { return; }
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target !== slider) { return; }
    var by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by) { step(by); } else if (event.key === 'Home') { go(0); } else if (event.key === 'End') { go(course.items.length - 1); }
    else if (event.key === ' ' && event.target.tagName !== 'BUTTON' && event.target.tagName !== 'SUMMARY') { play(); }
    else { return; }
    event.preventDefault();
  }

  // ---- forms as they were submitted

  function openForm(url) {
    var dialog = document.getElementById('replay-form');
    var body = document.getElementById('replay-form-body');
    fetch(url, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
      .then(function (response) {
        if (!response.ok) { throw new Error(String(response.status)); }
        return response.json();
      })
      .then(function (form) {
        document.getElementById('replay-form-title').textContent = form.title;
        document.getElementById('replay-form-line').textContent =
          form.line + (form.model === null ? '' : ' ' + dialog.dataset.source.replace('{0}', form.model));
        window.SubmittedForm.show(form, body, dialog.dataset);
      })
      .catch(function () { body.textContent = dialog.dataset.failed; })
      .then(function () { dialog.showModal(); });
  }

  if (course.items.length === 0) { return; }
  slider.addEventListener('input', function () { go(Number(slider.value)); });
  document.getElementById('replay-first').addEventListener('click', function () { go(0); });
  document.getElementById('replay-back').addEventListener('click', function () { step(-1); });
  document.getElementById('replay-next').addEventListener('click', function () { step(1); });
  document.getElementById('replay-last').addEventListener('click', function () { go(course.items.length - 1); });
  document.getElementById('replay-play').addEventListener('click', play);
  document.getElementById('replay-in').addEventListener('click', function () { zoom(1.25); });
  document.getElementById('replay-out').addEventListener('click', function () { zoom(0.8); });
  document.getElementById('replay-fit').addEventListener('click', function () { follow.checked = false; fit(); });
  follow.addEventListener('change', function () { go(at); });
  auto.addEventListener('change', function () { list.classList.toggle('without-auto', !auto.checked); });
  document.addEventListener('keydown', pressed);
  window.addEventListener('resize', function () {
    if (!drawn) { return; }
    if (follow.checked) { viewer.get('canvas').resized(); show(); } else { fit(); }
  });
  lines.forEach(function (line, number) {
    line.addEventListener('click', function (event) {
      if (!event.target.closest('details, a, button')) { go(number); }
    });
  });
  list.addEventListener('click', function (event) {
    var button = event.target.closest('[data-answer]');
    if (button) { openForm(button.dataset.answer); }
  });
  document.getElementById('replay-form-close').addEventListener('click', function () {
    document.getElementById('replay-form').close();
  });
  go(at);
})();
