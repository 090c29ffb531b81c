// The English that a locale file does not reach. Shared by Tasklist and Welcome.
const base = document.querySelector('base');
const app = base.getAttribute('app-name');

document.documentElement.lang = 'zh-CN';

// Camunda fetches the labels while the page is already being drawn, and whatever asks too early shows the bare key.
// The request is synchronous so that AngularJS does not start before its answer.
const request = new XMLHttpRequest();
request.open('GET', `${base.getAttribute('app-root')}/app/${app}/locales/zh-CN.json?bust=${window.bust}`, false);
request.send();
const labels = JSON.parse(request.responseText.replace(/^\uFEFF/, '')).labels;

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const months = Array.from({ length: 12 }, (_, month) => `${month + 1}月`);

window.angular
  .module(`cam.${app}.custom`)
  .config([
    '$translateProvider',
    ($translateProvider) => {
      $translateProvider.translations('zh-CN', labels);
    },
  ])
  .run([
    '$injector',
    '$locale',
    ($injector, $locale) => {
      const change = (name, values) => $injector.has(name) && Object.assign($injector.get(name), values);

      $locale.id = 'zh-cn';
      Object.assign($locale.DATETIME_FORMATS, {
        DAY: weekdays.map((day) => `星期${day}`),
        SHORTDAY: weekdays,
        MONTH: months,
        SHORTMONTH: months,
        STANDALONEMONTH: months,
        AMPMS: ['上午', '下午'],
        FIRSTDAYOFWEEK: 0,
      });
      change('uibDatepickerConfig', {
        formatDay: 'd',
        formatDayTitle: 'yyyy年M月',
        formatMonth: 'M月',
        formatMonthTitle: 'yyyy年',
        showWeeks: false,
      });
      // A limit reads as a date, not as "in 3 days".
      change('amTimeAgoConfig', {
        fullDateThreshold: -1e15,
        fullDateThresholdUnit: 'millisecond',
        fullDateFormat: 'YYYY年M月D日 HH:mm',
      });
    },
  ]);

// Texts written out in the code of the calendar, the diagram viewer, form-js and the profile.
const exact = new Map(Object.entries({
  previous: '上一页',
  next: '下一页',
  Close: '关闭',
  HH: '时',
  MM: '分',
  SS: '秒',
  Month: '月',
  Year: '年',
  'zoom in': '放大',
  'zoom out': '缩小',
  'reset zoom': '恢复原大小',
  Select: '请选择',
  Search: '查找',
  'No results': '没有匹配的选项',
  'All values selected': '已全部选择',
  'Nothing to show.': '没有内容。',
  Download: '下载',
  'Remove tag': '移除',
  Decrement: '减',
  Increment: '加',
  'Previous page': '上一页',
  'Next page': '下一页',
  'mm/dd/yyyy': '月/日/年',
  'yyyy/mm/dd': '年/月/日',
  'Date and time must both be entered.': '日期和时间须一并填写。',
  'Value is not a number.': '须填写数字。',
  'No content to show.': '没有内容。',
  'Click to remove sorting': '取消排序',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  Jonny: '名',
  Prosciutto: '姓',
  'j.prosciutto@acme.org': '电子邮箱',
}));
['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].forEach((day, index) => {
  exact.set(day.slice(0, 3), weekdays[index]);
});
[
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].forEach((month, index) => {
  exact.set(month, months[index]);
});
const patterned = [
  [/^Field is required\.$/, '此项必填。'],
  [/^Field must have minimum value of (.+)\.$/, '不得小于 $1。'],
  [/^Field must have maximum value of (.+)\.$/, '不得大于 $1。'],
  [/^Field must have minimum length of (.+)\.$/, '不得少于 $1 个字。'],
  [/^Field must have maximum length of (.+)\.$/, '不得超过 $1 个字。'],
  [/^Field must match pattern .+$/, '格式不符合要求。'],
  [/^Field must be a valid email\.$/, '电子邮箱地址有误。'],
  [/^Field must be a valid +international phone number\..*$/, '电话号码有误。'],
  [/^Expand all \((\d+)\)$/, '全部展开（$1）'],
  [/^Click to sort by (.+) ascending$/, '按 $1 升序排列'],
  [/^Click to sort by (.+) descending$/, '按 $1 降序排列'],
  [/^([A-Z][a-z]+) (\d+), (\d{4})$/, (_, month, day, year) => `${year}年${exact.get(month)}${day}日`],
];

function chinese(text) {
  const words = text.trim();
  if (exact.has(words)) {
    return exact.get(words);
  }
  const rule = patterned.find(([pattern]) => pattern.test(words));
  return rule ? words.replace(rule[0], rule[1]) : null;
}

const places = '.fjs-container, .uib-datepicker, .uib-timepicker, .diagram-pane, .user-profile, .alert > .close';

function correct(element) {
  ['title', 'placeholder', 'aria-label'].forEach((name) => {
    const text = element.hasAttribute(name) && chinese(element.getAttribute(name));
    if (text) {
      element.setAttribute(name, text);
    }
  });
  element.childNodes.forEach((node) => {
    const text = node.nodeType === Node.TEXT_NODE && chinese(node.data);
    if (text) {
      node.data = text;
    }
  });
}

let pending = false;
new MutationObserver(() => {
  if (!pending) {
    pending = true;
    requestAnimationFrame(() => {
      pending = false;
      document.querySelectorAll(places).forEach((place) => {
        correct(place);
        place.querySelectorAll('*').forEach(correct);
      });
    });
  }
}).observe(document.body, { childList: true, subtree: true, characterData: true });
