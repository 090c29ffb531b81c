/*
 * The editor in which somebody reads a text, and writes down what violates a standard: the text with its passages, what
 * the screening points at, and the findings. Its markup are the parts `text-review.html` and `finding-row.html` of
 * `bpmn/parts/`; the context gives `texts`, `standards`, `legalBases`, `findings`, `screening` and `caseUrl`.
 *
 * Like the kit it is always the newest: what it offers may grow, but must not change its meaning.
 */
(() => {
  'use strict';

  /**
   * The editor of one form.
   *
   * @param more what the form's own fields in a row of findings need: `fill` and `update`, like those of any rows
   */
  function textReview(more = {}) {
    const origins = new WeakMap();
    const passages = new Map();
    const items = new Map();
    let here = null;
    let initialHits = [];

    function standardOptions(form) {
      return form.context.standards.map(function (group) {
        const choices = FairReview.element('optgroup', { label: group.article + ' ' + group.name });
        group.items.forEach(function (item) {
          choices.append(FairReview.option(item.code, item.article.replace(group.article, '') + ' ' + item.label));
        });
        return choices;
      });
    }

    // the text on the left

    function showTexts(form) {
      form.context.texts.forEach(function (text) {
        form.part('passages').append(FairReview.element('h5', {}, text.name));
        if (text.passages.length === 0) {
          form.part('passages').append(FairReview.element('p', { className: 'fr-hint' }, '该文件没有可读取的文字,请手工填写原文'));
        }
        text.passages.forEach(function (passage) {
          const words = FairReview.element('span', { className: 'fr-words' }, passage.text);
          const place = FairReview.element(
            'p',
            { className: 'fr-passage', tabIndex: -1 },
            FairReview.element('span', { className: 'fr-address' }, passage.address),
            FairReview.element('span', { className: 'fr-badges' }),
            words,
          );
          passages.set(place, { fileSha256: text.sha256, passage, words, shown: '' });
          form.part('passages').append(place);
        });
      });
      const first = passages.keys().next().value;
      if (first) first.tabIndex = 0;
    }

    function offsetIn(words, node, offset) {
      const before = document.createRange();
      before.setStart(words, 0);
      before.setEnd(node, offset);
      return before.toString().length;
    }

    /** What is selected in the text: file, address, offsets in the file's text, quotation; null when nothing is. */
    function selectedPlace(form) {
      const selection = window.getSelection();
      const range = selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      if (!range || !range.intersectsNode(form.part('passages'))) return null;
      const pieces = [];
      passages.forEach(function ({ fileSha256, passage, words }, place) {
        if (!range.intersectsNode(words)) return;
        const from = place.contains(range.startContainer) ? offsetIn(words, range.startContainer, range.startOffset) : 0;
        const to = place.contains(range.endContainer)
          ? offsetIn(words, range.endContainer, range.endOffset)
          : passage.text.length;
        const quoted = passage.text.slice(from, to);
        if (quoted.trim() === '' || (pieces.length > 0 && pieces[0].fileSha256 !== fileSha256)) return;
        pieces.push({
          fileSha256,
          address: passage.address,
          start: passage.start + from + (quoted.length - quoted.trimStart().length),
          end: passage.start + from + quoted.trimEnd().length,
          quoted: quoted.trim(),
        });
      });
      if (pieces.length === 0) return null;
      const first = pieces[0];
      const last = pieces[pieces.length - 1];
      return {
        fileSha256: first.fileSha256,
        address: first === last ? first.address : first.address + '至' + last.address,
        startOffset: first.start,
        endOffset: last.end,
        quotation: pieces.map((piece) => piece.quoted).join('\n'),
      };
    }

    function wholePassage(place) {
      const { fileSha256, passage } = passages.get(place);
      return {
        fileSha256,
        address: passage.address,
        startOffset: passage.start,
        endOffset: passage.end,
        quotation: passage.text,
      };
    }

    function add(form, place) {
      const values = place || {
        fileSha256: form.context.texts.length > 0 ? form.context.texts[0].sha256 : '',
        address: '',
        startOffset: -1,
        endOffset: -1,
        quotation: '',
      };
      const row = form.addRow('findings', values);
      form.part('addHere').hidden = true;
      window.getSelection().removeAllRanges();
      form.touched();
      row.scrollIntoView({ block: 'nearest' });
      form.find(place ? 'item' : 'address', row).focus({ preventScroll: true });
    }

    function offerAtSelection(form) {
      here = selectedPlace(form);
      const button = form.part('addHere');
      button.hidden = true;
      if (here === null) return;
      const rects = window.getSelection().getRangeAt(0).getClientRects();
      const end = rects[rects.length - 1];
      const text = form.part('passages').getBoundingClientRect();
      if (end.bottom < text.top || end.top > text.bottom) return;
      const source = button.parentElement.getBoundingClientRect();
      button.hidden = false;
      button.style.top = Math.min(end.bottom - source.top + 4, source.height - 34) + 'px';
      button.style.left = Math.max(4, Math.min(end.right - source.left - 40, source.width - 110)) + 'px';
    }

    function moveTo(place) {
      if (!place) return;
      passages.forEach(function (_, other) {
        other.tabIndex = -1;
      });
      place.tabIndex = 0;
      place.focus();
    }

    function walk(form, event) {
      const place = event.target;
      if (!passages.has(place) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const all = [...passages.keys()];
      const next = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (next) {
        moveTo(all[Math.max(0, Math.min(all.length - 1, all.indexOf(place) + next))]);
      } else if (event.key === 'Home' || event.key === 'End') {
        moveTo(event.key === 'Home' ? all[0] : all[all.length - 1]);
      } else if (event.key === 'Enter') {
        add(form, selectedPlace(form) || wholePassage(place));
      } else {
        return;
      }
      event.preventDefault();
    }

    // hits of the screening

    const ASK_AGAIN_AFTER = 3000;
    const QUOTED_WHOLE = 500;

    function hitOf(form, key) {
      return form.context.screening && form.context.screening.hits.find((hit) => hit.hit === key);
    }

    function passageOf(hit) {
      return [...passages].find(function ([, { fileSha256, passage }]) {
        return fileSha256 === hit.fileSha256 && passage.start <= hit.start && passage.end > hit.start;
      });
    }

    function unwritten(hit) {
      return { hit: hit.hit, number: hit.number, dismissed: hit.dismissed, reason: hit.dismissal };
    }

    function showScreening(form) {
      const screening = form.context.screening;
      form.show(form.part('hitsBox'), Boolean(screening));
      if (!screening) return;
      initialHits = screening.hits;
      form.part('hitsSaid').textContent = screening.by || screening.said;
      form.part('unscreened').replaceChildren(...screening.unscreened.map((said) => FairReview.element('li', {}, said)));
      form.show(form.part('unscreened'), screening.unscreened.length > 0);
      if (!screening.over) setTimeout(() => askScreening(form), ASK_AGAIN_AFTER);
    }

    /** The hits are not brought into a form that somebody writes in; they come when the person asks for them. */
    function askScreening(form) {
      if (!form.root.isConnected) return;
      fetch(form.link(form.context.caseUrl + '/screening', '').href, { credentials: 'same-origin' })
        .then((response) => (response.ok ? response.json() : { over: false }))
        .then(function (standing) {
          if (standing.said) form.part('hitsSaid').textContent = standing.said;
          form.show(form.part('hitsLoad'), standing.over);
          if (!standing.over) setTimeout(() => askScreening(form), ASK_AGAIN_AFTER);
        })
        .catch(() => setTimeout(() => askScreening(form), ASK_AGAIN_AFTER * 5));
    }

    async function loadHits(form) {
      const typed = form.read(form.root, true).hits;
      try {
        await form.load();
      } catch (error) {
        form.say(error.message);
        return;
      }
      form.show(form.part('hitsLoad'), false);
      showScreening(form);
      form.write({ hits: mergedHits(form, typed) });
      form.touched();
    }

    /** The hits as they are now, with what was written about them before. */
    function mergedHits(form, written) {
      const before = new Map((written || []).map((row) => [row.hit, row]));
      return (form.context.screening ? form.context.screening.hits : []).map(function (hit) {
        const row = before.get(hit.hit);
        return row ? { ...unwritten(hit), dismissed: row.dismissed, reason: row.reason } : unwritten(hit);
      });
    }

    /** A finding as the hit suggests it: the passage where it is short, else the words of the hit. */
    function draftOf(form, hit) {
      const found = passageOf(hit);
      const passage = found && passages.get(found[0]).passage;
      const whole = passage && passage.text.length <= QUOTED_WHOLE;
      const start = whole ? passage.start : hit.start;
      const end = whole ? passage.end : hit.end;
      return {
        fileSha256: hit.fileSha256,
        address: hit.address,
        startOffset: start,
        endOffset: end,
        quotation: passage ? passage.text.slice(start - passage.start, end - passage.start) : '',
        hit: hit.hit,
        item: hit.item,
        subItem: hit.subItem,
        reason: hit.reason,
      };
    }

    function findingOf(form, key) {
      return form.rows('findings').find((row) => form.value('hit', row) === key);
    }

    function accept(form, row) {
      const hit = hitOf(form, form.value('hit', row));
      const finding = form.addRow('findings', draftOf(form, hit));
      form.find('dismissed', row).value = 'false';
      form.refresh();
      form.touched();
      form.toggle(finding, true);
      finding.scrollIntoView({ block: 'nearest' });
      form.find('reason', finding).focus({ preventScroll: true });
    }

    function dismiss(form, row, dismissed) {
      form.find('dismissed', row).value = String(dismissed);
      form.refreshRow(row);
      form.touched();
      form.toggle(row, dismissed);
      if (dismissed) form.find('reason', row).focus();
    }

    /** The other hits of the row's passage, which stand behind the best one. */
    function othersOf(row) {
      const others = [];
      let next = row.nextElementSibling;
      while (next && next.classList.contains('fr-hit-other')) {
        others.push(next);
        next = next.nextElementSibling;
      }
      return others;
    }

    /** All hits of the passage that are no finding, for one reason. */
    function dismissAll(form, row) {
      othersOf(row)
        .filter((other) => !findingOf(form, form.value('hit', other)))
        .forEach(function (other) {
          form.find('dismissed', other).value = 'true';
          form.refreshRow(other);
        });
      showOthers(form, row);
      dismiss(form, row, true);
    }

    const hits = {
      fill(form, row, values) {
        const hit = hitOf(form, values.hit);
        if (!hit) return;
        const found = passageOf(hit);
        form.part('title', row).textContent = hit.address + ' · ' + hit.itemLabel;
        form.part('quoted', row).textContent = found ? passages.get(found[0]).passage.text : '';
        form.part('facts', row).replaceChildren(
          FairReview.facts([
            ['审查标准', hit.itemLabel],
            ['细目', hit.subItemLabel],
            ['命中词语', hit.words],
            ['为什么值得看', hit.reason],
            ['请核实', hit.question],
            ['规则', hit.rule],
            ['责任单位', hit.note],
          ]),
        );
        form.part('earlier', row).textContent = hit.said || '';
        showSimilar(form, row, hit.similar || []);
        row.classList.toggle('fr-hit-other', hit.others < 0);
        form.show(form.part('others', row), hit.others > 0);
        form.part('others', row).textContent = '同一段另有 ' + hit.others + ' 条提示';
        form.part('others', row).addEventListener('click', () => showOthers(form, row));
        form.part('locate', row).addEventListener('click', () => goTo(found && found[0]));
        form.part('accept', row).addEventListener('click', () => accept(form, row));
        form.part('dismiss', row).addEventListener('click', () => dismiss(form, row, true));
        form.part('dismissAll', row).addEventListener('click', () => dismissAll(form, row));
        form.part('reopen', row).addEventListener('click', () => dismiss(form, row, false));
        form.part('toFinding', row).addEventListener('click', () => showFinding(form, findingOf(form, values.hit)));
      },

      update(form, row) {
        const key = form.value('hit', row);
        const hit = hitOf(form, key);
        const finding = findingOf(form, key);
        const dismissed = !finding && form.value('dismissed', row) === true;
        const open = !finding && !dismissed;
        form.show(form.part('accept', row), open);
        form.show(form.part('dismiss', row), open);
        form.show(form.part('dismissAll', row), open && Boolean(hit && hit.others > 0));
        form.find('reason', row).placeholder = hit && hit.others < 0 ? '不填的，与本段第一条提示的理由相同' : '';
        form.show(form.part('reopen', row), dismissed);
        form.show(form.part('toFinding', row), Boolean(finding));
        form.show(form.part('reasonField', row), dismissed);
        form.show(form.part('earlier', row), Boolean(dismissed && hit && hit.said));
        form.part('fate', row).textContent = finding
          ? '已列为问题' + (form.rows('findings').indexOf(finding) + 1)
          : dismissed
            ? '不作为问题'
            : '未处理';
        row.classList.toggle('fr-hit-open', open);
        if (!open) row.classList.add('fr-shown');
      },
    };

    /** Earlier findings that resemble the passage, and how they ended. */
    function showSimilar(form, row, similar) {
      form.show(form.part('similar', row), similar.length > 0);
      form.part('similarTotal', row).textContent = '（' + similar.length + '条）';
      form.part('similarRows', row).replaceChildren(
        ...similar.map((earlier) =>
          FairReview.element(
            'div',
            { className: 'fr-finding' },
            form.link(earlier.url, earlier.caseNumber),
            FairReview.element('span', { className: 'fr-hint' }, ' ' + earlier.address + ' · ' + earlier.likeness),
            FairReview.element('blockquote', { className: 'fr-words' }, earlier.quotation),
            FairReview.facts([
              ['审查标准', earlier.item],
              ['处理结果', earlier.ended],
              ['说明', earlier.note],
              ['审查结论', earlier.year + '年，' + earlier.conclusion],
            ]),
          ),
        ),
      );
    }

    function showOthers(form, row) {
      form.show(form.part('others', row), false);
      othersOf(row).forEach((other) => other.classList.add('fr-shown'));
    }

    function passagesOf(form) {
      return form
        .rows('hits')
        .filter((row) => !row.classList.contains('fr-hit-other'))
        .map((row) => [row, ...othersOf(row)]);
    }

    /** Passages about which something is left to decide; one with a finding is decided. */
    function openPassages(form) {
      return passagesOf(form).filter(
        (rows) =>
          rows.some((row) => row.classList.contains('fr-hit-open')) &&
          !rows.some((row) => findingOf(form, form.value('hit', row))),
      ).length;
    }

    // findings marked in the text

    function mark(form) {
      const findings = form.rows('findings').map(function (row, place) {
        return {
          row,
          number: place + 1,
          file: form.value('fileSha256', row),
          address: form.value('address', row),
          start: form.value('startOffset', row),
          end: form.value('endOffset', row),
        };
      });
      passages.forEach(function (entry, place) {
        const { fileSha256, passage, words } = entry;
        const own = findings.filter(function (finding) {
          if (finding.file !== fileSha256) return false;
          if (finding.start < 0) return finding.address === passage.address;
          return finding.start < passage.end && finding.end > passage.start;
        });
        const pointedAt = (form.context.screening ? form.context.screening.hits : []).filter(
          (hit) => hit.fileSha256 === fileSha256 && hit.start < passage.end && hit.end > passage.start,
        );
        const shown =
          own.map((finding) => [finding.number, finding.start, finding.end].join()).join(';') +
          '/' +
          pointedAt.map((hit) => hit.hit).join();
        if (shown === entry.shown) return;
        entry.shown = shown;
        place.classList.toggle('fr-marked', own.length > 0);
        place
          .querySelector('.fr-badges')
          .replaceChildren(
            ...own.map((finding) => badge(form, finding)),
            ...pointedAt.filter((hit) => hit.others >= 0).map((hit) => hitBadge(form, hit)),
          );
        words.replaceChildren(...marked(passage, own, pointedAt));
      });
    }

    function badge(form, finding) {
      const button = FairReview.element('button', {
        type: 'button',
        className: 'fr-badge',
        textContent: '问题' + finding.number,
      });
      button.addEventListener('click', () => showFinding(form, finding.row));
      return button;
    }

    function showFinding(form, row) {
      if (!row) return;
      form.toggle(row, true);
      row.scrollIntoView({ block: 'nearest' });
      form.find('item', row).focus({ preventScroll: true });
    }

    function hitBadge(form, hit) {
      const button = FairReview.element('button', {
        type: 'button',
        className: 'fr-badge fr-hit-badge',
        textContent: '提示' + hit.number,
      });
      button.addEventListener('click', function () {
        const row = form.rows('hits').find((candidate) => form.value('hit', candidate) === hit.hit);
        if (!row) return;
        form.part('hitsBox').open = true;
        form.toggle(row, true);
        row.scrollIntoView({ block: 'nearest' });
        row.querySelector('button').focus({ preventScroll: true });
      });
      return button;
    }

    function marked(passage, findings, pointedAt) {
      const cuts = new Set([0, passage.text.length]);
      findings
        .concat(pointedAt)
        .filter((finding) => finding.start >= 0)
        .forEach(function (finding) {
          cuts.add(Math.max(0, finding.start - passage.start));
          cuts.add(Math.min(passage.text.length, finding.end - passage.start));
        });
      const sorted = [...cuts].sort((a, b) => a - b);
      return sorted.slice(1).map(function (to, i) {
        const from = sorted[i];
        const covered = findings.some(
          (finding) => finding.start <= passage.start + from && finding.end >= passage.start + to,
        );
        const hinted = pointedAt.some((hit) => hit.start <= passage.start + from && hit.end >= passage.start + to);
        const text = passage.text.slice(from, to);
        const piece = hinted ? FairReview.element('span', { className: 'fr-hinted' }, text) : document.createTextNode(text);
        return covered ? FairReview.element('mark', {}, piece) : piece;
      });
    }

    function locate(form, row) {
      const file = form.value('fileSha256', row);
      const start = form.value('startOffset', row);
      const address = form.value('address', row);
      const found = [...passages].find(function ([, { fileSha256, passage }]) {
        return fileSha256 === file && (start < 0 ? passage.address === address : passage.end > start);
      });
      goTo(found && found[0]);
    }

    function goTo(place) {
      if (!place) return;
      place.scrollIntoView({ block: 'center' });
      moveTo(place);
    }

    const findings = {
      fill(form, row, values) {
        form.choices(
          form.find('fileSha256', row),
          form.context.texts.map((text) => ({ value: text.sha256, label: text.name })),
        );
        form.find('item', row).replaceChildren(FairReview.option('', '请选择'), ...standardOptions(form));
        subItems(form, row, values.item);
        form.choices(form.find('legalBasis', row), form.context.legalBases);
        form.part('locate', row).addEventListener('click', () => locate(form, row));
        more.fill?.(form, row, values, items.get(values.item));
        if (values.startOffset >= 0) origins.set(row, { ...values });
        const carried = form.context.findings.find((finding) => finding.id === values.id);
        if (carried && carried.standardsChanged) {
          form.part('standardsChanged', row).textContent = carried.standardsChanged;
          form.show(form.part('standardsChanged', row), true);
        }
        if (!carried || !carried.carriedLabel) return;
        form.part('carried', row).textContent = carried.carriedLabel;
        form.show(form.part('carried', row), true);
        form.show(row.querySelector('[data-act="remove"]'), false);
        form.find('quotation', row).readOnly = true;
        if (!form.context.texts.some((text) => text.sha256 === carried.fileSha256)) {
          form.find('fileSha256', row).append(FairReview.option(carried.fileSha256, '上一轮审查的版本'));
        }
      },

      update(form, row) {
        const code = form.value('item', row);
        const item = items.get(code);
        subItems(form, row, code);
        const subItem = item && item.subItems.find((candidate) => candidate.code === form.value('subItem', row));
        const basis = form.value('legalBasis', row);
        form.part('title', row).textContent = [form.value('address', row), item ? item.article : '']
          .filter(Boolean)
          .join(' · ');
        form.part('itemText', row).textContent = item ? item.article + ':' + item.label : '';
        form.part('subItemText', row).textContent = subItem ? subItem.citation + ':' + subItem.label : '';
        form.show(form.part('subItemField', row), Boolean(item && item.subItems.length > 0));
        form.show(form.part('legalBasisField', row), Boolean(item && item.legalBasisQuestion));
        form.show(
          form.part('legalBasisSourceField', row),
          Boolean(item && item.legalBasisQuestion && basis && basis !== 'NONE'),
        );
        form.show(form.part('specificOperatorField', row), Boolean(item && item.specificOperatorQuestion));
        keepOffsets(form, row);
        more.update?.(form, row, item);
      },
    };

    function subItems(form, row, code) {
      const select = form.find('subItem', row);
      if (select.dataset.item === (code || '')) return;
      select.dataset.item = code || '';
      const item = items.get(code);
      form.choices(
        select,
        (item ? item.subItems : []).map((subItem) => ({
          value: subItem.code,
          label: subItem.citation + ' ' + subItem.label,
        })),
        '没有对应的细目',
      );
    }

    /** A quotation that was rewritten no longer stands at its offsets. */
    function keepOffsets(form, row) {
      const origin = origins.get(row);
      if (!origin) return;
      const same =
        form.value('quotation', row) === origin.quotation && form.value('fileSha256', row) === origin.fileSha256;
      form.find('startOffset', row).value = same ? origin.startOffset : -1;
      form.find('endOffset', row).value = same ? origin.endOffset : -1;
    }

    function listen(form) {
      const keepSelection = (event) => event.preventDefault();
      ['add', 'addHere'].forEach(function (name) {
        form.part(name).addEventListener('mousedown', keepSelection);
        form.part(name).addEventListener('click', () => add(form, selectedPlace(form) || here));
      });
      form.part('addTyped').addEventListener('click', () => add(form, null));
      form.part('hitsLoad').addEventListener('click', () => loadHits(form));
      form.part('closeAll').addEventListener('click', () => form.rows('findings').forEach((row) => form.toggle(row, false)));
      form.part('openAll').addEventListener('click', () => form.rows('findings').forEach((row) => form.toggle(row, true)));
      form.part('passages').addEventListener('keydown', (event) => walk(form, event));
      form.part('passages').addEventListener('scroll', () => offerAtSelection(form), { passive: true });
      form.part('passages').addEventListener('focusin', function (event) {
        const place = event.target.closest('.fr-passage');
        if (place && place.tabIndex !== 0) {
          passages.forEach(function (_, other) {
            other.tabIndex = -1;
          });
          place.tabIndex = 0;
        }
      });
      document.addEventListener('selectionchange', function offer() {
        if (form.root.isConnected) offerAtSelection(form);
        else document.removeEventListener('selectionchange', offer);
      });
    }

    return {
      rows: { findings, hits },
      items,
      passages,
      add,

      fill(form) {
        form.context.standards.forEach((group) => group.items.forEach((item) => items.set(item.code, item)));
        showTexts(form);
        showScreening(form);
        listen(form);
      },

      /** The rows that the form begins with. */
      initial: (form) => ({ findings: form.context.findings, hits: mergedHits(form, []) }),

      /** A draft may know hits that are gone, or come from a form that knew none. */
      restored: (form, values) => ({ ...values, hits: mergedHits(form, values.hits) }),

      /** Of the hits go those that are no problem, or no longer none. */
      answer(answer) {
        const before = new Map(initialHits.map((hit) => [hit.hit, hit.dismissed]));
        const others = new Set(initialHits.filter((hit) => hit.others < 0).map((hit) => hit.hit));
        let first = '';
        answer.hits = answer.hits
          .map(function (row) {
            const dismissed = row.dismissed === true;
            const other = others.has(row.hit);
            if (!other) first = dismissed ? row.reason : '';
            return { ...row, dismissed, reason: dismissed ? (other && row.reason.trim() === '' ? first : row.reason) : '' };
          })
          .filter((row) => !answer.findings.some((finding) => finding.hit === row.hit))
          .filter((row) => row.dismissed || before.get(row.hit) === true);
        return answer;
      },

      update(form) {
        const total = form.rows('findings').length;
        form.part('total').textContent = String(total);
        form.rows('hits').forEach((row) => form.refreshRow(row));
        const all = passagesOf(form).length;
        form.part('hitsTotal').textContent = all > 0 ? '（' + all + '段，' + openPassages(form) + '段未处理）' : '';
        form.show(form.part('none'), total === 0);
        form.show(form.part('closeAll'), total > 1);
        form.show(form.part('openAll'), total > 1);
        mark(form);
      },
    };
  }

  FairReview.textReview = textReview;
})();
