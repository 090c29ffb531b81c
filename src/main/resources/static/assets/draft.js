// What is typed into a form stays in this window until the form is taken: a session may end before it is done.
(function () {
  'use strict';
  var form = document.querySelector('form[data-draft]');
  var mine = 'draft:' + document.body.dataset.user + ':';

  function read(key) {
    try { return JSON.parse(sessionStorage.getItem(key)); } catch (broken) { return null; }
  }

  // The page after the one on which a form was sent: it was taken, or stands here again.
  function forgetTaken() {
    var before = document.referrer ? new URL(document.referrer).pathname : '';
    Object.keys(sessionStorage).forEach(function (key) {
      var draft = key.indexOf(mine) === 0 ? read(key) : null;
      if (draft && draft.sentFrom && draft.sentFrom === before) { sessionStorage.removeItem(key); }
    });
  }

  forgetTaken();
  if (!form) { return; }

  var key = mine + form.dataset.draft;
  var notice = form.querySelector('[data-draft-restored]');
  var ended = form.querySelector('[data-draft-ended]');
  var button = form.querySelector('button[type=submit]');

  function fields() {
    return Array.prototype.filter.call(form.elements, function (field) {
      return field.name && ['hidden', 'file', 'submit', 'button', 'password'].indexOf(field.type) < 0;
    });
  }

  function isChoice(field) {
    return field.type === 'radio' || field.type === 'checkbox';
  }

  function keep(sentFrom) {
    var values = fields().map(function (field) {
      return { name: field.name, value: field.value, chosen: isChoice(field) ? field.checked : null };
    });
    try { sessionStorage.setItem(key, JSON.stringify({ values: values, sentFrom: sentFrom })); } catch (full) { /* the form still works */ }
  }

  function restore(draft) {
    fields().forEach(function (field) {
      draft.values.filter(function (kept) { return kept.name === field.name; }).forEach(function (kept) {
        if (!isChoice(field)) { field.value = kept.value; }
        else if (kept.value === field.value) { field.checked = kept.chosen; }
      });
    });
    form.dispatchEvent(new Event('change', { bubbles: true }));
    notice.hidden = false;
  }

  var draft = read(key);
  if (document.querySelector('.error-summary')) { keep(''); }
  else if (draft) { restore(draft); }

  form.addEventListener('input', function () { keep(''); });
  form.addEventListener('change', function () { keep(''); });
  notice.querySelector('button').addEventListener('click', function () {
    sessionStorage.removeItem(key);
    location.reload();
  });

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    button.disabled = true;
    ended.hidden = true;
    keep('');
    portal.renewToken(form, form.dataset.draft).then(function (session) {
      if (session === 'ended') {
        button.disabled = false;
        ended.hidden = false;
        ended.focus();
      } else {
        keep(location.pathname);
        form.submit();
      }
    });
  });
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) { button.disabled = false; }
  });
})();
