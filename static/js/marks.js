// Pointing at a value beside a stored text lights up the words that prove it.
for (const link of document.querySelectorAll("[data-claim]")) {
  const light = (on) => {
    const mark = document.getElementById(link.dataset.claim);
    if (mark) mark.classList.toggle("is-lit", on);
  };
  link.addEventListener("pointerenter", () => light(true));
  link.addEventListener("pointerleave", () => light(false));
  link.addEventListener("focus", () => light(true));
  link.addEventListener("blur", () => light(false));
}
