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

// Two days in the wrong order are a message at the field, not a page of errors.
function inOrder() {
  const [first, last] = [form.elements.from, form.elements.to];
  const wrong = Boolean(first.value && last.value && first.value > last.value);
  last.setCustomValidity(wrong ? form.dataset.wrongOrder : "");
  return !wrong;
}

// A date field reports a change with every key; it is applied when the reader leaves both.
function left(event) {
  const field = event.target;
  if (field.type !== "date" || !inOrder()) return;
  const stays = event.relatedTarget && event.relatedTarget.type === "date";
  const changed = [form.elements.from, form.elements.to].some((day) => day.value !== day.defaultValue);
  if (wide.matches && changed && !stays) form.requestSubmit();
}

if (form) {
  form.addEventListener("submit", leaveOutEmpty);
  form.addEventListener("change", changed);
  form.addEventListener("input", inOrder);
  form.addEventListener("focusout", left);
  window.addEventListener("pageshow", () => {
    for (const field of form.elements) field.disabled = false;
  });
}
