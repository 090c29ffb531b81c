// Camunda's own login form is out of use: whoever is logged out goes to the login page of the application.
// Shared by Tasklist, Welcome, Cockpit and Admin.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');

const watch = setInterval(() => {
  if (/^#!?\/login/.test(location.hash)) {
    clearInterval(watch);
    location.replace(`${root}/login?logout`);
  }
}, 100);
