/*
 * What the forms of a spot check share: how they show the plan, the list, the records of the two inspectors. Like the kit
 * it is always the newest.
 */
(() => {
  'use strict';

  function line(form, { label, text, url }) {
    return [label, url ? form.link(url, text) : text];
  }

  /** Fills every `data-told` place with the lines of the context under that name; a section without any is hidden. */
  function tell(form) {
    form.root.querySelectorAll('[data-told]').forEach((place) => {
      const told = form.context[place.dataset.told] ?? [];
      place.replaceChildren(FairReview.facts(told.map((each) => line(form, each))));
      form.show(place.parentElement, told.length > 0);
    });
  }

  FairReview.spot = {
    fill(form) {
      form.heading();
      tell(form);
    },

    /** Whoever agrees may say something, whoever does not must. */
    agreed(form) {
      const back = form.value('agreed') === false;
      form.part('remarkField').toggleAttribute('data-required', back);
      form.part('remarkLabel').textContent = back ? '理由' : '意见（可不填）';
    },

    /** Where there is no text here, a finding stands in no file. */
    withoutFile(form, row) {
      const select = form.find('fileSha256', row);
      form.show(select.parentElement, form.context.texts.length > 0);
    },

    /** What each of the two recorded. */
    records(form) {
      form.part('records').replaceChildren(
        ...form.context.records.map((each) =>
          FairReview.element(
            'div',
            { className: 'fr-finding' },
            FairReview.facts([
              ['检查人', each.inspector],
              ['审查程序', each.procedure],
              ['检查意见', each.opinion],
              ['发现的问题', each.findings + ' 条'],
            ]),
          ),
        ),
      );
    },

    /** A finding about which the section head decides. */
    foundRow: {
      fill(form, row, values) {
        const found = form.context.found.find((each) => each.id === values.id);
        if (!found) return;
        form.part('title', row).textContent = found.inspector;
        form.part('finding', row).replaceChildren(FairReview.finding(found));
      },
    },
  };
})();
