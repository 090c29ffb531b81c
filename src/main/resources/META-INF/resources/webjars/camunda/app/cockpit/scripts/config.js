export default {
  app: { vendor: '公平竞争审查', name: '流程监控' },
  locales: { availableLocales: ['en'], fallbackLocale: 'en' },
  customScripts: ['../tasklist/scripts/sso.js'],
  disableWelcomeMessage: true,
};
