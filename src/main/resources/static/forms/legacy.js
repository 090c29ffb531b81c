/*
 * What the forms of a clean-up share: how they show the measure, what the unit and the regulator said of it, and what
 * becomes of a finding. Like the kit it is always the newest.
 */
(() => {
  'use strict';

  const NOTES = {
    CHANGE_REQUIRED: '补充说明（可不填）',
    JUSTIFIED: '正当理由的具体内容',
    EXCEPTED: '补充说明（可不填）',
  };

  function linked(form, line) {
    if (line.url.startsWith('/')) return form.link(line.url, line.text);
    if (!/^https?:\/\//i.test(line.url)) return line.text;
    return FairReview.element('a', { href: line.url, target: '_blank', rel: 'noopener noreferrer', textContent: line.text });
  }

  /** Fills every `data-told` place with the lines of the context under that name; a section without any is hidden. */
  function tell(form) {
    form.root.querySelectorAll('[data-told]').forEach((place) => {
      const told = form.context[place.dataset.told] ?? [];
      place.replaceChildren(FairReview.facts(told.map((line) => [line.label, line.url ? linked(form, line) : line.text])));
      form.show(place.parentElement, told.length > 0);
    });
  }

  function returned(each) {
    return FairReview.element(
      'div',
      { className: 'fr-finding' },
      FairReview.element('p', { className: 'fr-words' }, each.reason),
      FairReview.element('p', { className: 'fr-hint' }, `${each.from}：${each.by}`),
    );
  }

  /** A finding to read, with what becomes of it. */
  function decided(finding, place) {
    return FairReview.element(
      'li',
      { className: 'fr-row' },
      FairReview.element('div', { className: 'fr-row-head' }, FairReview.element('strong', {}, `问题${place + 1}`)),
      FairReview.finding(finding, [
        ['怎样处理', [finding.dispositionLabel, finding.justificationLabel].filter(Boolean).join('：')],
        ['说明', finding.dispositionNote],
      ]),
    );
  }

  function list(form, whose, findings) {
    const place = form.part(`${whose}Findings`);
    if (!place) return;
    place.replaceChildren(
      ...(findings.length > 0
        ? findings.map(decided)
        : [FairReview.element('li', { className: 'fr-hint', textContent: '没有发现问题' })]),
    );
    form.part(`${whose}Total`).textContent = String(findings.length);
  }

  /** The kinds of reason that can justify a finding under its standard item. */
  function justifications(form, item) {
    const fits = {
      LAW: item.legalBasisQuestion,
      STATE_COUNCIL: item.legalBasisQuestion,
      NOT_A_SPECIFIC_OPERATOR: item.specificOperatorQuestion,
      NECESSARY: !item.legalBasisQuestion,
    };
    return form.context.justifications.filter((choice) => fits[choice.value]);
  }

  /** Offers the kinds that fit the item, when it is another than before. */
  function offerJustifications(form, row, item) {
    const select = form.find('justification', row);
    const code = item ? item.code : '';
    if (select.dataset.item === code) return;
    const chosen = select.value;
    select.dataset.item = code;
    form.choices(select, item ? justifications(form, item) : []);
    select.value = chosen;
    if (select.selectedIndex < 0) select.value = '';
  }

  const legacy = {
    /** What becomes of a finding, for the editor of text and findings. */
    disposition: {
      fill: (form, row, _, item) => offerJustifications(form, row, item),

      update(form, row, item) {
        const disposition = form.value('disposition', row);
        offerJustifications(form, row, item);
        form.show(form.part('justificationField', row), disposition === 'JUSTIFIED');
        form.show(form.part('noteField', row), disposition !== null);
        form.part('noteField', row).toggleAttribute('data-required', disposition === 'JUSTIFIED');
        form.part('noteLabel', row).textContent = NOTES[disposition] ?? '说明';
      },
    },

    fill(form) {
      const { returns, unitFindings, regulatorFindings } = form.context;
      form.heading();
      tell(form);
      if (form.part('returnsBox')) {
        form.part('returns').replaceChildren(...returns.map(returned));
        form.show(form.part('returnsBox'), returns.length > 0);
      }
      list(form, 'unit', unitFindings);
      list(form, 'regulator', regulatorFindings);
      if (form.part('regulatorBox')) form.show(form.part('regulatorBox'), regulatorFindings.length > 0);
    },

    /** The text to check, or that there is none. */
    offerText(form) {
      const { hasText, caseUrl } = form.context;
      form.show(form.part('textBox'), hasText);
      form.show(form.part('noText'), !hasText);
      form.part('textLink').replaceChildren('有文本的，可以先在', form.link(caseUrl, '清理事项页面'), '补充，再刷新本页。');
    },

    /** Whoever agrees may say something, whoever gives the case back must. */
    agreed(form) {
      const back = form.value('agreed') === false;
      form.part('remarkField').toggleAttribute('data-required', back);
      form.part('remarkLabel').textContent = back ? '退回的理由' : '意见（可不填）';
    },

    /** Only whoever gives the case back says why. */
    returned: (form, back) => form.show(form.part('remarkField'), back),
  };

  FairReview.legacy = legacy;
})();
