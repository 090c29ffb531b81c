// Leaving means leaving nothing behind in the browser.
document.querySelectorAll('form[data-logout]').forEach(function (form) {
  form.addEventListener('submit', function () { sessionStorage.clear(); });
});
