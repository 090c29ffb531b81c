(function () {
  'use strict';
  var form = document.getElementById('submit-form');
  var texts = form.dataset;
  var uploading = 0;
  var sent = false;

  function meta(name) {
    var element = document.querySelector('meta[name="' + name + '"]');
    return element ? element.content : '';
  }

  // what is asked depends on whether the measure is within the scope of review
  function scope() {
    var chosen = form.querySelector('input[name="inScope"]:checked');
    form.querySelectorAll('[data-when]').forEach(function (part) {
      part.hidden = chosen !== null && part.dataset.when !== chosen.value;
    });
  }
  form.addEventListener('change', scope);
  window.addEventListener('pageshow', scope);

  // how parties were heard otherwise is asked of what may not be shown to everybody
  function circulation() {
    var chosen = form.querySelector('input[name="circulation"]:checked');
    form.querySelectorAll('[data-restricted]').forEach(function (part) {
      part.hidden = !chosen || chosen.value !== 'RESTRICTED';
    });
  }
  form.addEventListener('change', circulation);
  window.addEventListener('pageshow', circulation);

  // counters
  function count(area) {
    var counter = form.querySelector('[data-counter-for="' + area.name + '"]');
    var length = area.value.replace(/\r\n/g, '\n').trim().length;
    counter.textContent = String(length);
    counter.parentElement.classList.toggle('is-over', length > Number(area.dataset.max));
  }
  function countAll() {
    form.querySelectorAll('textarea[data-max]').forEach(count);
  }

  // uploads
  function row(box, file) {
    var many = box.dataset.many === 'true';
    var item = document.getElementById(many ? 'row-many' : 'row-one').content.firstElementChild.cloneNode(true);
    var hidden = item.querySelector('input[type=hidden]');
    hidden.name = box.dataset.files;
    hidden.value = file.id;
    item.querySelector('.file-name').textContent = file.name;
    item.querySelector('.file-size').textContent = file.label || size(file.size);
    (file.warnings || []).forEach(function (warning) {
      var line = document.createElement('li');
      line.textContent = warning;
      item.querySelector('.file-warnings').appendChild(line);
    });
    return item;
  }

  function size(bytes) {
    if (bytes < 1024) { return bytes + ' B'; }
    if (bytes < 1048576) { return (bytes / 1024).toFixed(1) + ' KB'; }
    return (bytes / 1048576).toFixed(1) + ' MB';
  }

  function refuse(box, name, message) {
    var line = document.createElement('p');
    var strong = document.createElement('b');
    strong.textContent = name;
    line.appendChild(strong);
    line.appendChild(document.createTextNode(message));
    box.querySelector('.file-refusals').appendChild(line);
  }

  function label(box) {
    if (box.dataset.many === 'true') { return; }
    var has = box.querySelector('.file-row') !== null;
    box.querySelector('.file-button').textContent = has ? texts.replace : texts.choose;
  }

  function renewToken() {
    return portal.renewToken(form, location.pathname.replace(/\/measures$/, '/measures/new'));
  }

  function upload(box, file, again) {
    var body = new FormData();
    body.append('file', file);
    if (box.dataset.scan === 'true') { body.append('scan', 'true'); }
    var headers = { 'Accept': 'application/json' };
    headers[meta('csrf-header')] = meta('csrf-token');
    return fetch(texts.uploads, { method: 'POST', body: body, headers: headers, credentials: 'same-origin', redirect: 'manual' })
      .then(function (response) {
        if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) {
          return again ? { message: texts.session } : { stale: true };
        }
        return response.json().catch(function () { return { message: texts.failed }; });
      }, function () { return { message: texts.failed }; })
      .then(function (answer) {
        if (answer.stale) {
          return renewToken().then(function () { return upload(box, file, true); });
        }
        if (!answer.id) {
          refuse(box, file.name, answer.message || texts.failed);
          return;
        }
        var rows = box.querySelector('.file-rows');
        if (box.dataset.many !== 'true') { rows.textContent = ''; }
        rows.appendChild(row(box, answer));
        label(box);
        keep();
      });
  }

  form.querySelectorAll('.files').forEach(function (box) {
    label(box);
    var input = box.querySelector('.file-input');
    input.addEventListener('change', function () {
      var files = Array.prototype.slice.call(input.files);
      input.value = '';
      box.querySelector('.file-refusals').textContent = '';
      var state = box.querySelector('.file-state');
      uploading++;
      files.reduce(function (before, file) {
        return before.then(function () {
          state.textContent = texts.uploading + ' ' + file.name;
          return upload(box, file);
        });
      }, Promise.resolve()).then(function () {
        uploading--;
        state.textContent = '';
      });
    });
    box.addEventListener('click', function (event) {
      var item = event.target.closest('.file-row');
      if (event.target.matches('[data-remove]')) {
        item.remove();
        label(box);
        input.focus();
      } else if (event.target.dataset.move === 'up' && item.previousElementSibling) {
        item.parentElement.insertBefore(item, item.previousElementSibling);
        event.target.focus();
      } else if (event.target.dataset.move === 'down' && item.nextElementSibling) {
        item.parentElement.insertBefore(item.nextElementSibling, item);
        event.target.focus();
      } else {
        return;
      }
      keep();
    });
  });

  // What is typed stays in this window until it is submitted: a session may end before the form is done.
  var key = 'submit:' + document.body.dataset.user;
  var notice = document.getElementById('draft-notice');

  function fields() {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && field.type !== 'hidden' && field.type !== 'file' && field.type !== 'submit';
    });
  }

  function keep() {
    if (sent) { return; }
    var draft = { values: {}, files: {} };
    fields().forEach(function (field) {
      if (field.type === 'checkbox') { return; }
      if (field.type !== 'radio') { draft.values[field.name] = field.value; }
      else if (field.checked) { draft.values[field.name] = field.value; }
    });
    form.querySelectorAll('.files').forEach(function (box) {
      draft.files[box.dataset.files] = Array.prototype.map.call(box.querySelectorAll('.file-row'), function (item) {
        return {
          id: item.querySelector('input').value,
          name: item.querySelector('.file-name').textContent,
          label: item.querySelector('.file-size').textContent,
          warnings: Array.prototype.map.call(item.querySelectorAll('.file-warnings li'), function (line) { return line.textContent; })
        };
      });
    });
    try { sessionStorage.setItem(key, JSON.stringify(draft)); } catch (full) { /* the form still works */ }
  }

  function stored() {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch (broken) { return null; }
  }

  function restore() {
    var draft = stored();
    if (!draft) { return; }
    if (form.dataset.refused === 'true') {
      warnAgain(draft);
      return;
    }
    fields().forEach(function (field) {
      var value = draft.values[field.name];
      if (value === undefined || field.type === 'checkbox') { return; }
      if (field.type === 'radio') { field.checked = field.value === value; }
      else { field.value = value; }
    });
    form.querySelectorAll('.files').forEach(function (box) {
      var rows = box.querySelector('.file-rows');
      (draft.files[box.dataset.files] || []).forEach(function (file) { rows.appendChild(row(box, file)); });
      label(box);
    });
    notice.hidden = false;
  }

  // A refused form comes back without the warnings that the uploads brought.
  function warnAgain(draft) {
    Object.keys(draft.files).forEach(function (field) {
      draft.files[field].forEach(function (file) {
        var hidden = form.querySelector('.files input[type=hidden][value="' + file.id + '"]');
        if (!hidden) { return; }
        var list = hidden.closest('.file-row').querySelector('.file-warnings');
        (file.warnings || []).forEach(function (warning) {
          var line = document.createElement('li');
          line.textContent = warning;
          list.appendChild(line);
        });
      });
    });
  }

  document.getElementById('draft-discard').addEventListener('click', function () {
    sent = true;
    sessionStorage.removeItem(key);
    location.reload();
  });

  form.addEventListener('input', function (event) {
    if (event.target.matches('textarea[data-max]')) { count(event.target); }
    keep();
  });
  form.addEventListener('change', keep);

  form.addEventListener('submit', function (event) {
    var state = document.getElementById('send-state');
    var send = document.getElementById('send');
    event.preventDefault();
    if (uploading > 0) {
      state.textContent = texts.wait;
      return;
    }
    keep();
    send.disabled = true;
    state.textContent = texts.sending;
    renewToken().then(function (session) {
      if (session === 'ended') {
        send.disabled = false;
        state.textContent = texts.session;
      } else {
        form.submit();
      }
    });
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { document.getElementById('send').disabled = false; }
  });

  restore();
  countAll();
  var errors = document.getElementById('errors');
  if (errors) { errors.focus(); }
  scope();
})();
