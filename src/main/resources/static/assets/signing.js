(function () {
  'use strict';
  // a second click must not send the same decision again
  document.querySelectorAll('form').forEach(function (form) {
    form.addEventListener('submit', function () {
      setTimeout(function () {
        form.querySelectorAll('button').forEach(function (button) { button.disabled = true; });
      });
    });
  });
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form button').forEach(function (button) { button.disabled = false; });
  });
}());
