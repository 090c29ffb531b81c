// Names the chosen file beside its button.
document.querySelectorAll('input[type=file][data-shows]').forEach(function (input) {
  var name = document.getElementById(input.dataset.shows);
  var none = name.textContent;
  input.addEventListener('change', function () { name.textContent = input.files.length ? input.files[0].name : none; });
});
