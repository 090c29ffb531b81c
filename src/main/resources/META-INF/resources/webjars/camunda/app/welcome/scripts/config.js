export default {
  app: { vendor: '公平竞争审查', name: '个人设置' },
  locales: { availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN' },
  customScripts: ['../tasklist/scripts/sso.js', '../tasklist/scripts/chinese.js'],
  links: [{ label: '返回工作台', href: '../../../../', description: '待办、台账和统计' }],
  disableWelcomeMessage: true,
};
