// The filter form works without this. With it: a choice applies at once on a wide screen, and empty fields stay out of the URL.
const form = document.querySelector("[data-autosubmit]");
const wide = window.matchMedia("(min-width: 60.01rem)");

function leaveOutEmpty() {
  for (const field of form.elements) {
    if (field.name && !field.value) field.disabled = true;
  }
}

function changed(event) {
  if (!wide.matches || event.target.type === "date" || event.target.type === "search") return;
  form.requestSubmit();
}

// A date field reports a change with every key; it is applied when the reader leaves it.
function left(event) {
  const field = event.target;
  if (wide.matches && field.type === "date" && field.value !== field.defaultValue) form.requestSubmit();
}

if (form) {
  form.addEventListener("submit", leaveOutEmpty);
  form.addEventListener("change", changed);
  form.addEventListener("focusout", left);
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}
