/*
 * What the forms of a letter share: how they show the letter, and what was answered. Like the kit it is always the newest.
 */
(() => {
  'use strict';

  function finding(found, place) {
    return FairReview.element(
      'li',
      { className: 'fr-row' },
      FairReview.element('div', { className: 'fr-row-head' }, FairReview.element('strong', {}, `问题${place + 1}`)),
      FairReview.finding({ ...found, requiredChange: found.asked, specificOperator: null }),
    );
  }

  const named = (measure) => `《${measure.measure}》${measure.issuedNumber}，${measure.drafter}`;

  /** The files as links, side by side; null where there are none. */
  function linked(form, files) {
    const links = files.map((file) => form.link(file.url, file.name));
    return links.length ? FairReview.element('div', {}, ...links.flatMap((link) => [link, ' '])) : null;
  }

  FairReview.letter = {
    /** The whole letter, above whatever the task asks; first what stands against it now. */
    show(form) {
      const context = form.context;
      const letter = context.letter;
      form.heading();
      const objection = form.part('objection');
      objection.textContent = context.objection
        ? `情况已经变化：${context.objection}。同意或者送达都会把函件退回起草人，请勿送出。`
        : '';
      form.show(objection, Boolean(context.objection));
      form.part('letter').replaceChildren(
        FairReview.facts([
          ['种类', `${context.kind.label}（${context.kind.article}）`],
          ['收文单位', context.addressee + (context.addresseeAs ? `（${context.addresseeAs}）` : '')],
          ['文号', context.documentNumber],
          ['文件', linked(form, context.documents)],
          ['说明', context.pdfMissing],
          ['涉及的政策措施', letter.measures.map(named).join('\n')],
          ['事由', letter.facts],
          [context.kind.statement, letter.statement],
          ['约谈安排', letter.appointment],
          ['请对方办理的事项', letter.request],
          ['抄送', letter.copyTo],
          ['附件', letter.attachments],
          ['起草人', context.drafter],
          ['法律审核意见', context.legalOpinion],
        ]),
      );
      form.show(form.part('findingsBox'), letter.findings.length > 0);
      form.part('total').textContent = String(letter.findings.length);
      form.part('findings').replaceChildren(...letter.findings.map(finding));
    },

    /** What the addressee answered, where it did. */
    showReply(form) {
      const reply = form.context.reply;
      form.show(form.part('replyBox'), reply !== null);
      if (reply === null) return;
      const how = (reply.late ? '（逾期）' : '') + (reply.onPaper ? '，书面回复，由收件人员登记' : '');
      form.part('reply').replaceChildren(
        FairReview.facts([
          ['日期', reply.on + how],
          ['内容', reply.text],
          ['附件', linked(form, reply.files)],
        ]),
      );
    },
  };
})();
