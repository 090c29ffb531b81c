/*
 * Shows a form as it was submitted: its own layout, filled in, and closed to writing. Scripts of the form never run.
 */
(function () {
  'use strict';

  var words;

  function element(tag, properties) {
    var made = Object.assign(document.createElement(tag), properties || {});
    for (var place = 2; place < arguments.length; place += 1) {
      if (arguments[place] !== null && arguments[place] !== undefined) { made.append(arguments[place]); }
    }
    return made;
  }

  function isEmpty(value) {
    return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  }

  // Camunda Forms: a list of components

  /** The little of Markdown that our forms use: bold, links, lines. */
  function marked(text, texts) {
    var box = element('div', { className: 'submitted-text' });
    text.replace(/\{\{\s*(\w+)\s*}}/g, function (all, name) { return texts[name] || ''; })
      .split('\n').forEach(function (line) {
        var row = element('div');
        line.split(/(\*\*[^*]+\*\*|\[[^\]]+]\([^)]+\))/).forEach(function (piece) {
          var bold = /^\*\*(.+)\*\*$/.exec(piece);
          var link = /^\[(.+)]\((.+)\)$/.exec(piece);
          if (bold) { row.append(element('b', { textContent: bold[1] })); }
          else if (link && /^(\/(?!\/)|https?:)/.test(link[2])) { row.append(element('a', { href: link[2], textContent: link[1] })); }
          else { row.append(link ? link[1] : piece); }
        });
        box.append(row);
      });
    return box;
  }

  function choices(component, value) {
    var chosen = Array.isArray(value) ? value.map(String) : [String(value)];
    var list = element('div', { className: 'submitted-choices' });
    (component.values || []).forEach(function (choice) {
      var box = element('input', { type: component.type === 'checklist' ? 'checkbox' : 'radio', disabled: true });
      box.checked = !isEmpty(value) && chosen.indexOf(String(choice.value)) >= 0;
      list.append(element('label', {}, box, ' ' + choice.label));
    });
    return list;
  }

  function field(component, form) {
    var value = form.answer[component.key];
    if (component.conditional && isEmpty(value)) { return null; }
    var box = element('div', { className: 'submitted-field' });
    box.dataset.field = component.key;
    if (component.type === 'checkbox') {
      var tick = element('input', { type: 'checkbox', disabled: true });
      tick.checked = value === true;
      box.append(element('label', {}, tick, ' ' + (component.label || component.key)));
      return box;
    }
    box.append(element('div', { className: 'submitted-label', textContent: component.label || component.dateLabel || component.key }));
    if (component.values) {
      box.append(choices(component, value));
    } else {
      box.append(element('div', { className: 'submitted-value', textContent: isEmpty(value) ? words.empty : form.words[component.key] }));
    }
    if (component.description) { box.append(element('div', { className: 'submitted-hint', textContent: component.description })); }
    return box;
  }

  function components(list, form, into, shown) {
    (list || []).forEach(function (component) {
      if (component.type === 'text') { into.append(marked(component.text || '', form.texts)); return; }
      if (component.key) {
        shown[component.key] = true;
        var made = field(component, form);
        if (made) { into.append(made); }
      }
      components(component.components, form, into, shown);
    });
  }

  function camundaForm(form, into) {
    var shown = {};
    components(JSON.parse(form.source).components, form, into, shown);
    left(form, form.answer, form.words, shown, into);
  }

  // embedded forms: HTML with named fields, rows from templates, parts that a script fills

  function nameOf(node) { return node.getAttribute('name'); }

  function scopeOf(node, root) { return node.parentElement.closest('[data-row]') || root; }

  function reveal(node, root) {
    for (var each = node; each && each !== root; each = each.parentElement) {
      each.removeAttribute('hidden');
      if (each.tagName === 'DETAILS') { each.setAttribute('open', ''); }
    }
  }

  function value(said) {
    return element('div', { className: 'submitted-value', textContent: isEmpty(said) ? words.empty : String(said) });
  }

  function fill(scope, root, answer, said, shown) {
    [].slice.call(scope.querySelectorAll('[name]')).forEach(function (node) {
      var name = nameOf(node);
      if (scopeOf(node, root) !== scope || !(name in answer)) { return; }
      var given = answer[name];
      shown[name] = true;
      if (node.type === 'hidden') { return; }
      if (node.type === 'radio') {
        node.checked = !isEmpty(given) && String(given) === node.value;
        node.toggleAttribute('checked', node.checked);
        node.disabled = true;
        if (node.checked) { reveal(node, root); }
        return;
      }
      if (node.type === 'checkbox') { node.checked = given === true; node.disabled = true; reveal(node, root); return; }
      var box = node.closest('.fr-field');
      if (isEmpty(given) && box && 'required' in box.dataset) { box.hidden = true; node.remove(); return; }
      if (!isEmpty(given)) { reveal(node, root); }
      node.replaceWith(value(said[name]));
    });
  }

  /** What a script would have chosen from is not in the form: the choice stands where the script would have put it. */
  function builtByScript(scope, root, answer, said, shown) {
    Object.keys(answer).forEach(function (name) {
      if (shown[name] || isEmpty(answer[name]) || typeof answer[name] === 'object') { return; }
      var place = scope.querySelector('[data-part="' + name + '"], [data-part="' + name + 's"]');
      if (!place) { return; }
      place.replaceChildren(value(said[name]));
      reveal(place, root);
      shown[name] = true;
    });
  }

  function rows(root, form, shown) {
    [].slice.call(root.querySelectorAll('[data-rows]')).forEach(function (list) {
      var name = list.dataset.rows;
      var given = form.answer[name];
      if (!Array.isArray(given)) { return; }
      shown[name] = true;
      var template = root.querySelector('template[data-row-of="' + name + '"]');
      given.forEach(function (row, place) {
        var copy = document.importNode(template.content.firstElementChild, true);
        copy.dataset.row = name;
        list.append(copy);
        copy.querySelectorAll('input[type=radio]').forEach(function (radio) {
          radio.dataset.own = radio.name;
        });
        var rowShown = {};
        var said = form.words[name][place];
        fill(copy, root, row, said, rowShown);
        copy.querySelectorAll('input[type=radio]').forEach(function (radio) { radio.name = name + place + radio.dataset.own; });
        builtByScript(copy, root, row, said, rowShown);
        var number = copy.querySelector('[data-number]');
        if (number) { number.textContent = String(place + 1); }
        var found = form.findings[String(row.id)];
        var where = copy.querySelector('[data-part=finding]');
        if (found && where) { where.append(facts(found)); }
      });
      if (given.length > 0) { reveal(list, root); }
      var around = list.closest('section') || root;
      around.querySelectorAll('[data-part=total]').forEach(function (total) { total.textContent = String(given.length); });
      around.querySelectorAll('[data-part=none]').forEach(function (none) { none.hidden = given.length > 0; });
    });
  }

  function facts(lines) {
    var list = element('dl', { className: 'fr-facts' });
    lines.forEach(function (line) {
      list.append(element('dt', { textContent: line.label }), element('dd', { textContent: line.value }));
    });
    return list;
  }

  /** A part that only a script could fill, and a box without anything in it, say nothing. */
  function tidy(root) {
    root.querySelectorAll('script, template, .fr-error, .fr-count, button, input[type=file], input[type=hidden], [cam-variable-name]')
      .forEach(function (node) { node.remove(); });
    root.querySelectorAll('*').forEach(function (node) {
      [].slice.call(node.attributes).forEach(function (attribute) {
        if (/^on/i.test(attribute.name)) { node.removeAttribute(attribute.name); }
      });
    });
    root.querySelectorAll('[data-part], [data-text], select, textarea, .fr-passages, table, thead').forEach(function (node) {
      if (!node.textContent.trim() && !node.querySelector('input')) { node.remove(); }
    });
    root.querySelectorAll('details, section, fieldset, .fr-pair, .fr-source, .fr-field').forEach(function (node) {
      var alone = node.cloneNode(true);
      alone.querySelectorAll('summary, legend, h4, .fr-hint, .fr-bar, thead').forEach(function (head) { head.remove(); });
      if (node.matches('.fr-field')) { alone.querySelectorAll('label').forEach(function (label) { if (!label.querySelector('input')) { label.remove(); } }); }
      if (!alone.textContent.trim() && !alone.querySelector('input')) { node.remove(); }
    });
  }

  function htmlForm(form, into) {
    var parsed = new DOMParser().parseFromString(form.source, 'text/html');
    var source = parsed.querySelector('form') || parsed.body;
    source.querySelectorAll('script, iframe, object, embed, link, style, base, meta').forEach(function (node) { node.remove(); });
    var root = element('div', { className: 'fr-form submitted-html' });
    [].slice.call(source.childNodes).forEach(function (node) { root.append(document.importNode(node, true)); });
    into.append(root);
    root.querySelectorAll('.fr-body').forEach(function (body) { body.removeAttribute('hidden'); });
    var shown = {};
    fill(root, root, form.answer, form.words, shown);
    rows(root, form, shown);
    builtByScript(root, root, form.answer, form.words, shown);
    root.querySelectorAll('input').forEach(function (input) { input.disabled = true; });
    var heading = root.querySelector('[data-part=heading]');
    if (heading) {
      heading.replaceChildren(element('b', { textContent: form.texts.caseNumber }), element('strong', { textContent: form.texts.measureTitle }));
    }
    tidy(root);
    left(form, form.answer, form.words, shown, into);
  }

  // what the form has no place for

  function leftOf(form, answer, said, into) {
    Object.keys(answer).forEach(function (name) {
      if (isEmpty(answer[name])) { return; }
      into.append(element('dt', { textContent: form.labels[name] || name }));
      var told = element('dd');
      if (typeof answer[name] === 'object') {
        (Array.isArray(said[name]) ? said[name] : [said[name]]).forEach(function (each, place) {
          if (each !== null && typeof each === 'object') {
            var inner = element('dl', { className: 'fr-facts' });
            leftOf(form, (Array.isArray(answer[name]) ? answer[name][place] : answer[name]), each, inner);
            told.append(inner);
          } else {
            told.append(element('div', { textContent: each }));
          }
        });
      } else {
        told.textContent = said[name];
      }
      into.append(told);
    });
  }

  function left(form, answer, said, shown, into) {
    var rest = {};
    Object.keys(answer).forEach(function (name) { if (!shown[name] && !isEmpty(answer[name])) { rest[name] = answer[name]; } });
    if (Object.keys(rest).length === 0) { return; }
    var list = element('dl', { className: 'fr-facts' });
    leftOf(form, rest, said, list);
    into.append(element('div', { className: 'submitted-left' }, element('div', { className: 'submitted-label', textContent: words.left }), list));
  }

  /** Shows the form; `texts` are the sentences of the page. */
  window.SubmittedForm = {
    show: function (form, into, texts) {
      words = texts;
      into.replaceChildren();
      if (form.source === null) {
        into.append(element('p', { className: 'empty', textContent: words.none }));
        left(form, form.answer, form.words, {}, into);
      } else if (form.html) {
        htmlForm(form, into);
      } else {
        camundaForm(form, into);
      }
    },
  };
})();
