// Waits for work in the background, says how far it is, and shows the page anew when it is over.
(function () {
  'use strict';

  var waiting = document.querySelector('[data-standing]');
  function look() {
    fetch(waiting.dataset.standing, { headers: { 'Accept': 'application/json' }, credentials: 'same-origin' })
      .then(function (response) {
        if (!response.ok) { throw new Error(String(response.status)); }
        return response.json();
      })
      .then(function (standing) {
        waiting.textContent = standing.said;
        if (standing.over) { location.reload(); } else { setTimeout(look, 2000); }
      })
      .catch(function () { setTimeout(look, 15000); });
  }
  if (waiting) { setTimeout(look, 1000); }
})();
