// Leaving means leaving nothing behind in the browser.
document.querySelectorAll('form[data-logout]').forEach(function (form) {
  form.addEventListener('submit', function () { sessionStorage.clear(); });
});

var portal = {
  // A session that ended and began anew in another window has another token; the page with the form tells it.
  renewToken: function (form, address) {
    return fetch(address, { credentials: 'same-origin', redirect: 'manual' })
      .then(function (response) {
        if (response.type === 'opaqueredirect' || response.status === 401 || response.status === 403) { return 'ended'; }
        return response.text().then(function (html) {
          var page = new DOMParser().parseFromString(html, 'text/html');
          var token = page.querySelector('meta[name="csrf-token"]');
          if (!token || page.body.dataset.user !== document.body.dataset.user) { return 'ended'; }
          document.querySelector('meta[name="csrf-token"]').content = token.content;
          form.querySelector('input[name="_csrf"]').value = token.content;
          return 'renewed';
        });
      })
      .catch(function () { return 'unknown'; });
  }
};
