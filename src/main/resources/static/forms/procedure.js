/*
 * What the forms of a procedure share: how they show what is known, and the shortest time that the public must have. Like the
 * kit it is always the newest.
 */
(() => {
  'use strict';

  function line(form, { label, text, url }) {
    return [label, url ? form.link(url, text) : text];
  }

  FairReview.procedure = {
    /** Fills every `data-told` place with the lines of the context under that name; a section without any is hidden. */
    fill(form) {
      form.heading();
      form.root.querySelectorAll('[data-told]').forEach((place) => {
        const told = form.context[place.dataset.told] ?? [];
        place.replaceChildren(FairReview.facts(told.map((each) => line(form, each))));
        form.show(place.parentElement, told.length > 0);
      });
    },

    /** Says until when the public must have time, where it begins today or began on a day of the last weeks. */
    period(form) {
      const { earliest, mayBeShorter } = form.context;
      const starts = form.value('startsOn');
      const least = earliest[starts];
      const ends = form.value('endsOn');
      form.part('earliest').textContent = least ? `最早 ${least} 截止。` : '';
      const short = Boolean(least && ends && ends < least);
      form.show(form.part('shortReasonField'), mayBeShorter);
      form.part('shortReasonField').toggleAttribute('data-required', short);
    },
  };
})();
