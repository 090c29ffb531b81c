/*
 * What the task forms in Tasklist share. A form is deployed with its process and lives as long as the cases that
 * began with it, the kit is always the newest: what it offers may grow, but must not change its meaning.
 *
 * A form is HTML: every element with a `name` is a field of the answer; a `data-rows` element is a list of the answer,
 * its rows are copies of the `template` with the same `data-row-of`. `data-type` says what a value becomes: text when
 * absent, `nullable` text, `integer`, `boolean`. A field inside something `hidden` is not asked and is sent empty.
 */
(() => {
  'use strict';

  if (window.FairReview) return;

  const BASE = document.currentScript.src.replace(/\/forms\/kit\.js.*$/, '');
  const LONGEST = 20000;
  const SAVE_AFTER = 400;
  const ASK_AFTER = 2000;
  const MOST_ASKED = 300;
  const DRAFT = 'fairreview.draft.';
  const CARRIED = 'fairreview.carried.';
  const DRAFTS_KEPT = 60 * 24 * 3600 * 1000;

  /** A new element; data goes in as text only. */
  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }

  function option(value, label) {
    return element('option', { value, textContent: label, title: label });
  }

  /** Terms and what they say, without those that say nothing. */
  function facts(pairs) {
    const list = element('dl', { className: 'fr-facts' });
    pairs
      .filter(([, said]) => said !== null && said !== undefined && said !== '')
      .forEach(([term, said]) => list.append(element('dt', {}, term), element('dd', {}, said)));
    return list;
  }

  function size(bytes) {
    return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  }

  /** A finding to read: where, what, which standard, why, what to change, and `more` pairs of term and text. */
  function finding(row, more = []) {
    return element(
      'div',
      { className: 'fr-finding' },
      row.carriedLabel ? element('p', { className: 'fr-carried' }, row.carriedLabel) : null,
      element('blockquote', {}, element('span', { className: 'fr-address' }, row.address), row.quotation),
      facts([
        ['审查标准', row.standard],
        ['细目', row.subStandard],
        ['理由', row.reason],
        ['修改要求', row.requiredChange],
        ['第十条依据', [row.legalBasisLabel, row.legalBasisSource].filter(Boolean).join(':')],
        ['特定经营者', row.specificOperator === null ? null : row.specificOperator ? '指向特定经营者' : '不指向特定经营者'],
        ...more,
      ]),
    );
  }

  /** What an adviser was asked and said: question by question, and what became of it. */
  function legalAdvice(opinion) {
    const { legal } = opinion;
    const many = legal.questions.length > 1;
    return element(
      'div',
      { className: 'fr-finding' },
      legal.superseded ? element('p', { className: 'fr-carried' }, '已被取代') : null,
      facts([
        [opinion.kind, opinion.adviser + (opinion.givenAt ? `（${opinion.givenAt}）` : '')],
        ['取代', legal.supersedes ? `${legal.supersedes}\n${legal.supersedeReason}` : null],
        ['回避', legal.declines.join('\n')],
        ...legal.questions.flatMap((each, at) => [
          [many ? `问题${at + 1}` : '所提问题', each.question],
          ['意见', each.opinion ?? '尚未答复'],
        ]),
        ['总体意见', legal.assessment],
        [
          '附件',
          legal.files.length > 0
            ? element(
                'ul',
                { className: 'fr-files' },
                ...legal.files.map((file) =>
                  element('li', {}, element('a', { href: BASE + file.url, target: '_blank', textContent: file.name })),
                ),
              )
            : null,
        ],
        ['采纳情况', legal.adopted],
        ['采纳情况的理由', legal.adoptionReason],
      ]),
    );
  }

  function advice(opinion) {
    if (opinion.legal) return legalAdvice(opinion);
    return element(
      'div',
      { className: 'fr-finding' },
      facts([
        [opinion.kind ?? '法律顾问', opinion.adviser + (opinion.givenAt ? `（${opinion.givenAt}）` : '')],
        ['所提问题', opinion.question],
        ['态度', opinion.position],
        ['意见', opinion.opinion ?? '尚未答复'],
        ['报告', opinion.url ? element('a', { href: BASE + opinion.url, target: '_blank', textContent: '打开评估报告' }) : null],
      ]),
      ...(opinion.proposals ?? []).map(proposal),
    );
  }

  /** What an institution found: nothing that binds the reviewer. */
  function proposal(found) {
    const shown = element(
      'div',
      { className: 'fr-finding' },
      element('p', { className: 'fr-carried' }, '评估机构提出，供参考'),
      element('blockquote', {}, found.quotation),
      facts([
        ['审查标准', found.standard],
        ['影响', found.effect],
        ['建议', found.suggestion],
        ['处理', found.useLabel],
      ]),
    );
    shown.dataset.proposal = '';
    return shown;
  }

  const nameOf = (field) => field.dataset.name ?? field.name;

  function emptyValue(field) {
    return field.dataset.type ? null : '';
  }

  function valueOf(field) {
    if (field.type === 'checkbox') return field.checked;
    if (field.value === '') return emptyValue(field);
    switch (field.dataset.type) {
      case 'boolean':
        return field.value === 'true';
      case 'integer':
        return Number(field.value);
      default:
        return field.value;
    }
  }

  function put(field, value) {
    if (field.type === 'radio') field.checked = value !== null && value !== undefined && String(value) === field.value;
    else if (field.type === 'checkbox') field.checked = value === true;
    else field.value = value ?? '';
  }

  /** The refusal as text: the engine's answer is escaped, because Tasklist shows it as HTML. */
  function unescape(message) {
    const signs = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
    return message.replace(/&(lt|gt|quot|#39|amp);/g, (sign) => signs[sign]);
  }

  function stored(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  function forgetOldDrafts() {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(DRAFT) || key.startsWith(CARRIED))
      .filter((key) => !(stored(key)?.at > Date.now() - DRAFTS_KEPT))
      .forEach((key) => localStorage.removeItem(key));
  }

  function clockTime(millis) {
    const time = new Date(millis);
    const two = (number) => String(number).padStart(2, '0');
    return `${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`;
  }

  let ids = 0;

  /** One form on the screen. */
  class Form {
    constructor(camForm, definition) {
      this.camForm = camForm;
      this.definition = definition;
      this.root = camForm.formElement[0];
      this.body = this.root.querySelector('.fr-body');
      this.answer = this.root.querySelector('[cam-variable-name="answer"]');
      this.context = null;
      this.uploads = 0;
      this.done = false;
      const user = camForm.options?.urlParams?.userId ?? '';
      this.draftKey = `${DRAFT}${user}.${camForm.taskId}`;
      this.carriedKey = (caseNumber) => `${CARRIED}${user}.${this.root.dataset.form}.${caseNumber}`;
      this.refusal = element('div', { className: 'fr-refusal', hidden: true, tabIndex: -1 });
      this.refusal.setAttribute('role', 'alert');
      this.notice = element('div', { className: 'fr-notice', hidden: true });
      this.status = element('div', { className: 'fr-status' });
      this.root.prepend(this.refusal, this.notice);
      this.root.append(this.status);
      this.listen();
    }

    listen() {
      this.camForm.on('submit', () => this.beforeSubmit());
      this.camForm.on('submit-success', () => this.afterSubmit());
      this.camForm.on('submit-failed', (_, [error]) => this.refused(error));
      this.camForm.on('store', () => {
        this.camForm.storePrevented = true;
        this.saveDraft();
      });
      this.root.addEventListener('input', (event) => this.changed(event.target));
      this.root.addEventListener('change', (event) => this.changed(event.target));
      this.root.addEventListener('click', (event) => this.pressed(event));
      window.addEventListener('pagehide', () => this.root.isConnected && this.unsaved && this.saveDraft());
    }

    async open() {
      this.status.textContent = this.asked ? '' : '正在读取…';
      try {
        await this.load();
      } catch (error) {
        this.status.textContent = '';
        this.say(error.message);
        if (error.closed) this.openWhenClaimed();
        return;
      }
      this.refusal.hidden = true;
      this.enhance(this.root);
      this.body.hidden = false;
      this.definition.fill(this);
      this.refresh();
      this.initial = this.read(this.root, true);
      this.restore();
    }

    /** A restricted case opens to those who claim its task, and Tasklist does not load the form again. */
    openWhenClaimed() {
      this.asked = (this.asked ?? 0) + 1;
      if (this.asked > MOST_ASKED) return;
      setTimeout(() => this.root.isConnected && this.open(), ASK_AFTER);
    }

    async load() {
      const response = await fetch(`${BASE}/forms/tasks/${encodeURIComponent(this.camForm.taskId)}`, {
        credentials: 'same-origin',
        headers: { Accept: 'application/json' },
      }).catch(() => null);
      if (!response) throw new Error('网络中断,表单内容未能读取,请稍后刷新页面');
      if (response.status === 401) throw new Error('登录已过期,请重新登录后再打开本任务');
      if (response.status === 404) {
        throw Object.assign(new Error('您不能办理本任务，或者任务已办结；限制案件须先认领，再查看内容'), { closed: true });
      }
      if (!response.ok) throw new Error(`表单内容未能读取(${response.status}),请刷新页面`);
      const { context, csrfHeader, csrfToken } = await response.json();
      this.context = context;
      this.csrf = { [csrfHeader]: csrfToken };
    }

    // reading and writing fields

    find(name, scope = this.root) {
      return this.fields(scope).find((field) => nameOf(field) === name);
    }

    value(name, scope = this.root) {
      const fields = this.fields(scope).filter((field) => nameOf(field) === name);
      const field = fields.find((candidate) => candidate.type !== 'radio' || candidate.checked);
      return field ? valueOf(field) : null;
    }

    part(name, scope = this.root) {
      return scope.querySelector(`[data-part="${name}"]`);
    }

    fields(scope = this.root) {
      return [...scope.querySelectorAll('[name]')].filter((field) => this.scopeOf(field) === scope);
    }

    scopeOf(node) {
      return node.parentElement.closest('[data-row]') ?? this.root;
    }

    isAsked(node) {
      const off = node.closest('[hidden]');
      return !off || !this.body.contains(off);
    }

    /** The answer of a scope; with `typed` also what is not asked at the moment, for the draft. */
    read(scope = this.root, typed = false) {
      const answer = {};
      for (const field of this.fields(scope)) {
        const name = nameOf(field);
        const counts = field.type === 'hidden' || typed || this.isAsked(field);
        if (field.type === 'radio' && !field.checked) answer[name] ??= emptyValue(field);
        else answer[name] = counts ? valueOf(field) : emptyValue(field);
      }
      for (const list of scope.querySelectorAll('[data-rows]')) {
        if (this.scopeOf(list) === scope) {
          answer[list.dataset.rows] =
            typed || this.isAsked(list) ? this.rows(list.dataset.rows).map((row) => this.read(row, typed)) : [];
        }
      }
      return answer;
    }

    write(values, scope = this.root) {
      for (const [name, value] of Object.entries(values)) {
        const list = this.list(name);
        if (scope === this.root && list) {
          list.replaceChildren();
          value.forEach((row) => this.addRow(name, row));
          if (value.length > 3) this.rows(name).forEach((row) => this.toggle(row, false));
        }
        this.fields(scope)
          .filter((field) => nameOf(field) === name)
          .forEach((field) => put(field, value));
      }
      this.refresh();
    }

    /** Fills every `data-text` element with the value of that name. */
    texts(values, scope = this.root) {
      scope.querySelectorAll('[data-text]').forEach((place) => {
        const value = values[place.dataset.text];
        if (value !== undefined) place.textContent = value ?? '';
      });
    }

    choices(select, choices, first = '请选择') {
      select.replaceChildren(option('', first), ...choices.map((choice) => option(choice.value, choice.label)));
    }

    /** Radio buttons for choices; `type` as in `data-type`. */
    radios(place, name, choices, type) {
      place.replaceChildren(
        ...choices.map((choice) => {
          const radio = element('input', { type: 'radio', name, value: choice.value });
          radio.dataset.type = type;
          return element('label', { className: 'fr-choice' }, radio, choice.label);
        }),
      );
    }

    show(node, visible) {
      node.hidden = !visible;
    }

    /** The measure at the top of the form, and its files. */
    heading() {
      const context = this.context;
      this.part('heading').replaceChildren(
        this.link(context.caseUrl, context.caseNumber),
        element('strong', {}, context.title),
        context.standardsChanged ? element('p', { className: 'fr-box fr-warn' }, context.standardsChanged) : '',
      );
      this.part('measure')?.replaceChildren(
        facts([
          ['起草单位', `${context.draftingUnit}(${context.submittedBy},${context.submittedAt})`],
          ['文件种类', context.kind],
          ['出台方式', context.issuance],
          ['制定依据', context.legalBasis],
          ...context.fileRoles.map((role) => [role.label, this.files(role.value)]),
        ]),
      );
    }

    /** Links to the files of a role, null when there are none. */
    files(role) {
      const files = this.context.files.filter((file) => file.role === role);
      if (files.length === 0) return null;
      return element(
        'ul',
        { className: 'fr-files' },
        ...files.map((file) => element('li', {}, this.link(file.url, file.name), ` (${size(file.size)})`)),
      );
    }

    statement() {
      const said = this.context.statement;
      return facts([
        ['听取意见', said.heard ? '已听取' : '未听取'],
        ['听取情况', said.hearing],
        ['采纳情况', said.adoption],
        ['初审意见', said.firstOpinion],
      ]);
    }

    link(url, text) {
      return element('a', { href: BASE + url, target: '_blank', textContent: text });
    }

    // rows

    list(name) {
      return this.root.querySelector(`[data-rows="${name}"]`);
    }

    rows(name) {
      return [...this.list(name).children];
    }

    addRow(name, values = {}) {
      const list = this.list(name);
      const row = this.root
        .querySelector(`template[data-row-of="${name}"]`)
        .content.firstElementChild.cloneNode(true);
      row.dataset.row = name;
      const suffix = `-${(ids += 1)}`;
      row.querySelectorAll('input[type="radio"]').forEach((radio) => {
        radio.dataset.name = radio.name;
        radio.name += suffix;
      });
      list.append(row);
      this.definition.rows?.[name]?.fill?.(this, row, values);
      this.fields(row)
        .filter((field) => nameOf(field) in values)
        .forEach((field) => put(field, values[nameOf(field)]));
      this.enhance(row);
      this.refreshRow(row);
      return row;
    }

    removeRow(row) {
      const next = row.nextElementSibling ?? row.previousElementSibling ?? this.list(row.dataset.row);
      row.remove();
      (next.querySelector?.('button, input, select, textarea') ?? next).focus?.();
      this.touched();
    }

    holdsText(row) {
      return this.fields(row).some((field) => field.type !== 'hidden' && field.tagName !== 'SELECT' && field.value.trim());
    }

    /** Asks in the row itself: Tasklist's sandbox allows no dialogs. */
    askRemoval(row) {
      if (!this.holdsText(row)) {
        this.removeRow(row);
        return;
      }
      if (row.querySelector('.fr-confirm')) return;
      const yes = element('button', { type: 'button', className: 'fr-button fr-danger', textContent: '删除' });
      const no = element('button', { type: 'button', className: 'fr-button', textContent: '保留' });
      const question = element('div', { className: 'fr-confirm' }, '本条已有内容,确定删除?', yes, no);
      question.setAttribute('role', 'group');
      yes.addEventListener('click', () => this.removeRow(row));
      no.addEventListener('click', () => {
        question.remove();
        row.querySelector('[data-act="remove"]').focus();
      });
      row.firstElementChild.after(question);
      no.focus();
    }

    toggle(row, open = row.classList.contains('fr-closed')) {
      row.classList.toggle('fr-closed', !open);
      const button = row.querySelector('[data-act="toggle"]');
      if (button) {
        button.textContent = open ? '收起' : '展开';
        button.setAttribute('aria-expanded', String(open));
      }
      if (open) this.fields(row).forEach(fit);
    }

    pressed(event) {
      const button = event.target.closest('[data-act]');
      const row = button?.closest('[data-row]');
      if (!row) return;
      if (button.dataset.act === 'remove') this.askRemoval(row);
      if (button.dataset.act === 'toggle') this.toggle(row);
    }

    // what follows from an input

    changed(target) {
      const row = target.closest('[data-row]');
      row?.querySelector('.fr-row-refusal')?.remove();
      if (row) this.refreshRow(row);
      if (target.tagName === 'TEXTAREA') {
        count(target);
        fit(target);
      }
      this.touched();
    }

    /** To be called after a change that no field reports. */
    touched() {
      this.definition.update?.(this);
      this.renumber();
      clearTimeout(this.timer);
      this.unsaved = true;
      this.timer = setTimeout(() => this.saveDraft(), SAVE_AFTER);
      if (this.answer.value !== 'typed') {
        // lets Tasklist know that there is something to save
        this.answer.value = 'typed';
        this.answer.dispatchEvent(new Event('input'));
      }
    }

    refresh() {
      this.root.querySelectorAll('[data-row]').forEach((row) => this.refreshRow(row));
      this.definition.update?.(this);
      this.renumber();
      this.root.querySelectorAll('textarea[name]').forEach((area) => {
        count(area);
        fit(area);
      });
    }

    refreshRow(row) {
      this.definition.rows?.[row.dataset.row]?.update?.(this, row);
    }

    renumber() {
      this.root.querySelectorAll('[data-rows]').forEach((list) => {
        [...list.children].forEach((row, place) => {
          const number = row.querySelector('[data-number]');
          if (number) number.textContent = String(place + 1);
        });
      });
    }

    /** Ties labels, hints and counters to their fields. */
    enhance(scope) {
      scope.querySelectorAll('.fr-field').forEach((box) => {
        const field = box.querySelector('input, select, textarea');
        const label = box.querySelector('label, legend');
        if (!field || !label || box.dataset.enhanced) return;
        box.dataset.enhanced = '';
        if (label.tagName === 'LABEL') {
          field.id = `fr-${(ids += 1)}`;
          label.htmlFor = field.id;
          if ('required' in box.dataset) field.setAttribute('aria-required', 'true');
        }
        const hint = box.querySelector('.fr-hint');
        if (hint) {
          hint.id = `fr-${(ids += 1)}`;
          field.setAttribute('aria-describedby', hint.id);
        }
        if (field.tagName === 'TEXTAREA' && field.name) {
          label.after(element('span', { className: 'fr-count' }));
          count(field);
        }
      });
    }

    // drafts

    saveDraft() {
      clearTimeout(this.timer);
      this.unsaved = false;
      if (this.done || !this.context) return;
      try {
        localStorage.setItem(this.draftKey, JSON.stringify({ at: Date.now(), values: this.read(this.root, true) }));
        this.status.textContent = `草稿已存于本浏览器 ${clockTime(Date.now())}`;
      } catch {
        this.status.textContent = '内容过长,本浏览器存不下草稿,请尽快提交';
      }
    }

    restore() {
      forgetOldDrafts();
      const own = stored(this.draftKey);
      const draft = own ?? stored(this.carriedKey(this.context.caseNumber));
      this.status.textContent = '填写内容自动存于本浏览器,提交后清除';
      if (!draft) return;
      this.write(this.definition.restored?.(this, draft.values) ?? draft.values);
      const discard = element('button', { type: 'button', className: 'fr-button', textContent: '放弃草稿' });
      discard.addEventListener('click', () => {
        localStorage.removeItem(this.draftKey);
        localStorage.removeItem(this.carriedKey(this.context.caseNumber));
        this.write(this.initial);
        this.notice.hidden = true;
      });
      this.notice.replaceChildren(`已恢复${clockTime(draft.at)}的草稿。`, discard);
      this.notice.hidden = false;
    }

    // submitting

    beforeSubmit() {
      this.clearRefusal();
      if (!this.context || this.uploads > 0) {
        this.camForm.submitPrevented = true;
        this.say(this.context ? '文件还在上传,请等上传完成后再提交' : '表单内容尚未读取,不能提交');
        return;
      }
      this.saveDraft();
      const answer = this.read();
      this.sent = this.definition.answer?.(answer) ?? answer;
      this.answer.value = JSON.stringify(this.sent);
    }

    afterSubmit() {
      this.done = true;
      clearTimeout(this.timer);
      const carried = this.carriedKey(this.context.caseNumber);
      if (this.definition.carries?.(this.sent)) localStorage.setItem(carried, localStorage.getItem(this.draftKey));
      else localStorage.removeItem(carried);
      localStorage.removeItem(this.draftKey);
    }

    refused(error) {
      if (this.camForm.submitPrevented) return;
      const sentence = unescape(String(error?.message ?? ''));
      const message = /^[^{]*[\u4e00-\u9fff]/.test(sentence) ? sentence : '提交未成功,请稍后重试';
      this.say(message);
      const place = /第\s*([\d,]+)\s*条(问题|提示)/.exec(message);
      const list = place?.[2] === '提示' ? 'hits' : this.definition.refusedRows;
      const row = place && this.list(list) && this.rows(list)[Number(place[1].replace(/,/g, '')) - 1];
      if (!row) return;
      this.toggle(row, true);
      row.firstElementChild.after(element('p', { className: 'fr-row-refusal' }, message));
      row.tabIndex = -1;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'start' });
    }

    say(message) {
      this.refusal.textContent = message;
      this.refusal.hidden = false;
      this.refusal.scrollIntoView({ block: 'nearest' });
    }

    clearRefusal() {
      this.refusal.hidden = true;
      this.root.querySelectorAll('.fr-row-refusal').forEach((old) => old.remove());
    }

    // files

    /** Uploads a file; a `scan` is filed, its text is not needed. Fails with a sentence for the person. */
    async upload(file, scan = false) {
      this.uploads += 1;
      try {
        let response = await this.send(file, scan);
        if (response.status === 403) {
          await this.load();
          response = await this.send(file, scan);
        }
        const said = await response.json().catch(() => ({}));
        if (response.ok) return said;
        throw new Error(said.message ?? `上传失败(${response.status}),请重试`);
      } finally {
        this.uploads -= 1;
      }
    }

    async send(file, scan) {
      const body = new FormData();
      body.append('file', file);
      if (scan) body.append('scan', 'true');
      try {
        return await fetch(`${BASE}/uploads`, { method: 'POST', body, headers: this.csrf, credentials: 'same-origin' });
      } catch {
        throw new Error('网络中断,上传失败,请重试');
      }
    }
  }

  /** The table in which a drafting unit uploads the files of the next version, for forms with the rows `files`. */
  const SCANS = ['HEARING', 'FIRST_OPINION'];
  const ONE_FILE = 'BODY';

  const materials = {
    rows: {
      update(form, row) {
        const role = form.context.fileRoles.find((choice) => choice.value === form.value('role', row));
        form.part('label', row).textContent =
          `补交${role.label}：${form.value('fileName', row)}（${form.value('fileSize', row)}）`;
      },
    },

    fill(form) {
      form.part('roles').replaceChildren(...form.context.fileRoles.map((role) => this.role(form, role)));
    },

    /** What the answer holds of the uploads. */
    files: (answer) => answer.files.map((file) => ({ role: file.role, fileId: file.fileId })),

    role(form, role) {
      const input = element('input', { type: 'file', multiple: role.value !== ONE_FILE });
      input.setAttribute('aria-label', `上传${role.label}`);
      const state = element('span', { className: 'fr-hint' });
      state.setAttribute('role', 'status');
      input.addEventListener('change', async () => {
        const chosen = [...input.files];
        input.disabled = true;
        await this.upload(form, role.value, chosen, state);
        input.value = '';
        input.disabled = false;
      });
      return element(
        'tr',
        {},
        element('th', { scope: 'row' }, role.label),
        element('td', {}, form.files(role.value) || '无'),
        element('td', {}, element('label', { className: 'fr-button fr-chooser' }, '选择文件', input), state),
      );
    },

    async upload(form, role, chosen, state) {
      const error = form.part('uploadError');
      form.show(error, false);
      for (const file of chosen) {
        state.textContent = `正在上传 ${file.name}…`;
        try {
          const staged = await form.upload(file, SCANS.includes(role));
          if (role === ONE_FILE) {
            form.rows('files').filter((row) => form.value('role', row) === role).forEach((row) => row.remove());
          }
          form.addRow('files', {
            role,
            fileId: staged.id,
            fileName: staged.name + staged.warnings.map((warning) => `（${warning}）`).join(''),
            fileSize: size(staged.size),
          });
          form.clearRefusal();
          form.touched();
        } catch (failed) {
          error.textContent = `${file.name}：${failed.message}`;
          form.show(error, true);
        }
      }
      state.textContent = '';
    },
  };

  /** One file that a form asks for: `chooser`, `uploaded` and `uploadError` are its parts, `name` and `name`Name its fields. */
  const oneFile = {
    fill(form, name, scan) {
      const chooser = form.part('chooser');
      chooser.addEventListener('change', () => this.upload(form, chooser, name, scan));
    },

    update(form, name) {
      const uploaded = form.value(`${name}Name`);
      form.part('uploaded').textContent = uploaded ? `已上传 ${uploaded}，再次选择即替换` : '尚未上传';
    },

    async upload(form, chooser, name, scan) {
      const file = chooser.files[0];
      if (!file) return;
      const error = form.part('uploadError');
      form.show(error, false);
      chooser.disabled = true;
      form.part('uploaded').textContent = `正在上传 ${file.name}…`;
      try {
        const staged = await form.upload(file, scan);
        form.write({ [name]: staged.id, [`${name}Name`]: `${staged.name}（${size(staged.size)}）` });
        form.clearRefusal();
        form.touched();
      } catch (failed) {
        form.refresh();
        error.textContent = `${file.name}：${failed.message}`;
        form.show(error, true);
      }
      chooser.value = '';
      chooser.disabled = false;
    },
  };

  function count(area) {
    const counter = area.closest('.fr-field')?.querySelector('.fr-count');
    if (!counter) return;
    const longest = Number(area.dataset.longest ?? LONGEST);
    counter.textContent = `${area.value.length}/${longest}`;
    counter.classList.toggle('fr-too-long', area.value.length > longest);
  }

  /** Makes a text field as high as its text, up to a limit. */
  function fit(area) {
    if (area.tagName !== 'TEXTAREA' || !area.offsetParent) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`;
  }

  const style = element('link', { rel: 'stylesheet', href: `${BASE}/forms/kit.css` });
  document.head.append(style);

  const loaded = new Map();

  /** Loads a script beside the kit, once. */
  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(
        name,
        new Promise((resolve, reject) => {
          const script = element('script', { src: `${BASE}/forms/${name}.js`, onload: resolve, onerror: reject });
          document.head.append(script);
        }),
      );
      loaded.get(name).catch(() => loaded.delete(name));
    }
    return loaded.get(name);
  }

  window.FairReview = {
    form(camForm, definition) {
      const form = new Form(camForm, definition);
      form.open();
      return form;
    },

    /** A form that needs other scripts too; `define` makes its definition when they are there. */
    formWith(camForm, scripts, define) {
      Promise.all(scripts.map(load)).then(
        () => this.form(camForm, define()),
        () => camForm.formElement[0].prepend('表单未能载入,请刷新页面'),
      );
    },
    element,
    option,
    facts,
    size,
    finding,
    advice,
    proposal,
    materials,
    oneFile,
  };
})();
