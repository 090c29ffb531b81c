// What the embedded task forms share. Loaded as an element, because a custom script that cannot be found
// keeps Tasklist from starting.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/[^/]*$/, '');

const kit = document.createElement('script');
kit.src = `${root}/forms/kit.js`;
document.head.append(kit);
