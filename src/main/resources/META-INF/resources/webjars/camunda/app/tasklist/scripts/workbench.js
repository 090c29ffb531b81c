// The link in the header that leads back to the pages of the application.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');

export default {
  id: 'workbench',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node) {
    const link = document.createElement('a');
    link.href = `${root}/`;
    link.textContent = '返回工作台';
    node.append(link);
  },
};
