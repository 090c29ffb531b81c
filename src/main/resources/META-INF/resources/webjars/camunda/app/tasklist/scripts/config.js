export default {
  app: { vendor: '公平竞争审查', name: '任务办理' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  dateFormat: {
    monthName: 'M月',
    day: 'D日',
    abbr: 'M月D日 HH:mm',
    normal: 'YYYY年M月D日 HH:mm',
    long: 'YYYY年M月D日 dddd HH:mm',
    short: 'YYYY年M月D日',
  },
  customScripts: ['scripts/sso.js', 'scripts/workbench.js', 'scripts/chinese.js', 'scripts/form-kit.js'],
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: '认领当前任务' },
    focusFilter: { key: 'ctrl+shift+f', description: '转到第一个任务清单' },
    focusList: { key: 'ctrl+alt+l', description: '转到列表中的第一项任务' },
    focusForm: { key: 'ctrl+alt+f', description: '转到表单的第一个填写项' },
  },
};
